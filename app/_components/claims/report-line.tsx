import type { AttributionView } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import { DateText } from "../ui/date-text";

/** How many reports are told at once; of more, the rest stand behind their number. */
const TOLD_MAX = 3;

/** By which reports a claim is carried, and how. Those that change its words or get it wrong are told first. */
export function ReportLines({ attributions, locale }: { attributions: AttributionView[]; locale: string }) {
  const t = translator(locale);
  if (attributions.length === 0) return <span className="text-muted">{t("figures.table.noReport")}</span>;
  const ordered = attributions.toSorted((a, b) => Number(isChanged(b)) - Number(isChanged(a)));
  if (ordered.length <= TOLD_MAX) return <Lines attributions={ordered} locale={locale} />;
  const told = Math.max(TOLD_MAX - 1, ordered.filter(isChanged).length);
  const more = ordered.slice(told);
  return (
    <>
      <Lines attributions={ordered.slice(0, told)} locale={locale} />
      {more.length > 0 ? (
        <details className="small mt-1.5">
          <summary>{t("figures.table.moreReports", { count: more.length })}</summary>
          <Lines attributions={more} locale={locale} />
        </details>
      ) : null}
    </>
  );
}

function isChanged({ drift, misreport }: AttributionView): boolean {
  return drift !== null || misreport !== null;
}

function Lines({ attributions, locale }: { attributions: AttributionView[]; locale: string }) {
  return (
    <ul className="reports">
      {attributions.map((attribution) => (
        <li key={attribution.id}>
          <ReportLine attribution={attribution} locale={locale} />
        </li>
      ))}
    </ul>
  );
}

/** One report: who published it and when, how it carries the claim, what it changed, what it got wrong. */
function ReportLine({ attribution, locale }: { attribution: AttributionView; locale: string }) {
  const t = translator(locale);
  const { report, via, drift, misreport, carries } = attribution;
  return (
    <>
      <a className="touch" href={`/${locale}/reports/${report.publicId}`}>
        <bdi>{report.publication.name}</bdi>
      </a>
      {report.published ? (
        <>
          {" "}
          <span className="text-muted">
            <DateText date={report.published} locale={locale} form="short" />
          </span>
        </>
      ) : null}
      {via ? (
        <small>
          <bdi>{t("claims.via", { name: via.kind === "report" ? via.publicationName : via.name })}</bdi>
        </small>
      ) : null}
      {!via && carries !== "paraphrase" ? <small>{t(`carries.${carries}.label`)}</small> : null}
      {drift ? (
        <small>
          <bdi>{t("figures.table.drift", { raw: drift.raw })}</bdi>
        </small>
      ) : null}
      {misreport ? <small>{t("figures.table.misreport", { note: misreport })}</small> : null}
    </>
  );
}
