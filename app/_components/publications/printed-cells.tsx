import type { PrintedClaim } from "@/lib/claims/printed-claim";
import { translator } from "@/lib/format/messages";
import { WordingText } from "../claims/wording-text";
import { claimHref } from "../figures/figure-name";
import { DateText } from "../ui/date-text";

type Props = { printed: PrintedClaim; locale: string };

/** What was claimed: in its own words, leading to the claim, with whose it is, when, what it counts and where. */
export function ClaimedCell({ printed: { claim }, locale }: Props) {
  const look = claim.raw === null ? "font-serif leading-snug" : "figure text-lg leading-snug";
  return (
    <div>
      <a className={look} href={claimHref(locale, claim.publicId)}>
        <WordingText wording={claim.wording} locale={locale} />
      </a>
      {claim.measureLabel ? (
        <span className="block">
          <bdi>{claim.measureLabel}</bdi>
        </span>
      ) : null}
      <small>
        <bdi>{claim.claimant.name}</bdi>, <DateText date={claim.stated} locale={locale} form="short" />
      </small>
      <small>
        <bdi>{claim.event.title}</bdi>
      </small>
    </div>
  );
}

/** Which report it was, when it was published, and how it carries the claim. */
export function ReportCell({ printed: { report, carries }, locale }: Props) {
  const t = translator(locale);
  return (
    <div>
      <a className="font-serif leading-snug" href={`/${locale}/reports/${report.publicId}`}>
        {report.title === null ? t("claimPage.reports.untitled") : <bdi>{report.title}</bdi>}
      </a>
      <small>
        {report.published ? (
          <DateText date={report.published} locale={locale} form="short" />
        ) : (
          t("claimPage.reports.dateUnknown")
        )}
        , {t(`carries.${carries}.label`)}
      </small>
    </div>
  );
}

/** The exact words of the report, and its own figure where that is another than the claim's. */
export function PrintedCell({ printed: { drift, passage }, locale }: Props) {
  const t = translator(locale);
  if (!drift && !passage)
    return <span className="text-muted">{t("publicationPage.misreport.noPassage")}</span>;
  return (
    <div className="grid gap-1">
      {drift ? (
        <p className="figure text-lg leading-snug" lang={passage?.language}>
          <bdi>{drift.raw}</bdi>
        </p>
      ) : null}
      {passage ? (
        <div className="font-serif">
          <WordingText wording={passage} locale={locale} quoted />
        </div>
      ) : null}
    </div>
  );
}
