import "server-only";
import { isDeepStrictEqual } from "node:util";
import { db } from "../db/client";
import { inTransaction } from "../db/transaction";
import { announce } from "../history/announce";
import { holdChain } from "../history/record-revision";
import { computeDerived, deriveEvent } from "./derive-event";
import { RULES_VERSION } from "./rules";

/** Something kept beside an event that is not what would be computed now. */
export type Difference = { event: string; problem: string };

/**
 * Computes what is kept beside every published event again and returns each difference, none where all is in step.
 * One event after the other, each at one moment; memory does not grow with their number.
 */
export async function verifyDerived(): Promise<{ events: number; differences: Difference[] }> {
  const differences: Difference[] = [];
  let events = 0;
  for await (const { id, slug } of publishedEvents()) {
    events += 1;
    const problems = await db().$transaction((tx) => differencesOf(tx, id), {
      isolationLevel: "RepeatableRead",
      timeout: 600_000,
    });
    differences.push(...problems.map((problem) => ({ event: slug, problem })));
  }
  return { events, differences };
}

/** Derives again what an earlier version of the rules left beside published events. Returns how many there were. */
export async function refreshDerived(now: Date): Promise<number> {
  let refreshed = 0;
  for await (const { id } of publishedEvents()) {
    const derived = await db().eventDerived.findUnique({
      where: { eventId: id },
      select: { rulesVersion: true },
    });
    if (derived?.rulesVersion === RULES_VERSION) continue;
    await inTransaction(async (tx) => {
      await holdChain(tx, id);
      await deriveEvent(tx, id, now);
      await announce(tx, [id], "event");
    });
    refreshed += 1;
  }
  return refreshed;
}

const BATCH = 100;

async function* publishedEvents() {
  for (let after: string | undefined; ; ) {
    const events = await db().event.findMany({
      where: { recordStatus: "published", ...(after && { id: { gt: after } }) },
      select: { id: true, slug: true },
      orderBy: { id: "asc" },
      take: BATCH,
    });
    yield* events;
    after = events.at(-1)?.id;
    if (events.length < BATCH) return;
  }
}

async function differencesOf(tx: Parameters<typeof computeDerived>[0], eventId: string): Promise<string[]> {
  const kept = await tx.eventDerived.findUnique({ where: { eventId } });
  if (!kept) return ["nothing is kept beside it"];
  const { summary, stale } = await computeDerived(tx, eventId);
  // By way of JSON, as the database keeps it.
  const fresh: Record<string, unknown> = JSON.parse(JSON.stringify(summary));
  const old = kept.summary as Record<string, unknown>;
  const fields = [...new Set([...Object.keys(fresh), ...Object.keys(old)])].filter(
    (field) => !isDeepStrictEqual(fresh[field], old[field]),
  );
  const claims = await tx.claim.findMany({
    where: { id: { in: stale.map(({ id }) => id) } },
    select: { publicId: true },
    orderBy: { number: "asc" },
  });
  return [
    ...fields.map((field) => `its summary differs in ${field}`),
    ...claims.map(({ publicId }) => `what is kept beside claim ${publicId} differs`),
  ];
}
