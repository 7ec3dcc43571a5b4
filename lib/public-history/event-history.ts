import "server-only";
import type { SubjectKind } from "../../prisma/generated/enums";
import { listPublishedRefs } from "../claims/published-refs";
import type { ClaimRef } from "../claims/types";
import { db } from "../db/client";
import { Slug } from "../forms/fields";
import type { Action } from "../history/schema";
import { published, publishedEvent } from "../publishing/gate";
import { listPublicRevisions } from "../publishing/public-revisions";
import { REDACTED } from "../redactions/schema";
import { aboutOf, listSubjects, type Subjects } from "./about";
import { groupActs, isOneCommand, type Told } from "./group-acts";
import {
  isPublication,
  publicChanges,
  publicReason,
  type RecordedChange,
  type RecordedFields,
  valuesAfter,
} from "./public-fields";
import { listPublicNames, type PublicNames, withNames } from "./public-names";
import type { EventHistory, PublicChange } from "./types";

/** The revisions of one page. */
const PAGE = 50;

/**
 * All that happened in public to one event and what belongs to it, the newest first, from before a revision's number on
 * (R34); or null where there is no such public event, or no such public claim to tell of alone. What one person did
 * at once is told together, on one page where it fits. A bounded number of queries.
 */
export async function findEventHistory(
  slug: string,
  { before = null, claim: publicId = null }: { before?: number | null; claim?: string | null } = {},
  limit = PAGE,
): Promise<EventHistory | null> {
  if (!Slug.safeParse(slug).success) return null;
  const event = await db().event.findFirst({
    where: { slug, ...publishedEvent },
    select: { id: true, slug: true, title: true, version: true, changedAt: true },
  });
  if (!event) return null;
  const asked = publicId === null ? null : await findClaimRef(publicId);
  if (publicId !== null && asked === null) return null;

  const found = await listPublicRevisions(event.id, { before, claimId: asked?.id ?? null, limit: limit + 1 });
  const rows = await listRevisions(found.map(({ id }) => id));
  const page = wholeCommands(rows, limit);
  const earlier = await listBeforePublication(page);
  const told = await tellAll(page, earlier);
  return {
    event: { slug, title: event.title, version: event.version, changedAt: event.changedAt.getTime() },
    claim: asked?.ref ?? null,
    entries: groupActs(told),
    next: page.length < rows.length ? (page.at(-1)?.number ?? null) : null,
  };
}

async function findClaimRef(publicId: string): Promise<{ id: string; ref: ClaimRef } | null> {
  const row = await db().claim.findFirst({ where: { publicId, ...published }, select: { id: true } });
  const ref = row && (await listPublishedRefs([row.id])).get(row.id);
  return ref ? { id: row.id, ref } : null;
}

type Row = {
  number: number;
  at: number;
  actorId: string;
  by: Told["by"];
  action: Action;
  subjectKind: SubjectKind;
  subjectId: string;
  version: number;
  recorded: RecordedFields;
};

/** The newest first. Only ids that the gate let through may be given. */
async function listRevisions(ids: string[]): Promise<Row[]> {
  const rows = await db().revision.findMany({
    where: { id: { in: ids } },
    orderBy: { number: "desc" },
    select: {
      number: true,
      at: true,
      actorId: true,
      actorRole: true,
      actor: { select: { name: true } },
      action: true,
      subjectKind: true,
      subjectId: true,
      version: true,
      content: { select: { fields: true } },
    },
  });
  return rows.map(({ at, actor, actorRole, action, content, ...row }) => ({
    ...row,
    at: at.getTime(),
    by: { name: actor.name, role: actorRole },
    action: action as Action,
    recorded: (content?.fields ?? {}) as RecordedFields,
  }));
}

/** At most `limit` of the rows, without the beginning of a command whose end is on the next page. */
function wholeCommands(rows: readonly Row[], limit: number): readonly Row[] {
  const [last, further] = [rows[limit - 1], rows[limit]];
  if (!last || !further || !isOneCommand(last, further)) return rows.slice(0, limit);
  const whole = rows.slice(0, limit).filter((row) => !isOneCommand(row, last));
  return whole.length > 0 ? whole : rows.slice(0, limit);
}

/** What was recorded of each record that a page tells the publication of, up to then, by the record's id. */
async function listBeforePublication(page: readonly Row[]): Promise<Map<string, RecordedFields[]>> {
  const publications = page.filter(({ action, recorded }) => isPublication(action, recorded));
  const rows = await db().revision.findMany({
    where: {
      OR: publications.map(({ subjectKind, subjectId, version }) => ({
        subjectKind,
        subjectId,
        version: { lte: version },
      })),
    },
    orderBy: [{ subjectId: "asc" }, { version: "asc" }],
    select: { subjectId: true, content: { select: { fields: true } } },
  });
  const byId = new Map<string, RecordedFields[]>();
  for (const { subjectId, content } of rows) {
    byId.set(subjectId, [...(byId.get(subjectId) ?? []), (content?.fields ?? {}) as RecordedFields]);
  }
  return byId;
}

async function tellAll(
  page: readonly Row[],
  earlier: ReadonlyMap<string, RecordedFields[]>,
): Promise<Told[]> {
  const recorded = page.map((row) => ({ row, changes: changesOf(row, earlier) }));
  const subjects = await listSubjects(page);
  const names = await listPublicNames(
    recorded.flatMap(({ changes }) => changes),
    subjects.ids,
  );
  return recorded.map(({ row, changes }) => tell(row, changes, subjects, names));
}

function changesOf(row: Row, earlier: ReadonlyMap<string, RecordedFields[]>): RecordedChange[] {
  const { action, subjectKind, subjectId, recorded } = row;
  return isPublication(action, recorded)
    ? valuesAfter(subjectKind, earlier.get(subjectId) ?? [])
    : publicChanges(subjectKind, recorded);
}

function tell(row: Row, changes: readonly RecordedChange[], subjects: Subjects, names: PublicNames): Told {
  const reason = publicReason(row.action, row.recorded);
  return {
    number: row.number,
    at: row.at,
    actorId: row.actorId,
    by: row.by,
    action: row.action,
    about: aboutOf(row, subjects, names),
    changes: changes.flatMap((change) => withNames(change, names) ?? []).map(asVerification),
    isPublication: isPublication(row.action, row.recorded),
    reason: reason === undefined ? null : (reason ?? REDACTED),
  };
}

/** What an assessment calls its status is the verification of its claim. */
function asVerification(change: PublicChange): PublicChange {
  return change.field === "status" ? { ...change, field: "verification" } : change;
}
