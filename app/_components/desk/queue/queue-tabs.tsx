import clsx from "clsx";
import { translator } from "@/lib/format/messages";
import { QUEUE_TABS, type QueueCounts, type QueueTab } from "@/lib/queue/types";
import { queueAddress } from "./queue-address";
import { queueCount } from "./queue-count";

type Props = { counts: QueueCounts; shown: QueueTab; locale: string };

/** The kinds of waiting, each with how many claims wait so. */
export function QueueTabs({ counts, shown, locale }: Props) {
  const t = translator(locale);
  return (
    <nav aria-label={t("desk.queue.tabs")} className="border-b border-rule">
      <ul className="flex flex-wrap gap-x-6">
        {QUEUE_TABS.map((tab) => (
          <li key={tab}>
            <a
              className={clsx(
                "plain-link inline-block py-2 border-b-3",
                tab === shown ? "font-semibold border-ink" : "border-transparent",
              )}
              href={queueAddress(locale, { tab, sort: "oldest" })}
              aria-current={tab === shown ? "page" : undefined}
            >
              {t(`desk.queue.tab.${tab}.label`)}{" "}
              <span className="text-muted font-normal tabular-nums">{queueCount(counts[tab], locale)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
