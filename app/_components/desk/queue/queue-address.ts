import { QUEUE_TABS, type QueueSort, type QueueTab } from "@/lib/queue/types";

/** What of the queue is shown, as it stands in the address. */
export type QueueShown = {
  tab: QueueTab;
  event?: string;
  claimant?: string;
  /** "me", "nobody" or the id of an account. */
  assignee?: string;
  sort: QueueSort;
  after?: string;
};

/** Reads an address; what it does not know in it, it leaves out. */
export function readQueueAddress(asked: Record<string, string | string[] | undefined>): QueueShown {
  const one = (name: string) => {
    const value = asked[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  return {
    tab: QUEUE_TABS.find((tab) => tab === asked.tab) ?? "submitted",
    event: matching(one("event"), SLUG),
    claimant: matching(one("claimant"), SLUG),
    assignee: matching(one("assignee"), ASSIGNEE),
    sort: asked.sort === "newest" ? "newest" : "oldest",
    after: one("after"),
  };
}

/** The address of a view of the queue; what is usual is left out of it. */
export function queueAddress(locale: string, { sort, ...shown }: QueueShown): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...shown, sort: sort === "newest" ? sort : undefined }))
    if (value !== undefined) query.set(name, value);
  return `/${locale}/desk/queue?${query}`;
}

/** Whether what waits so is public already: nobody takes it in hand, and it is assessed again on its own page. */
export function isPublished(tab: QueueTab): boolean {
  return tab === "stale" || tab === "contested";
}

const SLUG = /^[a-z0-9-]{1,200}$/;
const ASSIGNEE = /^(me|nobody|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function matching(text: string | undefined, pattern: RegExp): string | undefined {
  return text !== undefined && pattern.test(text) ? text : undefined;
}
