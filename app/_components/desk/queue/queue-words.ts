import { translator } from "@/lib/format/messages";
import type { QueueTab } from "@/lib/queue/types";

/** What can be done with claims that are ticked. */
export const QUEUE_ACTS = ["publish", "return", "review", "take", "giveBack"] as const;
export type QueueAct = (typeof QUEUE_ACTS)[number];

/** What a kind of waiting is there for. A published claim is dealt with on its own page. */
export const ACTS_OF: Record<QueueTab, readonly QueueAct[]> = {
  submitted: ["publish", "return", "review", "take", "giveBack"],
  in_review: ["publish", "return", "take", "giveBack"],
  returned: ["take", "giveBack"],
  stale: [],
  contested: [],
};

/** The words of the form of the queue: it also runs in the browser, where the catalogue is not. */
export type QueueFormWords = ReturnType<typeof queueFormWords>;

/** See QueueFormWords. "{count}" is known only in the browser. */
export function queueFormWords(locale: string) {
  const t = translator(locale);
  return {
    title: t("desk.queue.acts.title"),
    ticked: t("desk.queue.acts.ticked", { count: "{count}" }),
    all: t("desk.queue.acts.all"),
    none: t("desk.queue.acts.none"),
    toActs: t("desk.queue.acts.toActs"),
    tick: t("desk.queue.column.tick"),
    claims: t("desk.queue.acts.claims"),
    reason: t("desk.queue.acts.reason"),
    reasonHint: t("desk.queue.acts.reasonHint"),
    acts: {
      publish: t("desk.queue.acts.publish"),
      return: t("desk.queue.acts.return"),
      review: t("desk.queue.acts.review"),
      take: t("desk.queue.acts.take"),
      giveBack: t("desk.queue.acts.giveBack"),
    },
  };
}
