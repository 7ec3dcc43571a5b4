import { Fact, FactList } from "@/app/_components/ui/fact-list";
import { MomentText } from "@/app/_components/ui/moment-text";
import type { ErrorReportView } from "@/lib/error-reports/desk-error-reports";
import { translator } from "@/lib/format/messages";

/** What a reader wrote, as text and nothing but text, and what became of it. */
export function ReaderSaid({ report, locale }: { report: ErrorReportView; locale: string }) {
  const t = translator(locale);
  const { text, url, contact, claimVersion, currentClaimVersion, receivedAt } = report;
  const { state, decidedAt, decidedBy, answer } = report;
  const isOpen = state === "open";
  return (
    <section className="min-w-0">
      <h2 className="text-2xl mb-3">{t("desk.errorReport.said")}</h2>
      <p
        className="mb-5 border-s-3 border-rule-strong ps-4 measure-text whitespace-pre-line wrap-anywhere"
        dir="auto"
      >
        {text}
      </p>
      <FactList>
        <Fact label={t("desk.errorReport.url")} isMissing={url === null}>
          {url === null ? (
            t("desk.errorReport.notGiven")
          ) : (
            <a className="wrap-anywhere" href={url} rel="nofollow noopener noreferrer" dir="ltr">
              {url}
            </a>
          )}
        </Fact>
        <Fact label={t("desk.errorReport.contact")} isMissing={contact === null}>
          {contact === null ? (
            t(isOpen ? "desk.errorReport.notGiven" : "desk.errorReport.contactGone")
          ) : (
            <bdi className="wrap-anywhere">{contact}</bdi>
          )}
        </Fact>
        <Fact label={t("desk.errorReport.receivedAt")}>
          <MomentText instant={receivedAt} locale={locale} />
        </Fact>
        <Fact label={t("desk.errorReport.seen")}>
          {t(
            claimVersion === currentClaimVersion
              ? "desk.errorReport.seenStands"
              : "desk.errorReport.seenThen",
            {
              before: claimVersion,
              now: currentClaimVersion,
            },
          )}
        </Fact>
        {decidedAt === null ? null : (
          <Fact label={t(`desk.errorReport.state.${isOpen ? "accepted" : state}`)}>
            <bdi>{decidedBy}</bdi>, <MomentText instant={decidedAt} locale={locale} />
            <span className="block whitespace-pre-line wrap-anywhere" dir="auto">
              {answer}
            </span>
          </Fact>
        )}
      </FactList>
    </section>
  );
}
