import type { EventPage } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import { Banner } from "../ui/banner";

/** That what an older address told is told in two places since the event was split: on either page, where the other is. */
export function OtherParts({ parts, locale }: { parts: EventPage["parts"]; locale: string }) {
  const t = translator(locale);
  return parts.map(({ slug, title, isOlder }) => (
    <Banner key={slug} title={t(`event.split.${isOlder ? "fromTitle" : "intoTitle"}`)}>
      <p>
        {t.rich(`event.split.${isOlder ? "from" : "into"}`, {
          event: () => (
            <a href={`/${locale}/events/${slug}`}>
              <bdi>{title}</bdi>
            </a>
          ),
        })}
      </p>
    </Banner>
  ));
}
