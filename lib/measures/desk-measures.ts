import "server-only";
import type { Event, Measure } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { parseEdtf } from "../dates/edtf";
import { db } from "../db/client";
import { published } from "../publishing/gate";
import { storedFields } from "./measure-row";
import type { EditMeasure } from "./schema";

/** A measure as the desk shows it: what an edit begins with, and what hangs on it. */
export type DeskMeasure = {
  /** Whole input of editMeasure, but for the reason. */
  values: Required<Omit<EditMeasure, "reason">>;
  position: number;
  isHeadline: boolean;
  /** Readers see it: an edit needs an editor, and a reason. */
  isPublic: boolean;
  claimCount: number;
  estimateCount: number;
  /** The measure of the same event that it was merged into. */
  mergedInto: { slug: string; label: string } | null;
};

/** The measures of an event of any record status, in their order; those that were merged last. */
export async function listDeskMeasures(actor: Actor, eventSlug: string): Promise<DeskMeasure[]> {
  authorise(actor, "record:edit");
  const event = await db().event.findUnique({ where: { slug: eventSlug } });
  if (!event) return [];
  const rows = await db().measure.findMany({
    where: { eventId: event.id },
    include: {
      mergedInto: { select: { slug: true, label: true } },
      claims: { where: published, select: { id: true }, take: 1 },
      _count: { select: { claims: true, estimates: true } },
    },
    orderBy: { position: "asc" },
  });
  const measures = rows.map(({ claims, mergedInto, _count, ...row }) => ({
    values: toValues(row, event),
    position: row.position,
    isHeadline: event.headlineMeasureId === row.id,
    isPublic: claims.length > 0,
    claimCount: _count.claims,
    estimateCount: _count.estimates,
    mergedInto,
  }));
  return measures.toSorted((a, b) => Number(a.mergedInto !== null) - Number(b.mergedInto !== null));
}

function toValues(row: Measure, event: Event): DeskMeasure["values"] {
  const { period: _, ...fields } = storedFields(row) as Omit<DeskMeasure["values"], "id" | "version">;
  return { id: row.id, version: row.version, ...fields, period: periodOf(row, event) };
}

/** A period keeps its instants and not its zone: the zone is one in which its text is read so, the event's own first. */
function periodOf(
  { periodEdtf, periodEarliest }: Measure,
  { occurredZone, otherZones }: Event,
): { edtf: string; zone: string } | null {
  if (periodEdtf === null) return null;
  const zones = [occurredZone, ...otherZones, "UTC"];
  const zone = zones.find((candidate) => {
    const read = parseEdtf(periodEdtf, candidate);
    return read.ok && read.date.earliest === periodEarliest?.getTime();
  });
  return { edtf: periodEdtf, zone: zone ?? occurredZone };
}
