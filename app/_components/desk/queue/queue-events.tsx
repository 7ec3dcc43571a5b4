import { translator } from "@/lib/format/messages";
import type { QueueEvent } from "@/lib/queue/types";
import { waitedWords } from "./waiting-since";

type Props = { events: readonly QueueEvent[]; now: number; locale: string };

/** Events that were handed in, each leading to its page of the desk, where its next steps are. */
export function QueueEvents({ events, now, locale }: Props) {
  const t = translator(locale);
  if (events.length === 0) return null;
  return (
    <section className="my-6">
      <h2 className="text-xl border-b border-ink pb-1.5">{t("desk.queue.events")}</h2>
      <ul>
        {events.map(({ id, slug, title, recordStatus, statusSince }) => (
          <li key={id} className="border-b border-rule py-2 flex flex-wrap items-baseline gap-x-3">
            <a className="font-serif text-lg py-1" href={`/${locale}/desk/events/${slug}`}>
              <bdi>{title}</bdi>
            </a>
            <span className="small text-muted">
              {t("desk.queue.eventSince", {
                status: t(`recordStatus.${recordStatus}.label`),
                since: waitedWords(statusSince, now, locale),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
