import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import { hasFallen, linkedClaimSelect, toLinkedClaim } from "./linked-claims";
import { nameDeciders } from "./name-deciders";
import type { ClaimLinkRow, LinkPage } from "./types";

/** As many as a page of links shows, and a section of an event's page at most. */
const LINKS_PAGE = 50;
const DECIDED_MAX = 200;

type Kind = "supersedes" | "duplicate_of";

/** What is asked about two claims and can be decided now, the newest first, of one event or of all. Five queries. */
export async function listOpenClaimLinks(
  actor: Actor,
  { kind, event = null, after = null }: { kind: Kind; event?: string | null; after?: string | null },
): Promise<LinkPage<ClaimLinkRow>> {
  authorise(actor, "queue:read");
  const found = await readLinks(
    { ...openLinks(kind, event), ...(after && { id: { lt: after } }) },
    LINKS_PAGE + 1,
  );
  const rows = found.slice(0, LINKS_PAGE);
  return { rows, next: found.length > LINKS_PAGE ? (rows.at(-1)?.id ?? null) : null };
}

/** What was decided about two claims of an event, the newest first, at most two hundred. */
export async function listDecidedClaimLinks(actor: Actor, event: string): Promise<ClaimLinkRow[]> {
  authorise(actor, "queue:read");
  const where: Prisma.ClaimLinkWhereInput = {
    kind: { not: "passed_on_from" },
    state: { not: "proposed" },
    toClaim: { event: { slug: event } },
  };
  const rows = await readLinks(where, DECIDED_MAX);
  return rows.toSorted((a, b) => (b.decided?.at ?? 0) - (a.decided?.at ?? 0));
}

/** Open links that are still possible: nothing ended one of the two since, and neither is a duplicate. */
export function openLinks(kind: Kind, event: string | null): Prisma.ClaimLinkWhereInput {
  const standing = { mergedIntoId: null, event: { mergedIntoId: null, ...(event && { slug: event }) } };
  if (kind === "supersedes") {
    const current = { ...standing, recordStatus: "published", lifecycle: "current" } as const;
    return {
      kind,
      state: "proposed",
      fromClaim: { ...current, standing: { not: "disowned" } },
      toClaim: current,
    };
  }
  const onFile = { ...standing, recordStatus: { not: "archived" } } as const;
  return {
    kind,
    state: "proposed",
    fromClaim: { ...onFile, lifecycle: "current", standing: { not: "disowned" } },
    toClaim: { ...onFile, lifecycle: { not: "entry_error" } },
  };
}

async function readLinks(where: Prisma.ClaimLinkWhereInput, limit: number): Promise<ClaimLinkRow[]> {
  const rows = await db().claimLink.findMany({
    where,
    include: {
      fromClaim: {
        select: { ...linkedClaimSelect, event: { select: { id: true, slug: true, title: true } } },
      },
      toClaim: { select: linkedClaimSelect },
    },
    orderBy: { id: "desc" },
    take: limit,
  });
  const merged = rows.filter(({ kind, state }) => kind === "duplicate_of" && state === "accepted");
  const [names, merges] = await Promise.all([
    nameDeciders(rows),
    merged.length === 0
      ? []
      : db().merge.findMany({
          where: {
            subjectKind: "claim",
            fromId: { in: merged.map(({ fromClaimId }) => fromClaimId) },
            undoneAt: null,
          },
          select: { id: true, fromId: true },
        }),
  ]);
  return rows.flatMap((row): ClaimLinkRow[] => {
    const { kind, fromClaim, toClaim } = row;
    if (kind === "passed_on_from") return [];
    return [
      {
        id: row.id,
        version: row.version,
        kind,
        state: row.state,
        event: fromClaim.event,
        from: toLinkedClaim(fromClaim),
        to: toLinkedClaim(toClaim),
        needsReason: kind === "supersedes" && hasFallen(fromClaim, toClaim),
        downwardReason: row.downwardReason,
        speaksForBoth: row.speaksForBoth,
        note: row.note,
        decided: names(row),
        mergeId: merges.find(({ fromId }) => fromId === row.fromClaimId)?.id ?? null,
      },
    ];
  });
}
