import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { listClaimantFacts } from "../claimants/facts";
import { claimRefSelect, toClaimRef } from "../claims/refs";
import { db } from "../db/client";
import { readCursor, writeCursor } from "../db/cursor";
import type { EventSummary } from "../events/rules";
import { decidedPairs } from "../quantity/decided-pairs";
import { linkedClaimSelect, toLinkedClaim } from "./linked-claims";
import type { LinkPage, OriginAlarms, OriginPair } from "./types";

const PAGE = 50;
/** Of one event so many pairs are asked at once; a decision on one brings the next. */
const PAIRS_MAX = 100;

type Alarmed = { id: string; at: Date; slug: string; title: string; alarms: EventSummary["alarms"] };

/** The public events with alarms that nobody decided about (R16), the last changed first, of one event or of all. */
export async function listOriginAlarms(
  actor: Actor,
  { event = null, after = null }: { event?: string | null; after?: string | null } = {},
): Promise<LinkPage<OriginAlarms>> {
  authorise(actor, "queue:read");
  const found = await selectAlarmed(event, after, PAGE + 1);
  const page = found.slice(0, PAGE);
  const ids = page.flatMap(({ alarms }) => alarms.flatMap(({ figureIds }) => figureIds));
  const claims = await db().claim.findMany({ where: { id: { in: ids } }, select: claimRefSelect });
  const refs = new Map(claims.map((claim) => [claim.id, toClaimRef(claim)]));
  const last = page.at(-1);
  return {
    rows: page.map(({ id, slug, title, alarms }) => ({
      event: { id, slug, title },
      alarms: alarms.map(({ figureIds }) => ({ figures: figureIds.flatMap((one) => refs.get(one) ?? []) })),
    })),
    next: found.length > PAGE && last ? writeCursor(last) : null,
  };
}

/** The pairs of figures of an event that may have one origin and that nobody answered about (R16). */
export async function listOriginPairs(actor: Actor, event: string): Promise<OriginPair[]> {
  authorise(actor, "queue:read");
  const [alarmed] = await selectAlarmed(event, null, 1);
  if (!alarmed) return [];
  const { id, slug, title, alarms } = alarmed;
  const ids = alarms.flatMap(({ figureIds }) => figureIds);
  const [claims, links] = await Promise.all([
    db().claim.findMany({
      where: { id: { in: ids } },
      select: { ...linkedClaimSelect, claimantId: true },
    }),
    db().claimLink.findMany({
      where: { kind: "one_origin", fromClaimId: { in: ids } },
      select: { fromClaimId: true, toClaimId: true, state: true, version: true },
    }),
  ]);
  const facts = await listClaimantFacts(db(), id, [...new Set(claims.map(({ claimantId }) => claimantId))]);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const sideOf = (claimId: string) => facts.get(byId.get(claimId)?.claimantId ?? "")?.side ?? null;
  const answered = links.filter(({ state }) => state !== "proposed");
  const isAnswered = decidedPairs(answered.map((link) => [link.fromClaimId, link.toClaimId]));
  const versionOf = (a: string, b: string) =>
    links.find(({ fromClaimId, toClaimId }) =>
      [fromClaimId, toClaimId].every((one) => one === a || one === b),
    )?.version ?? 0;
  return alarms
    .flatMap(({ figureIds }) => pairsOf(figureIds))
    .filter(([a, b]) => sideOf(a) !== sideOf(b) && !isAnswered(a, b))
    .slice(0, PAIRS_MAX)
    .flatMap(([a, b]) => {
      const [one, other] = [byId.get(a), byId.get(b)];
      if (!one || !other) return [];
      const pair = { one: toLinkedClaim(one), other: toLinkedClaim(other), version: versionOf(a, b) };
      return [{ event: { id, slug, title }, ...pair }];
    });
}

function pairsOf(ids: readonly string[]): [string, string][] {
  return ids.flatMap((one, at) => ids.slice(at + 1).map((other): [string, string] => [one, other]));
}

/** Which public events have open alarms, the last computed first, from a cursor on? */
async function selectAlarmed(event: string | null, after: string | null, limit: number): Promise<Alarmed[]> {
  const cursor = after === null ? null : readCursor(after);
  const at = cursor?.at ?? null;
  const id = cursor?.id ?? null;
  return db().$queryRaw<Alarmed[]>`
    select e.id, d.computed_at as at, e.slug, e.title, d.summary -> 'alarms' as alarms
    from event_derived d join event e on e.id = d.event_id
    where e.record_status = 'published' and e.merged_into_id is null
      and jsonb_array_length(d.summary -> 'alarms') > 0
      and (${event}::text is null or e.slug = ${event})
      and (${at}::timestamptz is null or (d.computed_at, e.id) < (${at}::timestamptz, ${id}::uuid))
    order by d.computed_at desc, e.id desc
    limit ${limit}`;
}
