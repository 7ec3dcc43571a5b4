import "server-only";
import { db } from "../db/client";
import type { Json } from "../history/digest";
import type { Role } from "../vocabulary";
import type { RecordedFields } from "./claim-versions";
import { listPublishedRefs } from "./published-refs";

/**
 * One field of a record before and after. Records stand by their names, a claim by its public id; both are null where
 * the text was redacted (R35).
 */
export type FieldChange = { field: string; before: Json; after: Json; isRedacted: boolean };

type CorrectionRow = { id: string; claimId: string | null; claimVersion: number | null };
type Changes = { role: Role; changes: FieldChange[] };

/** What corrections changed, and in which role, by the correction's id. A bounded number of queries. */
export async function listChanges(corrections: readonly CorrectionRow[]): Promise<Map<string, Changes>> {
  const made = await listMade(corrections.map(({ id }) => id));
  const subjectOf = new Map(
    corrections.flatMap(({ id, claimId, claimVersion }) => {
      const subject =
        claimId !== null && claimVersion !== null
          ? { subjectId: claimId, version: claimVersion }
          : attributionOf(made.get(id)?.fields);
      return subject ? [[id, subject] as const] : [];
    }),
  );
  const revisions = await db().revision.findMany({
    where: { OR: [...subjectOf.values()], subjectKind: { in: ["claim", "attribution"] } },
    select: { subjectId: true, version: true, content: { select: { fields: true } } },
  });
  const fieldsOf = new Map(
    revisions.map(({ subjectId, version, content }) => [
      `${subjectId} ${version}`,
      (content?.fields ?? {}) as RecordedFields,
    ]),
  );
  const names = await namesIn([...fieldsOf.values()]);
  return new Map(
    corrections.map(({ id }) => {
      const { subjectId, version } = subjectOf.get(id) ?? {};
      const fields = fieldsOf.get(`${subjectId} ${version}`) ?? {};
      const changes = Object.entries(fields).map(([field, content]) => ({
        field: field.replace(/Id$/, ""),
        before: content && named(field, content.before, names),
        after: content && named(field, content.after, names),
        isRedacted: content === null,
      }));
      return [id, { role: made.get(id)?.role ?? "editor", changes }] as const;
    }),
  );
}

/** What the history says of each correction itself. */
async function listMade(ids: string[]): Promise<Map<string, { role: Role; fields: RecordedFields }>> {
  const rows = await db().revision.findMany({
    where: { subjectKind: "correction", subjectId: { in: ids }, version: 1 },
    select: { subjectId: true, actorRole: true, content: { select: { fields: true } } },
  });
  return new Map(
    rows.map(({ subjectId, actorRole, content }) => [
      subjectId,
      { role: actorRole, fields: (content?.fields ?? {}) as RecordedFields },
    ]),
  );
}

/** The version of an attribution that a correction made, where it made one. */
function attributionOf(fields: RecordedFields = {}): { subjectId: string; version: number } | null {
  const [id, version] = [fields.attributionId?.after, fields.attributionVersion?.after];
  return typeof id === "string" && typeof version === "number" ? { subjectId: id, version } : null;
}

// What they name was as public as the field that named it, but for claims.
const POINTERS = /^(claimantId|measureId|relativeToId|reportId|viaReportId|viaClaimantId)$/;

async function namesIn(all: RecordedFields[]): Promise<Map<string, string>> {
  const ids = all.flatMap((fields) =>
    Object.entries(fields).flatMap(([field, content]) =>
      POINTERS.test(field) ? [content?.before, content?.after].filter((id) => typeof id === "string") : [],
    ),
  );
  if (ids.length === 0) return new Map();
  const where = { id: { in: ids } };
  const [claimants, measures, reports, claims] = await Promise.all([
    db().claimant.findMany({ where, select: { id: true, name: true } }),
    db().measure.findMany({ where, select: { id: true, label: true } }),
    db().report.findMany({
      where,
      select: { id: true, title: true, publication: { select: { name: true } } },
    }),
    listPublishedRefs(ids),
  ]);
  return new Map([
    ...claimants.map(({ id, name }) => [id, name] as const),
    ...measures.map(({ id, label }) => [id, label] as const),
    ...reports.map(({ id, title, publication }) => [id, title ?? publication.name] as const),
    ...[...claims].map(([id, { publicId }]) => [id, publicId] as const),
  ]);
}

function named(field: string, value: Json, names: ReadonlyMap<string, string>): Json {
  return POINTERS.test(field) ? (names.get(String(value)) ?? null) : value;
}
