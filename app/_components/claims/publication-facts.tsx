import { translator } from "@/lib/format/messages";
import type { PublicationPage } from "@/lib/publications/types";
import { Fact, FactList } from "../ui/fact-list";
import { NameList } from "../ui/name-list";
import { countryName } from "../ui/name-of";

/** What a publication is: its other names, its country, its owner's other publications, and what is on record of it. */
export function PublicationFacts({ publication, locale }: { publication: PublicationPage; locale: string }) {
  const t = translator(locale);
  const { slug, aliases, country, family, claimants, counts } = publication;
  return (
    <section className="max-w-2xl">
      <h2 className="sr-only">{t("publicationPage.facts")}</h2>
      <FactList>
        {aliases.length > 0 ? (
          <Fact label={t("publicationPage.aliases")}>
            <NameList names={aliases.map((name) => ({ name }))} />
          </Fact>
        ) : null}
        {country ? <Fact label={t("publicationPage.country")}>{countryName(country, locale)}</Fact> : null}
        {claimants.length > 0 ? (
          <Fact label={t("publicationPage.claimants")}>
            <NameList
              names={claimants.map((one) => ({ name: one.name, href: `/${locale}/claimants/${one.slug}` }))}
            />
          </Fact>
        ) : null}
        <Fact label={t("publicationPage.family")} isMissing={family === null}>
          {family ? <Family family={family} locale={locale} /> : t("publicationPage.noFamily")}
        </Fact>
        <Fact label={t("publicationPage.counts")}>
          {t("publicationPage.reportCount", { count: counts.reports })},{" "}
          <a href={`/${locale}/claims?publication=${slug}`}>
            {t("publicationPage.claimCount", { count: counts.claims })}
          </a>
          , {t("publicationPage.misreportCount", { count: counts.misreports })}
        </Fact>
      </FactList>
    </section>
  );
}

function Family({ family, locale }: { family: NonNullable<PublicationPage["family"]>; locale: string }) {
  const t = translator(locale);
  return (
    <>
      <bdi>{family.name}</bdi>
      {family.others.length > 0 ? (
        <div className="flex flex-wrap gap-x-1">
          <span className="text-muted">{t("publicationPage.familyOthers")}</span>
          <NameList
            names={family.others.map(({ slug, name }) => ({ name, href: `/${locale}/publications/${slug}` }))}
          />
        </div>
      ) : null}
      <span className="block small text-muted">{t("publicationPage.familyWhy")}</span>
    </>
  );
}
