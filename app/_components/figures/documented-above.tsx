import type { MeasureView } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import { tellDate } from "../ui/date-text";
import { referredTo } from "./figure-name";
import { FigureRefs } from "./figure-ref";

/** How many exceeded figures are told at once; of more, the rest stand behind their number. */
const EXCEEDED_TOLD_MAX = 4;

/** Said plainly where a documented count is above what a claimant still says (R9). */
export function DocumentedAbove({ measure, locale }: { measure: MeasureView; locale: string }) {
  const t = translator(locale);
  const documented = measure.documentedMinimum[0];
  const [first] = documented?.exceeds ?? [];
  if (!documented || !first) return null;
  const minimum = {
    minimum: documented.claim.raw ?? String(documented.n),
    basis: t(`figures.documented.${documented.basis}`),
    minimumClaimant: documented.claim.claimant.name,
    minimumDate: tellDate(documented.claim.stated, locale),
  };
  const count = documented.exceeds.length;
  return (
    <div className="my-5 bg-panel border-s-3 border-flag px-4 py-3">
      {count === 1 ? (
        <p>{t("figures.documented.exceeds", { ...minimum, ...referredTo(first, locale) })}</p>
      ) : (
        <>
          <p>{t("figures.documented.exceedsMany", { ...minimum, count })}</p>
          <div className="small mt-1">
            <FigureRefs claims={documented.exceeds.slice(0, EXCEEDED_TOLD_MAX)} locale={locale} />
          </div>
          {count > EXCEEDED_TOLD_MAX ? (
            <details className="small">
              <summary>{t("figures.documented.moreExceeded", { count: count - EXCEEDED_TOLD_MAX })}</summary>
              <FigureRefs claims={documented.exceeds.slice(EXCEEDED_TOLD_MAX)} locale={locale} />
            </details>
          ) : null}
        </>
      )}
    </div>
  );
}
