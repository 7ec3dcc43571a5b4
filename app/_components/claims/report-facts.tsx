import { translator } from "@/lib/format/messages";
import type { ReportPage } from "@/lib/reports/types";
import { DateText } from "../ui/date-text";
import { Fact, FactList } from "../ui/fact-list";
import { languageName } from "../ui/name-of";

/** What a report is, where it stands, and whether it was kept. What nobody recorded is said to be missing. */
export function ReportFacts({ report, locale }: { report: ReportPage; locale: string }) {
  const t = translator(locale);
  const { publication, title, published, medium, language, url, archiveState, archiveUrl, note } = report;
  return (
    <section className="max-w-2xl">
      <h2 className="sr-only">{t("reportPage.facts")}</h2>
      <FactList>
        <Fact label={t("reportPage.publication")}>
          <a href={`/${locale}/publications/${publication.slug}`}>
            <bdi>{publication.name}</bdi>
          </a>
        </Fact>
        {title === null ? (
          <Fact label={t("reportPage.title")} isMissing>
            {t("reportPage.titleNotKnown")}
          </Fact>
        ) : null}
        <Fact label={t("reportPage.published")} isMissing={published === null}>
          {published ? <DateText date={published} locale={locale} /> : t("reportPage.dateNotKnown")}
        </Fact>
        <Fact label={t("reportPage.medium")}>{t(`medium.${medium}.label`)}</Fact>
        {language ? <Fact label={t("reportPage.language")}>{languageName(language, locale)}</Fact> : null}
        <Fact label={t("reportPage.address")} isMissing={url === null}>
          {url ? (
            <a className="break-all" href={url} rel="external noopener">
              {url}
            </a>
          ) : (
            t("reportPage.addressNotKnown")
          )}
        </Fact>
        <Fact label={t("reportPage.archive")} isMissing={archiveUrl === null}>
          {archiveUrl ? (
            <a className="break-all" href={archiveUrl} rel="external noopener">
              {archiveUrl}
            </a>
          ) : (
            t(`reportPage.archiveStates.${archiveState}`)
          )}
        </Fact>
        {note ? (
          <Fact label={t("reportPage.note")}>
            <bdi>{note}</bdi>
          </Fact>
        ) : null}
      </FactList>
    </section>
  );
}
