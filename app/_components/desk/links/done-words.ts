import { translator } from "@/lib/format/messages";

const DONE = ["superseded", "merged", "via", "circle", "origin", "declined", "reopened", "stayed"] as const;

/** What was just decided, as the address tells it: a word, a dot and what tells two such answers apart. */
export function linkDoneWords(done: unknown, locale: string): string | null {
  const known = typeof done === "string" ? DONE.find((one) => one === done.split(".")[0]) : undefined;
  return known ? translator(locale)(`desk.links.done.${known}`) : null;
}
