import { translator } from "@/lib/format/messages";
import type { Moment } from "@/lib/past/moments";

type Props = { moments: readonly Moment[]; here: number; locale: string };

/**
 * Moves through the moments of the list below it; the last place is today. Hidden until public/as-of.js brings it alive,
 * as its places are the links of that list.
 */
export function AsOfSlider({ moments, here, locale }: Props) {
  const t = translator(locale);
  return (
    <div className="as-of-slider" hidden suppressHydrationWarning>
      <label htmlFor="as-of-slider" className="small text-muted">
        {t("asOf.slider")}
      </label>
      <input
        id="as-of-slider"
        type="range"
        className="w-full block accent-ink border-0 bg-transparent px-0"
        min={0}
        max={moments.length}
        step={1}
        defaultValue={Math.max(0, here)}
        data-here={here}
        aria-describedby="as-of-slider-hint"
        suppressHydrationWarning
      />
      <p className="small">
        <span className="as-of-told" suppressHydrationWarning>
          {t("asOf.today")}
        </span>
      </p>
      <p id="as-of-slider-hint" className="small text-muted">
        {t("asOf.sliderHint")}
      </p>
    </div>
  );
}
