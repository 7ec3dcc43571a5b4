import { translator } from "@/lib/format/messages";
import { THEMES, type Theme } from "./theme";

/** The foot of every page: the choice of colours, as a form that needs no script, and what the site is. */
export function SiteFooter({ locale, theme, version }: { locale: string; theme: Theme; version: string }) {
  const t = translator(locale);
  return (
    <footer className="page no-print mt-20 small text-muted">
      <div className="border-t border-rule py-6 flex flex-wrap items-center justify-between gap-x-8 gap-y-4">
        <ul className="flex flex-wrap gap-x-6 gap-y-1" aria-label={t("site.footer")}>
          <li>
            <a href={`/${locale}/method`}>{t("site.method")}</a>
          </li>
          <li>
            <a href={`/${locale}/about`}>{t("site.about")}</a>
          </li>
          <li>
            <a href={`/${locale}/guide`}>{t("site.guide")}</a>
          </li>
          <li>
            <a href={`/${locale}/follow`}>{t("site.follow")}</a>
          </li>
          <li>
            <a href={`/${locale}/corrections`}>{t("site.corrections")}</a>
          </li>
          <li>
            <a href={`/${locale}/api`}>{t("site.api")}</a>
          </li>
          <li>
            <a href={`/${locale}/data`}>{t("site.data")}</a>
          </li>
          <li>
            <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
              {t("site.licence")}
            </a>
          </li>
          <li>
            <a href={`/${locale}/desk`}>{t("site.desk")}</a>
          </li>
          <li>{t("site.version", { version })}</li>
        </ul>
        <form action="/theme" method="post" className="flex flex-wrap items-center gap-2">
          <label htmlFor="theme">{t("site.theme")}</label>
          <select id="theme" name="theme" defaultValue={theme}>
            {THEMES.map((choice) => (
              <option key={choice} value={choice}>
                {t(`site.themes.${choice}`)}
              </option>
            ))}
          </select>
          <button type="submit">{t("site.themeApply")}</button>
        </form>
      </div>
    </footer>
  );
}
