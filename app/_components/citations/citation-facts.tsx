import type { Citation } from "@/lib/citations/citation";
import { translator } from "@/lib/format/messages";
import { tellDay } from "../ui/date-text";
import { Fact, FactList } from "../ui/fact-list";

/** What a citation names: the title, its version with the day since which it stands, its address and the day of access. */
export function CitationFacts({ citation, locale }: { citation: Citation; locale: string }) {
  const t = translator(locale);
  const { title, version, url, published, accessed } = citation;
  return (
    <div className="max-w-3xl">
      <h2 className="sr-only">{t("cite.facts")}</h2>
      <FactList>
        <Fact label={t("cite.what")}>
          <bdi>{title}</bdi>
        </Fact>
        <Fact label={t("cite.versionFact")}>
          {t("cite.versionText", { version, date: tellDay(published, locale) })}
        </Fact>
        <Fact label={t("cite.permalink")}>
          <a href={url} className="break-all" dir="ltr">
            {url}
          </a>
        </Fact>
        <Fact label={t("cite.accessed")}>{t("cite.accessedText", { date: tellDay(accessed, locale) })}</Fact>
        <Fact label={t("cite.licenceFact")}>{t("site.licence")}</Fact>
      </FactList>
    </div>
  );
}
