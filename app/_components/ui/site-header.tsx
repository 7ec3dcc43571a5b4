import { translator } from "@/lib/format/messages";

/**
 * Links of the reading pages are plain anchors, not the router's: each page is one stored answer that
 * needs no script, and a page that loads nothing beyond itself is as quick as one that prefetches.
 */
export function SiteHeader({ locale }: { locale: string }) {
  const t = translator(locale);
  const places = [
    { href: `/${locale}`, label: t("site.events") },
    { href: `/${locale}/claims`, label: t("site.claims") },
    { href: `/${locale}/compare`, label: t("site.compare") },
    { href: `/${locale}/method`, label: t("site.method") },
  ];
  return (
    <header className="page no-print">
      <div className="flex flex-wrap items-center gap-x-7 border-b border-rule py-3">
        <a
          className="plain-link font-serif text-[1.375rem] font-bold tracking-[-0.01em] py-1.5 -order-2"
          href={`/${locale}`}
        >
          {t("site.name")}
        </a>
        <nav aria-label={t("site.navigation")}>
          <ul className="flex flex-wrap gap-x-6">
            {places.map(({ href, label }) => (
              <li key={href}>
                <a className="plain-link text-muted hover:text-ink inline-block py-2.5" href={href}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <SearchForm locale={locale} className="ms-auto hidden sm:block" />
        <a className="plain-link text-muted ms-auto -order-1 py-2.5 sm:hidden" href={`/${locale}/search`}>
          {t("site.search")}
        </a>
      </div>
    </header>
  );
}

/** The search box: leads to what is found of every kind. */
export function SearchForm({
  locale,
  className,
  id = "search",
  typed = "",
}: {
  locale: string;
  className?: string;
  id?: string;
  typed?: string;
}) {
  const t = translator(locale);
  return (
    <search className={className}>
      <form action={`/${locale}/search`} className="flex gap-2">
        <label htmlFor={id} className="sr-only">
          {t("site.searchLabel")}
        </label>
        <input
          id={id}
          name="q"
          type="search"
          defaultValue={typed}
          placeholder={t("site.searchHint")}
          className="w-60 min-w-0 grow"
          maxLength={200}
        />
        <button type="submit">{t("site.search")}</button>
      </form>
    </search>
  );
}
