import "server-only";
import { db } from "../db/client";
import type { Action } from "../history/schema";
import { publicChanges, type RecordedFields, valuesAfter } from "../public-history/public-fields";
import { listPublicNames, withNames } from "../public-history/public-names";
import type { PublicChange } from "../public-history/types";
import { published } from "../publishing/gate";
import type { Lifecycle, Role, Verification } from "../vocabulary";
import { type ClaimInput, valuesByRevision } from "./claim-versions";

/** A claim as it stood at one of its public versions. */
export type ClaimAtVersion = {
  publicId: string;
  event: { slug: string; title: string };
  version: number;
  /** The version that was published, and the present one: those between them are public. */
  firstVersion: number;
  lastVersion: number;
  /** From when it stood, and until when; null: it still does. */
  since: number;
  until: number | null;
  by: { name: string; role: Role };
  action: Action;
  /** The public reason that was given for it, where one was. */
  reason: string | null;
  /** What this version changed; of the first all is new, so that none is told. */
  changes: PublicChange[];
  /** All that it said, field by field. */
  values: PublicChange[];
  /** The same as it was typed; null where that cannot be told any more. */
  typed: ClaimInput | null;
  claimantName: string | null;
  measureLabel: string | null;
  verification: Verification;
  lifecycle: Lifecycle;
  /** Of the revision that made it. */
  hash: string;
};

/**
 * A published claim at its version n, put together from its revisions, or null: there is no such claim, no such version,
 * or it was never public (R34). What was redacted is gone from every version (R35). A bounded number of queries.
 */
export async function findClaimAtVersion(publicId: string, version: number): Promise<ClaimAtVersion | null> {
  const claim = await db().claim.findFirst({
    where: { publicId, ...published },
    select: { id: true, publicId: true, event: { select: { slug: true, title: true, occurredZone: true } } },
  });
  if (!claim) return null;
  const revisions = await listRevisionsOf(claim.id);
  const place = revisions.findIndex((revision) => revision.version === version);
  const first = revisions.findIndex(({ action }) => action === "claim.published");
  const [made, publication, last] = [revisions[place], revisions[first], revisions.at(-1)];
  if (!made || !publication || !last || place < first) return null;

  const recorded = revisions.slice(0, place + 1).map(({ fields }) => fields);
  const isFirst = place === first;
  const changed = isFirst ? [] : publicChanges("claim", made.fields);
  const all = valuesAfter("claim", recorded);
  const { occurredZone, ...event } = claim.event;
  const typed = valuesByRevision(recorded, occurredZone).at(-1) ?? null;
  const [names, reason] = await Promise.all([
    listPublicNames([...changed, ...all], []),
    isFirst ? null : findReason(claim.id, version),
  ]);
  const nameOf = (id: string | null | undefined) => (id && names.nameOf.get(id)) ?? null;
  return {
    publicId,
    event,
    version,
    firstVersion: publication.version,
    lastVersion: last.version,
    since: made.at,
    until: revisions[place + 1]?.at ?? null,
    by: made.by,
    action: made.action,
    reason,
    changes: changed.flatMap((change) => withNames(change, names) ?? []),
    values: all.flatMap((change) => withNames(change, names) ?? []),
    typed,
    claimantName: nameOf(typed?.claimantId) || null,
    measureLabel: nameOf(typed?.type === "figure" ? typed.measureId : null) || null,
    verification: lastOf(recorded, "verification") ?? "unverified",
    lifecycle: lastOf(recorded, "lifecycle") ?? "current",
    hash: made.hash,
  };
}

async function listRevisionsOf(claimId: string) {
  const rows = await db().revision.findMany({
    where: { subjectKind: "claim", subjectId: claimId },
    orderBy: { version: "asc" },
    select: {
      version: true,
      at: true,
      action: true,
      actorRole: true,
      actor: { select: { name: true } },
      hash: true,
      content: { select: { fields: true } },
    },
  });
  return rows.map(({ at, action, actor, actorRole, content, ...row }) => ({
    ...row,
    at: at.getTime(),
    action: action as Action,
    by: { name: actor.name, role: actorRole },
    fields: (content?.fields ?? {}) as RecordedFields,
  }));
}

/** Why a version was made, where that was told to readers. */
async function findReason(claimId: string, claimVersion: number): Promise<string | null> {
  const correction = await db().correction.findFirst({
    where: { claimId, claimVersion, publishedAt: { not: null } },
    select: { reason: true },
    orderBy: { id: "asc" },
  });
  return correction?.reason ?? null;
}

/** The last value of a state that revisions record; undefined where none did. */
function lastOf<T extends string>(recorded: readonly RecordedFields[], field: string): T | undefined {
  const after = recorded.findLast((fields) => Object.hasOwn(fields, field))?.[field]?.after;
  return typeof after === "string" ? (after as T) : undefined;
}
