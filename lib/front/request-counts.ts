import type { IncomingMessage, ServerResponse } from "node:http";

/** What was answered by more than what is kept: how often, by kind and status, and how long each took. */
export type RequestCounts = {
  answered: Map<string, { kind: Kind; status: number; count: number }>;
  /** In ms, by kind, since they were last read. */
  durations: { kind: Kind; ms: number }[];
};

/** No address is a kind: they are personal, and there is no end to them. */
export type Kind = "page" | "form" | "api" | "download" | "feed" | "file" | "probe";

export const newRequestCounts = (): RequestCounts => ({ answered: new Map(), durations: [] });

const DURATIONS_MAX = 10_000;
const KINDS: readonly [RegExp, Kind][] = [
  [/^\/(?:health|ready|metrics)$/, "probe"],
  [/^\/api\//, "api"],
  [/^\/export\//, "download"],
  [/^\/feeds\//, "feed"],
  [/^\/(?:_next|files)\//, "file"],
];

/** Counts a request when its answer has ended, with how long that took since it came. */
export function noteRequest(
  { answered, durations }: RequestCounts,
  { method, url = "" }: IncomingMessage,
  response: ServerResponse,
): void {
  const begun = performance.now();
  const kind = kindOf(url, method === "GET" || method === "HEAD");
  response.once("close", () => {
    // Who went away before anything was sent got no status.
    const status = response.headersSent ? response.statusCode : 499;
    const name = `${kind} ${status}`;
    const counted = answered.get(name) ?? { kind, status, count: 0 };
    counted.count += 1;
    answered.set(name, counted);
    if (durations.length < DURATIONS_MAX) durations.push({ kind, ms: performance.now() - begun });
  });
}

function kindOf(url: string, isRead: boolean): Kind {
  const path = url.split("?", 1)[0] as string;
  return KINDS.find(([pattern]) => pattern.test(path))?.[1] ?? (isRead ? "page" : "form");
}
