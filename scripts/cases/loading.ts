import type { Actor } from "../../lib/auth/actor";
import { Invalid } from "../../lib/errors";
import type { CaseEvent } from "./case-shape";

/** Who logs, who decides, and the clock of their work. */
export type Desk = { journalist: Actor; editor: Actor; tick: () => Date };

const NOUNS = ["claimant", "publication", "report", "measure", "claim"] as const;
type Noun = (typeof NOUNS)[number];

/** One event on its way into the database: what is on file of it so far, and what was not accepted. */
export type Loading = {
  event: CaseEvent;
  desk: Desk;
  /** The id of each record that is on file, by its key. */
  ids: Record<Noun, Map<string, string>>;
  /** Each record that was refused, and in which words: "claim mod_63: A figure cannot be negative." */
  refusals: string[];
  /** What was read in another way than it stands in the file. */
  notices: string[];
};

export function beginLoading(event: CaseEvent, desk: Desk): Loading {
  const ids = Object.fromEntries(NOUNS.map((noun) => [noun, new Map()])) as Loading["ids"];
  return { event, desk, ids, refusals: [...event.unread], notices: [] };
}

/** Does one thing to one record. A refusal is kept under the record's name, and the rest goes on; then null. */
export async function attempt<T>(
  { refusals }: Loading,
  record: string,
  work: () => Promise<T>,
): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    refusals.push(`${record}: ${reasonOf(error)}`);
    return null;
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Invalid) {
    return Object.entries(error.fields)
      .map(([field, sentence]) => (field === "form" ? sentence : `${field}: ${sentence}`))
      .join(" ");
  }
  // A library writes where it failed first, and why on its last line.
  return error instanceof Error ? (error.message.trim().split("\n").at(-1) ?? error.name) : String(error);
}

/** A record names another that is not on file, or lacks what it needs. */
export class Unfit extends Error {}

/** The id of a record by its key; null for null. Throws Unfit where it is not on file. */
export function idOf(loading: Loading, noun: Noun, key: string): string;
export function idOf(loading: Loading, noun: Noun, key: string | null): string | null;
export function idOf({ ids }: Loading, noun: Noun, key: string | null): string | null {
  if (key === null) return null;
  const id = ids[noun].get(key);
  if (id === undefined) throw new Unfit(`it names the ${noun} "${key}", which is not on file.`);
  return id;
}

/** A date of the file, read in the zone of the event. */
export function inZone({ event }: Loading, edtf: string): { edtf: string; zone: string };
export function inZone({ event }: Loading, edtf: string | null): { edtf: string; zone: string } | null;
export function inZone({ event }: Loading, edtf: string | null) {
  return edtf === null ? null : { edtf, zone: event.occurred.timeZone };
}
