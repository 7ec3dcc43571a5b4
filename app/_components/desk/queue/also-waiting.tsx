import { translator } from "@/lib/format/messages";
import type { QueueCounts } from "@/lib/queue/types";
import { queueCount } from "./queue-count";

/** What else waits for an editor, on pages of its own. */
export function AlsoWaiting({ counts, locale }: { counts: QueueCounts; locale: string }) {
  const t = translator(locale);
  const desk = `/${locale}/desk`;
  const places = [
    { href: `${desk}/error-reports`, label: t("desk.queue.errorReports"), count: counts.errorReports },
    { href: `${desk}/links`, label: t("desk.queue.links"), count: counts.links },
    { href: `${desk}/estimates`, label: t("desk.queue.estimates"), count: counts.estimates },
    { href: `${desk}/proposals`, label: t("desk.queue.proposals"), count: null },
  ];
  return (
    <nav aria-label={t("desk.queue.also")}>
      <ul className="flex flex-wrap gap-x-6">
        {places.map(({ href, label, count }) => (
          <li key={href}>
            <a className="inline-block py-2" href={href}>
              {count === null
                ? label
                : t("desk.queue.alsoCount", { place: label, count: queueCount(count, locale) })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
