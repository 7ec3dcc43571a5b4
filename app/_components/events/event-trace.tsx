import { translator } from "@/lib/format/messages";
import { feedHref } from "../corrections/feed-href";
import { historyHref } from "../history/history-href";

/** At the foot of an event: where to follow what was changed of it. */
export function EventTrace({ slug, locale }: { slug: string; locale: string }) {
  const t = translator(locale);
  const links = [
    ["history", historyHref(locale, slug)],
    ["corrections", `/${locale}/corrections?event=${slug}`],
    ["feed", feedHref(locale, slug)],
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
    </section>
  );
}
