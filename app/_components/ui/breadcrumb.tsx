import { translator } from "@/lib/format/messages";

export type Crumb = { label: string; href: string };

/** The way back up: from the site to what the page belongs to. */
export function Breadcrumb({ crumbs, locale }: { crumbs: Crumb[]; locale: string }) {
  const t = translator(locale);
  return (
    <nav aria-label={t("site.breadcrumb")} className="small text-muted no-print pt-4">
      <ol className="flex flex-wrap">
        {crumbs.map(({ label, href }, i) => (
          <li key={href}>
            {i > 0 ? (
              <span aria-hidden="true" className="px-2">
                /
              </span>
            ) : null}
            <a className="plain-link inline-block py-1" href={href}>
              <bdi>{label}</bdi>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
