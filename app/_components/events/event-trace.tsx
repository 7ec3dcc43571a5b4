import { feedPath } from "@/lib/feeds/feed-path";
import { translator } from "@/lib/format/messages";
import { DownloadLine } from "../exports/download-line";
import { historyHref } from "../history/history-href";

/** At the foot of an event: where to follow it, to check what was changed of it, and how to point others to it. */
export function EventTrace({ slug, locale }: { slug: string; locale: string }) {
  const t = translator(locale);
  const path = `/${locale}/events/${slug}`;
  const links = [
    ["timeline", `${path}/timeline`],
    ["history", historyHref(locale, slug)],
    ["corrections", `/${locale}/corrections?event=${slug}`],
    ["follow", feedPath({ of: "event", slug }, "atom", locale)],
    ["feed", feedPath({ of: "corrections", slug }, "atom", locale)],
    ["cite", `${path}/cite`],
    ["embed", `${path}/embed`],
    ["download", `/export/events/${slug}.json`],
    ["guide", `/${locale}/guide?event=${slug}`],
  ] as const;
  return (
    <section className="no-print mt-16 border-t border-rule pt-4">
      <h2 className="text-2xl">{t("event.trace.title")}</h2>
      <p className="small text-muted mt-1 measure-text">{t("event.trace.lead")}</p>
      <ul className="mt-2 flex flex-wrap gap-x-6">
        {links.map(([name, href]) => (
          <li key={name}>
            <a className="inline-block py-2" href={href}>
              {t(`event.trace.${name}`)}
            </a>
          </li>
        ))}
      </ul>
      <DownloadLine
        what="claimsOfEvent"
        hrefOf={(format) => `/export/events/${slug}/claims.${format}`}
        locale={locale}
      />
    </section>
  );
}
