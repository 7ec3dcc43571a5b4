import type { FollowedEvent } from "@/lib/events/list-followed";
import { translator } from "@/lib/format/messages";
import { DayText } from "../ui/date-text";

/** The events that somebody follows, with what waits in them for an editor. */
export function FollowedList({ events, locale }: { events: FollowedEvent[]; locale: string }) {
  const t = translator(locale);
  if (events.length === 0) return <p className="text-muted">{t("desk.home.noneFollowed")}</p>;
  return (
    <ul>
      {events.map(({ slug, title, recordStatus, changedAt, waiting }) => (
        <li key={slug} data-row className="border-b border-rule py-3">
          <a className="plain-link" href={`/${locale}/desk/events/${slug}`}>
            <bdi>{title}</bdi>
          </a>
          <p className="small text-muted">
            {t(`recordStatus.${recordStatus}.label`)} · {t("desk.home.waiting", { count: waiting })} ·{" "}
            {t("desk.home.changed")} <DayText instant={changedAt} locale={locale} />
          </p>
        </li>
      ))}
    </ul>
  );
}
