import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import type { Action } from "../history/schema";
import type { Role } from "../vocabulary";
import { type ClaimInput, type RecordedFields, valuesByRevision } from "./claim-versions";

/** A claim as one revision left it: who made it, when and why, and what was typed of it from then on. */
export type ClaimVersion = {
  version: number;
  action: Action;
  at: number;
  by: { name: string; role: Role };
  /** Of an amendment, as readers see it; of a move, as colleagues do. */
  reason: string | null;
  /** The fields that it changed; their texts are in the values. */
  changed: string[];
  /** As an edit sends it again; null where it cannot be told any more. A redacted wording is its marker (R35). */
  values: ClaimInput | null;
};

/** Every version of a claim, the newest first, or null where there is no such claim. Four queries. */
export async function listClaimVersions(actor: Actor, publicId: string): Promise<ClaimVersion[] | null> {
  authorise(actor, "claim:log");
  const claim = await db().claim.findUnique({
    where: { publicId },
    select: { id: true, event: { select: { occurredZone: true } } },
  });
  if (!claim) return null;

  const [revisions, corrections] = await Promise.all([
    db().revision.findMany({
      where: { subjectKind: "claim", subjectId: claim.id },
      orderBy: { version: "asc" },
      select: {
        version: true,
        action: true,
        at: true,
        actorRole: true,
        actor: { select: { name: true } },
        content: { select: { fields: true } },
      },
    }),
    db().correction.findMany({
      where: { claimId: claim.id, claimVersion: { not: null } },
      select: { claimVersion: true, reason: true },
    }),
  ]);
  const recorded = revisions.map(({ content }) => (content?.fields ?? {}) as RecordedFields);
  const values = valuesByRevision(recorded, claim.event.occurredZone);
  const reasonOf = new Map(corrections.map(({ claimVersion, reason }) => [claimVersion, reason]));
  return revisions
    .map(({ version, action, at, actor: { name }, actorRole }, place) => ({
      version,
      action: action as Action,
      at: at.getTime(),
      by: { name, role: actorRole },
      reason:
        reasonOf.get(version) ?? textOf((recorded[place]?.reason ?? recorded[place]?.returnReason)?.after),
      changed: Object.keys(recorded[place] ?? {}),
      values: values[place] ?? null,
    }))
    .reverse();
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
