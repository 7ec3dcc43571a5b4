import type { Metadata } from "next";
import { DEFAULT_LOCALE, isLocale, translator } from "@/lib/format/messages";
import { markMissing } from "@/lib/http/answer";
import { PageTitle } from "./page-title";
import { SearchForm } from "./site-header";

/** Said where nothing is found at an address. Rendering it makes the answer a 404. */
export function Missing({ locale: asked }: { locale: string }) {
  markMissing();
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  const t = translator(locale);
  return (
    <>
      <PageTitle title={t("errors.notFound.title")} />
      <p className="measure-text">{t("errors.notFound.body")}</p>
      <SearchForm locale={locale} className="mt-6 max-w-md" id="search-again" />
      <p className="mt-6">
        <a href={`/${locale}`}>{t("errors.notFound.home")}</a>
      </p>
    </>
  );
}

export function missingMetadata(locale: string): Metadata {
  const t = translator(isLocale(locale) ? locale : DEFAULT_LOCALE);
  return { title: t("errors.notFound.title"), robots: { index: false } };
}
