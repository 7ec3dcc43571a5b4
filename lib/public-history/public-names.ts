import "server-only";
import { claimRefSelect, toClaimRef } from "../claims/refs";
import type { ClaimRef } from "../claims/types";
import { db } from "../db/client";
import type { Json } from "../history/digest";
import { publicClaimant, publicMeasure, publicReport, published, publishedEvent } from "../publishing/gate";
import type { RecordedChange } from "./public-fields";
import type { PublicChange } from "./types";

/** What names public records: by their id, and claims and events by their address as well. */
export type PublicNames = {
  /** In words; a claim by its public id. */
  nameOf: ReadonlyMap<string, string>;
  claims: ReadonlyMap<string, ClaimRef>;
  measures: ReadonlyMap<string, { slug: string; label: string }>;
};

const POINTERS =
  /^(claimantId|viaClaimantId|measureId|partOfId|headlineMeasureId|reportId|viaReportId|relativeToId|corroboratingId|claimId|inputs|eventId|mergedInto|splitInto|splitFrom)$/;

/**
 * The names of those of the records that changes point at, and of those with these ids, that are public (R34): no
 * other name leaves. Five queries.
 */
export async function listPublicNames(
  changes: readonly RecordedChange[],
  ids: readonly string[],
): Promise<PublicNames> {
  const pointed = changes.flatMap(({ field, before, after }) => [
    ...pointersIn(field, before),
    ...pointersIn(field, after),
  ]);
  const all = [...new Set([...pointed, ...ids])];
  const uuids = all.filter((key) => UUID.test(key));
  const addresses = all.filter((key) => !UUID.test(key));
  const byId = { id: { in: uuids } };
  const [claimants, measures, reports, claims, events] = await Promise.all([
    db().claimant.findMany({ where: { ...byId, ...publicClaimant }, select: { id: true, name: true } }),
    db().measure.findMany({
      where: { ...byId, ...publicMeasure },
      select: { id: true, slug: true, label: true },
    }),
    db().report.findMany({
      where: { ...byId, ...publicReport },
      select: { id: true, title: true, publication: { select: { name: true } } },
    }),
    db().claim.findMany({
      where: { OR: [byId, { publicId: { in: addresses } }], ...published },
      select: claimRefSelect,
    }),
    db().event.findMany({
      where: { OR: [byId, { slug: { in: addresses } }], ...publishedEvent },
      select: { id: true, slug: true, title: true },
    }),
  ]);
  return {
    nameOf: new Map([
      ...claimants.map(({ id, name }) => [id, name] as const),
      ...measures.map(({ id, label }) => [id, label] as const),
      ...reports.map(({ id, title, publication }) => [id, title ?? publication.name] as const),
      ...claims.flatMap(({ id, publicId }) => [id, publicId].map((key) => [key, publicId] as const)),
      ...events.flatMap(({ id, slug, title }) => [id, slug].map((key) => [key, title] as const)),
    ]),
    claims: new Map(claims.map((row) => [row.id, toClaimRef(row)])),
    measures: new Map(measures.map(({ id, ...measure }) => [id, measure])),
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function pointersIn(field: string, value: Json): string[] {
  const values = Array.isArray(value) ? value : [value];
  if (field === "parties") return values.flatMap((party) => claimantOf(party) ?? []);
  return POINTERS.test(field) ? values.filter((key) => typeof key === "string") : [];
}

function claimantOf(party: Json): string | null {
  const id = typeof party === "object" && party && !Array.isArray(party) ? party.claimantId : null;
  return typeof id === "string" ? id : null;
}

/** A change with records told by their names; null where nothing of it is left to be shown. */
export function withNames(
  { field, before, after, isRedacted }: RecordedChange,
  { nameOf }: PublicNames,
): PublicChange | null {
  const [was, is] = [named(field, before, nameOf), named(field, after, nameOf)];
  const hidden = { before: was === undefined, after: is === undefined };
  const change = { field, before: was ?? null, after: is ?? null, isRedacted, hidden };
  const isEmpty = change.before === null && change.after === null;
  return isEmpty && !isRedacted ? null : change;
}

/** The value in words where it is a pointer; undefined where it points at what is not public. */
function named(field: string, value: Json, nameOf: ReadonlyMap<string, string>): Json | undefined {
  if (field === "parties" && Array.isArray(value)) {
    const parties = value.flatMap((party) => {
      const name = nameOf.get(claimantOf(party) ?? "");
      return name === undefined ? [] : [{ ...(party as { [key: string]: Json }), claimantId: null, name }];
    });
    return parties.length === 0 && value.length > 0 ? undefined : parties;
  }
  if (!POINTERS.test(field) || value === null) return value;
  if (!Array.isArray(value)) return nameOf.get(String(value));
  const names = value.flatMap((key) => nameOf.get(String(key)) ?? []);
  return names.length === 0 && value.length > 0 ? undefined : names;
}
