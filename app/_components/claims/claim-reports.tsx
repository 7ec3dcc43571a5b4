import type { AttributionView } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import { DateText } from "../ui/date-text";
import { HowCarried } from "./how-carried";
import { ReportAddress } from "./report-address";

type Props = { attributions: AttributionView[]; own: string; locale: string };
type Carrier = { report: AttributionView["report"]; ways: AttributionView[] };

/** Every report that carries a claim: which it is, in how many ways it carries the claim, and what it made of it. */
export function ClaimReports({ attributions, own, locale }: Props) {
  const t = translator(locale);
  const carriers = byReport(attributions);
  return (
    <section id="reports">
      <h2 className="text-2xl">{t("claimPage.reports.title")}</h2>
      <p className="text-muted mt-1">{t("claimPage.reports.count", { count: carriers.length })}</p>
      <ol className="mt-3 border-t border-rule">
        {carriers.map((carrier) => (
          <li key={carrier.report.publicId} className="border-b border-rule py-4">
            <ReportEntry carrier={carrier} own={own} locale={locale} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function byReport(attributions: AttributionView[]): Carrier[] {
  const carriers = new Map<string, Carrier>();
  for (const attribution of attributions) {
    const { report } = attribution;
    const carrier = carriers.get(report.publicId) ?? { report, ways: [] };
    carrier.ways.push(attribution);
    carriers.set(report.publicId, carrier);
  }
  return [...carriers.values()];
}

function ReportEntry({
  carrier: { report, ways },
  own,
  locale,
}: {
  carrier: Carrier;
  own: string;
  locale: string;
}) {
  const t = translator(locale);
  return (
    <>
      <h3 className="text-lg leading-snug">
        <a className="plain-link" href={`/${locale}/reports/${report.publicId}`}>
          {report.title === null ? t("claimPage.reports.untitled") : <bdi>{report.title}</bdi>}
        </a>
      </h3>
      <p className="text-muted">
        {t.rich("claimPage.reports.of", {
          publication: () => (
            <a href={`/${locale}/publications/${report.publication.slug}`}>
              <bdi>{report.publication.name}</bdi>
            </a>
          ),
          date: () =>
            report.published ? (
              <DateText date={report.published} locale={locale} />
            ) : (
              t("claimPage.reports.dateUnknown")
            ),
        })}
      </p>
      {ways.map((way) => (
        <HowCarried key={way.id} how={way} own={own} locale={locale} />
      ))}
      <div className="mt-2 small text-muted measure-text">
        {report.note ? (
          <p>{t.rich("claimPage.reports.note", { note: () => <bdi>{report.note}</bdi> })}</p>
        ) : null}
        <ReportAddress url={report.url} archiveUrl={report.archiveUrl} locale={locale} />
      </div>
    </>
  );
}
