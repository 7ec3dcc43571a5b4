import type { CorrectionView } from "@/lib/claims/list-corrections";
import { translator } from "@/lib/format/messages";
import { ClaimRefLink } from "../claims/claim-ref";
import { DayText } from "../ui/date-text";

type Props = { corrections: readonly CorrectionView[]; slug: string; locale: string };

/** What was corrected and taken back, each kind in a sentence with its reason; the changes themselves stand on their own page. */
export function SinceCorrections({ corrections, slug, locale }: Props) {
  const t = translator(locale);
  return (
    <div className="mt-8">
      <h3 className="text-lg">{t("timeline.since.corrections", { count: corrections.length })}</h3>
      {corrections.length > 0 ? (
        <ul className="mt-2 grid gap-3 measure-text">
          {corrections.map(({ id, kind, at, claim, reason }) => (
            <li key={id}>
              <DayText instant={at} locale={locale} />
              {", "}
              {kind === "redaction" ? t("corrections.redaction") : t(`correctionKind.${kind}.label`)}
              {": "}
              {claim ? <ClaimRefLink claim={claim} locale={locale} /> : t("timeline.since.theEvent")}
              {". "}
              <span className="text-muted" dir="auto">
                {t("corrections.reason", { reason })}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="mt-2 no-print">
        <a className="touch" href={`/${locale}/corrections?event=${slug}`}>
          {t("event.trace.corrections")}
        </a>
      </p>
    </div>
  );
}
