import type { ReactNode } from "react";
import type { FigureChange } from "@/lib/claims/figure-change-types";
import { tellDifferences } from "@/lib/format/comparison";
import { formatLocaleOf, translator } from "@/lib/format/messages";
import { formatFigure } from "@/lib/format/numbers";
import { DayText } from "../ui/date-text";

type Props = { change: FigureChange; locale: string };

/** Which way a figure went, how far, and why; by each report that says so (R20, R22, R24). */
export function ChangeCell({ change, locale }: Props) {
  const t = translator(locale);
  const { direction, kind, differs, note, correction } = change;
  return (
    <div className="grid gap-1 measure-text">
      <p>
        <span className="font-semibold">{t(`claimantPage.revisions.direction.${direction}`)}</span>
        <Size change={change} locale={locale} />
      </p>
      {differs.length > 0 ? (
        <p className="small text-muted">
          {t("claimantPage.revisions.noSize", { differences: tellDifferences(differs, locale) })}
        </p>
      ) : null}
      {kind === "corrected" ? <p className="small">{t("claimantPage.revisions.corrected")}</p> : null}
      <Reasons change={change} locale={locale} />
      {correction ? (
        <p className="small text-muted">
          {t.rich("claimantPage.revisions.correction", {
            date: () => <DayText instant={correction.at} locale={locale} form="short" />,
            reason: correction.reason,
          })}
        </p>
      ) : null}
      {note ? (
        <p className="small text-muted">
          <bdi>{t("claimantPage.revisions.note", { note })}</bdi>
        </p>
      ) : null}
    </div>
  );
}

function Size({ change: { direction, size, from, to }, locale }: Props) {
  if (!size || (direction !== "up" && direction !== "down")) return null;
  const t = translator(locale);
  const said = {
    difference: formatFigure(size.difference, formatLocaleOf(locale)),
    worded: isPlain(from) && isPlain(to) ? "no" : "yes",
  };
  if (size.ratio === null) return <>, {t(`claimantPage.revisions.size.${direction}`, said)}</>;
  const ratio = formatFigure(rounded(size.ratio), formatLocaleOf(locale));
  return <>, {t(`claimantPage.revisions.size.${direction}Ratio`, { ...said, ratio })}</>;
}

/** Of "more than 9,000" the number is only part of what was said (R2). */
function isPlain(figure: FigureChange["to"]): boolean {
  return figure?.quantity.qualifier === "exact" || figure?.quantity.qualifier === "none";
}

/** Three digits are as much as a reader can use: 1.41, 0.351, 12.5. */
function rounded(ratio: number): number {
  return ratio >= 100 ? Math.round(ratio) : Number(ratio.toPrecision(3));
}

/** R20: why the figure fell, as the decision has it and as each report gives it. */
function Reasons({ change: { reason, reportedReasons }, locale }: Props) {
  const t = translator(locale);
  if (reason === null) return null;
  return (
    <>
      <p className="border-s-3 border-flag ps-2">
        {t("claimantPage.revisions.reason", { reason: t(`downwardReason.${reason}.label`) })}
      </p>
      {reportedReasons.length > 0 ? (
        <div className="small text-muted">
          {t("claimantPage.revisions.reportedTitle")}
          <ul>
            {reportedReasons.map(({ reason, report }) => (
              <li key={`${report.publicId} ${reason}`}>
                {t.rich("claimantPage.revisions.reported", {
                  reason: t(`downwardReason.${reason}.label`),
                  publication: report.publicationName,
                  report: (name: ReactNode) => (
                    <a className="touch" href={`/${locale}/reports/${report.publicId}`}>
                      <bdi>{name}</bdi>
                    </a>
                  ),
                })}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}
