import { setTimeout as wait } from "node:timers/promises";
import { Agent, request } from "undici";
import type { Draw } from "../bench/data/draw";

/** A write as who sent it knows it. */
export type Write = {
  /** The action that its revision has, and a word that stands in it and in no other. */
  action: string;
  marker: string;
  /** done: it was acknowledged; open: nobody heard whether it was done, and it was not sent again. */
  state: "under way" | "done" | "open";
  tries: number;
};

/** People who work through the API of an app, and keep a ledger of all that they send. */
export type Newsroom = {
  ledger: Write[];
  /** What no fault excuses: a refusal that no rule asks for, or a write that never had an answer. */
  complaints: string[];
  /** How often each status other than success came; 0: no answer. */
  statuses: Map<number, number>;
  /** Opens an event for the next figures, and makes it public. */
  openEvent(): Promise<void>;
  /** Everybody begins to write. What it returns lets them finish what they are at. */
  work(): () => Promise<void>;
  /** Whether the app answers who reads and who writes, each within a second. */
  isServed(): Promise<boolean>;
};

type Tokens = { journalist: string; editor: string };
type Answer = { status: number; text: string };
type Sent = { method: "POST" | "PATCH"; token: string; version?: number; key: string | null };
type Told = { id: string; version: number };

/** A claim in so many is logged without a key: it must not be sent again. */
const KEYLESS_IN = 4;
const AGAIN_MS = 150;
const GIVEN_UP_MS = 90_000;
const ANSWER_MS = 40_000;
const SERVED_MS = 1_000;

