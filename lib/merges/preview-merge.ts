import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { type Db, db } from "../db/client";
import { planClaimants } from "./plan-claimants";
import { planEvents } from "./plan-events";
import { planMeasures } from "./plan-measures";
import { planPublications } from "./plan-publications";
import { planSplit } from "./plan-split";
import type { MergedKind } from "./schema";
import type { MergePreview, Move, NamedRecord } from "./types";

/** What a merge would move, and what would refuse it, as both records now stand. Throws NotFound. */
export async function previewMerge(
  actor: Actor,
  kind: MergedKind,
  fromId: string,
  intoId: string,
): Promise<MergePreview> {
  authorise(actor, "record:merge");
  const preview = await PREVIEWS[kind](db(), fromId, intoId);
  if (fromId !== intoId) return preview;
  return { ...preview, problems: ["Choose another record: none is merged into itself."] };
}

/** What a split would move to the new event, and what would refuse it. Throws NotFound. */
export async function previewSplit(
  actor: Actor,
  eventId: string,
  claimIds: readonly string[],
): Promise<MergePreview> {
  authorise(actor, "event:split");
  const { event, claims, measures, parties, corrections, problems } = await planSplit(
    db(),
    eventId,
    claimIds,
    null,
  );
  return {
    from: nameOf(event, event.title),
    into: null,
    moves: listMoves({
      claims: claims.map(({ publicId }) => publicId),
      measures: measures.map(({ label }) => label),
      parties: await namesOf(db(), parties),
      corrections,
    }),
    events: await listEvents(db(), [event.id]),
    problems,
  };
}

type Preview = (db: Db, fromId: string, intoId: string) => Promise<MergePreview>;

const PREVIEWS: Record<MergedKind, Preview> = {
  claimant: previewClaimants,
  publication: previewPublications,
  measure: previewMeasures,
  event: previewEvents,
};

async function previewClaimants(db: Db, fromId: string, intoId: string): Promise<MergePreview> {
  const plan = await planClaimants(db, fromId, intoId);
  return {
    from: nameOf(plan.from, plan.from.name),
    into: nameOf(plan.into, plan.into.name),
    moves: listMoves({
      claims: plan.claims.map(({ publicId }) => publicId),
      parties: (
        await listEvents(
          db,
          plan.parties.map(({ eventId }) => eventId),
        )
      ).map(({ title }) => title),
      members: plan.members.map(({ name }) => name),
      attributions: plan.attributions.map(({ claim }) => claim.publicId),
      aliases: plan.aliases,
    }),
    events: await listEvents(db, plan.eventIds),
    problems: plan.problems,
  };
}

async function previewPublications(db: Db, fromId: string, intoId: string): Promise<MergePreview> {
  const plan = await planPublications(db, fromId, intoId);
  return {
    from: nameOf(plan.from, plan.from.name),
    into: nameOf(plan.into, plan.into.name),
    moves: listMoves({
      reports: plan.reports.map(({ publicId }) => publicId),
      claimants: [...plan.speaking, ...plan.unnamed].map(({ name }) => name),
      aliases: plan.aliases,
    }),
    events: await listEvents(db, plan.eventIds),
    problems: plan.problems,
  };
}

async function previewMeasures(db: Db, fromId: string, intoId: string): Promise<MergePreview> {
  const plan = await planMeasures(db, fromId, intoId);
  return {
    from: nameOf(plan.from, plan.from.label),
    into: nameOf(plan.into, plan.into.label),
    moves: listMoves({
      claims: plan.claims.map(({ publicId }) => publicId),
      estimates: plan.estimates.map(({ raw, method }) => raw ?? method),
      measures: plan.parts.map(({ label }) => label),
    }),
    events: await listEvents(db, [plan.event.id]),
    problems: plan.problems,
  };
}

async function previewEvents(db: Db, fromId: string, intoId: string): Promise<MergePreview> {
  const plan = await planEvents(db, fromId, intoId);
  const labelOf = new Map(plan.from.measures.map(({ id, label }) => [id, label]));
  return {
    from: nameOf(plan.from, plan.from.title),
    into: nameOf(plan.into, plan.into.title),
    moves: listMoves({
      claims: plan.claims.map(({ publicId }) => publicId),
      joined_measures: plan.joined.map((pair) => labelOf.get(pair.from) ?? ""),
      measures: plan.moving.map(({ row }) => row.label),
      estimates: plan.estimates.map(({ raw, method }) => raw ?? method),
      parties: await namesOf(db, plan.parties),
      aliases: plan.aliases,
      corrections: plan.corrections,
      follows: plan.follows,
    }),
    events: await listEvents(db, [fromId, intoId]),
    problems: plan.problems,
  };
}

function nameOf({ id, slug, version }: Omit<NamedRecord, "name">, name: string): NamedRecord {
  return { id, slug, name, version };
}

const NAMES_MAX = 10;

/** What moves, by its names; what has none, such as who follows an event, is counted alone. */
function listMoves(moving: Partial<Record<Move["what"], readonly (string | object)[]>>): Move[] {
  return Object.entries(moving).flatMap(([what, items]) => {
    const names = items.filter((item) => typeof item === "string").slice(0, NAMES_MAX);
    return items.length > 0 ? [{ what: what as Move["what"], count: items.length, names }] : [];
  });
}

async function namesOf(db: Db, parties: readonly { claimantId: string }[]): Promise<string[]> {
  const ids = parties.map(({ claimantId }) => claimantId);
  const claimants = await db.claimant.findMany({ where: { id: { in: ids } }, orderBy: { name: "asc" } });
  return claimants.map(({ name }) => name);
}

async function listEvents(db: Db, ids: readonly string[]): Promise<MergePreview["events"]> {
  const events = await db.event.findMany({
    where: { id: { in: [...ids] } },
    select: { slug: true, title: true, recordStatus: true },
    orderBy: { title: "asc" },
  });
  return events.map(({ recordStatus, ...event }) => ({ ...event, isPublic: recordStatus === "published" }));
}
