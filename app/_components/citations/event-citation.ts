import { type Citation, onOneLine } from "@/lib/citations/citation";
import type { CitedEvent } from "@/lib/citations/find-cited";
import { formatLocaleOf, translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";

/** How an event is cited as it stands. `now` is the time of access, ms since 1970 UTC. */
export function eventCitation(event: CitedEvent, now: number, locale: string): Citation {
  const t = translator(locale);
  const { slug, title, version, changedAt } = event;
  return {
    key: `counterclaim-event-${slug}-v${version}`,
    title: onOneLine(title),
    site: onOneLine(t("site.name")),
    language: formatLocaleOf(locale),
    version: onOneLine(t("cite.version", { version })),
    url: siteUrl(`/${locale}/events/${slug}/v/${version}`),
    published: changedAt,
    accessed: now,
  };
}