/** `writers`: how many of them work at once. */
export function openNewsroom(origin: string, tokens: Tokens, draw: Draw, writers: number): Newsroom {
  // Whose process died has no connections left: each request that fails makes a new one.
  const agent = new Agent({ connections: writers + 2, headersTimeout: ANSWER_MS, bodyTimeout: ANSWER_MS });
  const ledger: Write[] = [];
  const complaints: string[] = [];
  const statuses = new Map<number, number>();
  const claimants = Array.from({ length: writers }, (_, n) => ({ slug: `ministry-${n}`, version: 0 }));
  let event = "";
  let events = 0;
  let figures = 0;
  let markers = 0;

  async function send(path: string, body: object, { method, token, version, key }: Sent): Promise<Answer> {
    const headers = {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      ...(version !== undefined && { "if-match": `"v${version}"` }),
      ...(key !== null && { "idempotency-key": key }),
    };
    try {
      const asked = { method, headers, body: JSON.stringify(body), dispatcher: agent };
      const answer = await request(`${origin}/api/v1${path}`, asked);
      return { status: answer.statusCode, text: await answer.body.text() };
    } catch {
      return { status: 0, text: "" };
    }
  }

  /** Sends a write until it is known what became of it. Null: it is not known, and cannot be asked. */
  async function write(action: string, path: string, bodyOf: (marker: string) => object, sent: Sent) {
    markers += 1;
    const entry: Write = { action, marker: `mark-${markers}x`, state: "under way", tries: 0 };
    ledger.push(entry);
    const body = bodyOf(entry.marker);
    for (const end = Date.now() + GIVEN_UP_MS; ; await wait(AGAIN_MS)) {
      entry.tries += 1;
      const { status, text } = await send(path, body, sent);
      if (status >= 200 && status < 300) {
        entry.state = "done";
        return JSON.parse(text).data as Told;
      }
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      // Sent again without a key, with the version that it was for: that one is gone because it was done.
      if (status === 412 && sent.method === "PATCH" && entry.tries > 1 && sent.version) {
        entry.state = "done";
        return { id: "", version: sent.version + 1 };
      }
      const isSafe = sent.key !== null || sent.method === "PATCH";
      if (status > 0 && status < 500)
        complaints.push(`${sent.method} ${path}: ${status} ${text.slice(0, 300)}`);
      else if (isSafe && Date.now() < end) continue;
      else if (isSafe)
        complaints.push(`${sent.method} ${path} had no answer: ${status} ${text.slice(0, 300)}`);
      entry.state = "open";
      return null;
    }
  }

  const as = (token: string, more: Partial<Sent> = {}): Sent => {
    return { method: "POST", token, key: `key-${markers + 1}`, ...more };
  };

  /** From a report to an amended claim, as a journalist and an editor do it. */
  async function tell(writer: number): Promise<void> {
    const { journalist, editor } = tokens;
    const claimant = claimants[writer] as (typeof claimants)[number];
    const title = (marker: string) => ({ publication: "daily", medium: "web", title: marker });
    const report = await write("report.filed", "/reports", title, as(journalist));
    if (!report) return;
    figures += 1;
    const said = {
      event,
      type: "figure",
      claimant: claimant.slug,
      measure: "killed",
      wording: { text: String(figures), language: "en" },
      stated: { edtf: "2026-05-04", zone: "UTC" },
    };
    const carried = (marker: string) => {
      return { ...said, attributions: [{ report: report.id, carries: "quote", locator: marker }] };
    };
    const isKeyless = draw.below(KEYLESS_IN) === 0;
    const sent = as(journalist, isKeyless ? { key: null } : {});
    let claim = await write("attribution.attached", "/claims", carried, sent);
    for (const [step, action, token] of STEPS) {
      if (!claim) return;
      const { id, version } = claim;
      const way = as(token === "editor" ? editor : journalist, { version });
      const body = (reason: string) => ({ reason, ...BODIES[step] });
      claim = await write(action, `/claims/${id}/${step}`, body, way);
    }
    const aliases = (marker: string) => ({ aliases: [marker], reason: "Another name." });
    const { version } = claimant;
    const way = as(editor, { method: "PATCH", version, key: null });
    const edited = await write("claimant.edited", `/claimants/${claimant.slug}`, aliases, way);
    if (edited) claimant.version = edited.version;
  }

  async function must(path: string, body: object, version?: number): Promise<Told> {
    const sent = { method: "POST", token: tokens.editor, key: null, ...(version && { version }) } as const;
    const { status, text } = await send(path, body, sent);
    if (status !== 200 && status !== 201) throw new Error(`${path} was refused: ${status} ${text}`);
    return JSON.parse(text).data;
  }

  async function openEvent(): Promise<void> {
    if (events === 0) {
      await must("/publications", { slug: "daily", name: "The Daily" });
      for (const claimant of claimants) {
        const body = { slug: claimant.slug, name: claimant.slug, kind: "government_body" };
        claimant.version = (await must("/claimants", body)).version;
      }
    }
    events += 1;
    event = `flood-of-${events}`;
    let { version } = await must("/events", {
      slug: event,
      title: `Flood ${events}`,
      summary: "A river rose.",
      place: { name: "Somewhere" },
      occurred: { edtf: "2026-05-03", zone: "UTC" },
    });
    await must(`/events/${event}/measures`, MEASURE);
    for (const step of ["submit", "review", "publish"])
      version = (await must(`/events/${event}/${step}`, {}, version)).version;
  }

  return {
    ledger,
    complaints,
    statuses,
    openEvent,
    work() {
      let isOver = false;
      const writing = claimants.map(async (_, writer) => {
        while (!isOver) await tell(writer);
      });
      return async () => {
        isOver = true;
        await Promise.all(writing);
      };
    },
    async isServed() {
      const signal = AbortSignal.timeout(SERVED_MS);
      const headers = { authorization: `Bearer ${tokens.editor}`, "content-type": "application/json" };
      try {
        const read = await request(`${origin}/api/v1/events?limit=1`, { signal });
        await read.body.dump();
        // Counted and answered by the database; there is nothing to be written.
        const refused = { method: "POST", headers, body: "{}", signal } as const;
        const asked = await request(`${origin}/api/v1/publications`, refused);
        await asked.body.dump();
        return read.statusCode === 200 && asked.statusCode === 422;
      } catch {
        return false;
      }
    },
  };
}

const STEPS = [
  ["submit", "claim.submitted", "journalist"],
  ["review", "claim.review_begun", "editor"],
  ["publish", "claim.published", "editor"],
  ["assessments", "assessment.made", "editor"],
  ["amend", "correction.made", "editor"],
] as const;

const BODIES: Partial<Record<(typeof STEPS)[number][0], object>> = {
  assessments: { status: "unverifiable" },
  amend: { basis: "count" },
};

const MEASURE = {
  slug: "killed",
  label: "People killed",
  kinds: ["killed"],
  unit: "people",
  total: "running_total",
};
