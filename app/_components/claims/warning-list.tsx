import type { WarningView } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import { ClaimRefLink } from "./claim-ref";
import { warningWords } from "./warning-words";

/** What does not fit between figures, or between a figure and its dates (R31): a hint to look, and no verdict. */
export function WarningList({ warnings, locale }: { warnings: WarningView[]; locale: string }) {
  const t = translator(locale);
  if (warnings.length === 0) return null;
  return (
    <section id="what-does-not-fit">
      <h2 className="text-2xl">{t("warning.title")}</h2>
      <p className="mt-2 measure-text text-muted">{t("warning.lead")}</p>
      <ul className="mt-3 grid gap-4">
        {warnings.map(({ warning, claims }) => (
          <li key={JSON.stringify(warning)} className="measure-text">
            <p>{warningWords(warning, locale)}</p>
            <ul className="small">
              {claims.map((claim) => (
                <li key={claim.publicId}>
                  <ClaimRefLink claim={claim} locale={locale} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
