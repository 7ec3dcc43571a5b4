import { translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";

/** Who publishes what is here: the site, never a claimant. */
export function siteOrganization(locale: string): object {
  return { "@type": "Organization", name: translator(locale)("site.name"), url: siteUrl() };
}

/** The site, and how it is searched. */
export function siteData(locale: string): object {
  const t = translator(locale);
  return {
    "@type": "WebSite",
    name: t("site.name"),
    description: t("site.description"),
    url: siteUrl(`/${locale}`),
    inLanguage: locale,
    potentialAction: {
      "@type": "SearchAction",
      target: {
        "@type": "EntryPoint",
        urlTemplate: `${siteUrl(`/${locale}/search`)}?q={search_term_string}`,
      },
      "query-input": "required name=search_term_string",
    },
  };
}
