import "server-only";
import { db } from "../db/client";
import {
  publicClaimant,
  publicReport,
  published,
  publishedAssessment,
  publishedAttribution,
  publishedEvent,
} from "../publishing/gate";
import type { Role } from "../vocabulary";
import { claimRefSelect } from "./refs";

type Place = {
  event: { slug: string; title: string } | null;
  claim: NonNullable<Awaited<ReturnType<typeof listClaims>>[number]> | null;
};

/** The kinds of record of which readers see that a field was redacted. */
const KINDS = { claim: 0, attribution: 0, event: 0, correction: 0, claimant: 0, report: 0, evidence_file: 0 };
type PublicKind = keyof typeof KINDS;

export type RedactionRow = Place & {
  id: string;
  at: number;
  by: { name: string; role: Role };
  reason: string;
  subjectKind: PublicKind;
  field: string;
};

// Traces of an address in the history, which its own redaction takes along.
const TRACES = ["canonicalUrl", "archiveUrl"];

/**
 * The redactions of records that are public (R34, R35), of one event or one claim where it is given. All of them at
 * once: each is a court's order or an exposed person.
 */
export async function listPublicRedactions({
  event = null,
  claimId = null,
}: {
  event?: string | null;
  claimId?: string | null;
}): Promise<RedactionRow[]> {
  const kinds = Object.keys(KINDS) as PublicKind[];
  const rows = await db().redaction.findMany({
    where: { subjectKind: { in: kinds }, field: { notIn: TRACES } },
    orderBy: [{ redactedAt: "desc" }, { id: "desc" }],
  });
  if (rows.length === 0) return [];

  const idsOf = (kind: PublicKind) =>
    rows.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId);
  const [places, people] = await Promise.all([
    placesOf(idsOf),
    db().actor.findMany({
      where: { id: { in: rows.map(({ redactedBy }) => redactedBy) } },
      select: { id: true, name: true, role: true },
    }),
  ]);
  const personOf = new Map(people.map(({ id, ...person }) => [id, person]));
  return rows.flatMap((row) => {
    const place = places.get(row.subjectId);
    const by = personOf.get(row.redactedBy);
    if (!place || !by) return [];
    if (event !== null && place.event?.slug !== event) return [];
    if (claimId !== null && place.claim?.id !== claimId) return [];
    const { id, reason, field } = row;
    const subjectKind = row.subjectKind as PublicKind;
    return [{ ...place, id, reason, field, subjectKind, by, at: row.redactedAt.getTime() }];
  });
}

const eventSelect = { slug: true, title: true } as const;
const withEvent = { ...claimRefSelect, event: { select: eventSelect } } as const;

function listClaims(ids: string[]) {
  return db().claim.findMany({ where: { id: { in: ids }, ...published }, select: withEvent });
}

/** Where each public one of the redacted records stands, by its id. Seven queries. */
async function placesOf(idsOf: (kind: PublicKind) => string[]): Promise<Map<string, Place>> {
  const is = (kind: PublicKind) => ({ id: { in: idsOf(kind) } });
  const [claims, attributions, events, corrections, claimants, reports, files] = await Promise.all([
    listClaims(idsOf("claim")),
    db().attribution.findMany({
      where: { ...is("attribution"), ...publishedAttribution },
      select: { id: true, claim: { select: withEvent } },
    }),
    db().event.findMany({
      where: { ...is("event"), ...publishedEvent },
      select: { id: true, ...eventSelect },
    }),
    db().correction.findMany({
      where: {
        ...is("correction"),
        publishedAt: { not: null },
        event: publishedEvent,
        OR: [{ claimId: null }, { claim: published }],
      },
      select: { id: true, event: { select: eventSelect }, claim: { select: withEvent } },
    }),
    db().claimant.findMany({ where: { ...is("claimant"), ...publicClaimant }, select: { id: true } }),
    db().report.findMany({ where: { ...is("report"), ...publicReport }, select: { id: true } }),
    // A file that several claims rest on is told of at the first; each says itself that it is gone.
    db().evidence.findMany({
      where: { fileId: { in: idsOf("evidence_file") }, assessment: publishedAssessment },
      orderBy: { id: "desc" },
      select: { fileId: true, assessment: { select: { claim: { select: withEvent } } } },
    }),
  ]);
  return new Map<string, Place>([
    ...claims.map((claim) => [claim.id, { event: claim.event, claim }] as const),
    ...attributions.map(({ id, claim }) => [id, { event: claim.event, claim }] as const),
    ...events.map(({ id, ...event }) => [id, { event, claim: null }] as const),
    ...corrections.map(({ id, event, claim }) => [id, { event, claim }] as const),
    ...files.map(
      ({ fileId, assessment: { claim } }) => [fileId ?? "", { event: claim.event, claim }] as const,
    ),
    ...[...claimants, ...reports].map(({ id }) => [id, { event: null, claim: null }] as const),
  ]);
}
