import { translator } from "@/lib/format/messages";

/** Counts of the queue are counted no further. */
export const QUEUE_COUNT_MAX = 1000;

/** A count of the queue in words: "12", "1,000 or more". */
export function queueCount(count: number, locale: string): string {
  return translator(locale)(count >= QUEUE_COUNT_MAX ? "desk.queue.many" : "desk.queue.number", { count });
}
