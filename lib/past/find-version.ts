import "server-only";
import { db } from "../db/client";
import type { EventPage } from "../events/types";
import type { Action } from "../history/schema";
import { statesOf } from "../history/state-at";
import { publishedEvent } from "../publishing/gate";
import { listPublicRevisions } from "../publishing/public-revisions";
import { pageOf } from "./event-rows";
import { foldEvent } from "./fold-event";
import { isShown } from "./folded-claims";
import { readFolded } from "./read-folded";

/** One version of an event: what its history was when readers saw it so. */
export type Version = {
  /** Of the last revision that it holds. */
  number: number;
  /** In milliseconds since 1970 UTC. */
  at: number;
  action: Action;
  by: string;
  /** Of the chain, at that revision: it covers all that came before. */
  hash: string;
  previous: number | null;
  next: number | null;
  /** The number of the version that readers see now. */
  last: number;
  /** Claims that readers saw then, and that are not public any more: duplicates of others. */
  withheld: number;
};

export type FoundVersion = { page: EventPage; version: Version };

/** The number of a revision as it stands in an address; null where it is none. */
export function readVersionNumber(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/**
 * A published event exactly as readers saw it after a revision of its chain, rebuilt from its history alone; the number of
 * the version that holds the revision, where that is another, since readers never saw the half of what was done at once,
 * nor what was not public; or null where there was nothing public yet, or never so many revisions. What was redacted
 * since is gone (R35), and so is what is not public any more (R34). 15 queries, whatever the number of claims.
 */
export async function findVersion(
  slug: string,
  number: number,
  relationsOf: string | null = null,
): Promise<FoundVersion | number | null> {
  const event = await findPublic(slug);
  const asked =
    event &&
    (await db().revision.findUnique({
      where: { chainId_number: { chainId: event.id, number } },
      select: { at: true },
    }));
  if (!asked) return null;
  const held = await lastShown(event, asked.at);
  if (held === null) return null;
  if (held !== number) return held;

  const [folded, version] = await Promise.all([
    readFolded(event.id, number, asked.at),
    readVersion(event, number, asked.at),
  ]);
  const rows = foldEvent(folded);
  if (!rows) return null;
  const claims = [...statesOf(folded.states, "claim").values()];
  const withheld = claims.filter((state) => isShown(state, event.id) && !folded.gate.claims.has(state.id));
  return { page: pageOf(rows, relationsOf), version: { ...version, withheld: withheld.length } };
}

/** The number of the version of a published event that readers saw at an instant (in milliseconds since 1970 UTC), or null. */
export async function findVersionAt(slug: string, instant: number): Promise<number | null> {
  const event = await findPublic(slug);
  return event && lastShown(event, new Date(instant));
}

/** The present address of a published event that had this one before, and is the same event; or null (R30). */
export async function findRenamed(slug: string): Promise<string | null> {
  const former = await db().formerSlug.findFirst({
    where: { kind: "event", slug, event: publishedEvent },
    select: { event: { select: { slug: true } } },
  });
  return former?.event?.slug ?? null;
}

type Public = { id: string; publishedAt: Date | null };

function findPublic(slug: string): Promise<Public | null> {
  return db().event.findFirst({
    where: { slug, ...publishedEvent },
    select: { id: true, publishedAt: true },
  });
}

async function readVersion(event: Public, number: number, at: Date): Promise<Omit<Version, "withheld">> {
  const before = new Date(at.getTime() - 1);
  const [revision, previous, next, last] = await Promise.all([
    db().revision.findUniqueOrThrow({
      where: { chainId_number: { chainId: event.id, number } },
      select: { action: true, hash: true, actor: { select: { name: true } } },
    }),
    lastShown(event, before),
    nextPublic(event.id, at),
    lastPublic(event.id, null),
  ]);
  return {
    number,
    at: at.getTime(),
    action: revision.action as Action,
    by: revision.actor.name,
    hash: revision.hash,
    previous,
    next,
    last: last ?? number,
  };
}

/** The last public revision of an event by an instant; null before its own publication, when readers saw nothing. */
async function lastShown({ id, publishedAt }: Public, until: Date): Promise<number | null> {
  return publishedAt && publishedAt <= until ? lastPublic(id, until) : null;
}

/** The last public revision of a chain by an instant. */
async function lastPublic(eventId: string, until: Date | null): Promise<number | null> {
  const [found] = await listPublicRevisions(eventId, { before: null, claimId: null, until, limit: 1 });
  return found?.number ?? null;
}

/** The last public revision of what was done next. */
async function nextPublic(eventId: string, since: Date): Promise<number | null> {
  const [first] = await listPublicRevisions(eventId, { before: null, claimId: null, since, limit: 1 });
  if (!first) return null;
  const { at } = await db().revision.findUniqueOrThrow({ where: { id: first.id }, select: { at: true } });
  return lastPublic(eventId, at);
}
