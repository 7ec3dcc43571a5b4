// biome-ignore-all lint/a11y/noSvgWithoutTitle: words inside a link that says its whole name, or hidden from those who listen
import { percent } from "../figures/place-mark";
import type { Look, PlacedLabel } from "./labels";

const LOOK: Record<Look, string> = {
  figure: "",
  was: "was",
  other: "text-[13.5px]",
  note: "note",
  key: "font-sans text-[12.5px] font-bold fill-current",
};

export function LabelText({
  label: { x, dx, anchor, lines },
  language,
}: {
  label: PlacedLabel;
  language?: string;
}) {
  return (
    <svg x={percent(x)} overflow="visible">
      <text className="figure-text" textAnchor={anchor}>
        {lines.map(({ runs, y }) => (
          <tspan key={y} x={dx} y={y}>
            {runs.map(({ text, look }, i) => (
              <tspan
                key={`${look} ${text}`}
                className={LOOK[look]}
                lang={isOwnWords(look) ? language : undefined}
              >
                {i > 0 ? ` ${text}` : text}
              </tspan>
            ))}
          </tspan>
        ))}
      </text>
    </svg>
  );
}

const isOwnWords = (look: Look) => look === "figure" || look === "was" || look === "other";
