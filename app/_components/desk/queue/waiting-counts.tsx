import { translator } from "@/lib/format/messages";
import type { QueueCounts } from "@/lib/queue/types";
import { queueAddress } from "./queue-address";
import { queueCount } from "./queue-count";

/** How much waits for an editor and where, for the first page of the desk. */
export function WaitingCounts({ counts, locale }: { counts: QueueCounts; locale: string }) {
  const t = translator(locale);
  const desk = `/${locale}/desk`;
  const tab = (name: "submitted" | "in_review" | "stale") => ({
    href: queueAddress(locale, { tab: name, sort: "oldest" }),
    label: t(`desk.queue.tab.${name}.label`),
    count: counts[name],
  });
  const places = [
    tab("submitted"),
    tab("in_review"),
    tab("stale"),
    { href: `${desk}/queue`, label: t("desk.queue.events"), count: counts.events },
    { href: `${desk}/error-reports`, label: t("desk.queue.errorReports"), count: counts.errorReports },
    { href: `${desk}/links`, label: t("desk.queue.links"), count: counts.links },
    { href: `${desk}/estimates`, label: t("desk.queue.estimates"), count: counts.estimates },
  ];
  return (
    <>
      <p className="py-2">
        {t("desk.queue.mineCount", { count: queueCount(counts.mine, locale) })}{" "}
        {(["submitted", "in_review"] as const).map((name) => (
          <a
            key={name}
            className="inline-block py-1 me-3"
            href={queueAddress(locale, { tab: name, assignee: "me", sort: "oldest" })}
          >
            {t(`recordStatus.${name}.label`)}
          </a>
        ))}
      </p>
      <ul className="grid gap-x-8 sm:grid-cols-2">
        {places.map(({ href, label, count }) => (
          <li key={label} className="flex items-baseline justify-between gap-x-4 border-b border-rule">
            <a className="plain-link inline-block py-2" href={href}>
              {label}
            </a>
            <span className={count > 0 ? "font-semibold tabular-nums" : "text-muted tabular-nums"}>
              {queueCount(count, locale)}
            </span>
          </li>
        ))}
      </ul>
      <a className="inline-block mt-2 py-2" href={`${desk}/queue`}>
        {t("desk.home.queueAll")}
      </a>
    </>
  );
}
