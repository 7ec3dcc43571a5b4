import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import { readCursor, writeCursor } from "../db/cursor";
import { publicClaimant } from "../publishing/gate";
import type { ClaimantKind } from "../vocabulary";
import { valuesOf } from "./claimant-row";
import type { EditClaimant } from "./schema";

type Name = { id: string; slug: string; name: string };

/** A row of a list of claimants on the desk, whether or not they are public. */
export type DeskClaimantRow = Name & {
  version: number;
  kind: ClaimantKind;
  /** The body that it belongs to. */
  partOf: string | null;
  claimCount: number;
};
export type DeskClaimantsPage = { rows: DeskClaimantRow[]; next: string | null };

/** A claimant as the desk shows it: what an edit begins with, and the names for its ids. */
export type DeskClaimant = {
  /** Whole input of editClaimant, but for the reason. */
  values: Required<Omit<EditClaimant, "reason">>;
  /** Readers see it: an edit needs an editor, and a reason. */
  isPublic: boolean;
  parent: Name | null;
  publication: Name | null;
  viaPublication: Name | null;
  members: Name[];
  claimCount: number;
  /** Where it leads, once it was merged (R30). */
  mergedInto: { slug: string; name: string } | null;
};

/** The claimants of which a name has this text in it, the latest filed first; none that was merged. */
export async function listDeskClaimants(
  actor: Actor,
  { q = null, after = null }: { q?: string | null; after?: string | null } = {},
  limit = 50,
): Promise<DeskClaimantsPage> {
  authorise(actor, "record:edit");
  const cursor = after === null ? null : readCursor(after);
  const has = { contains: q ?? "", mode: "insensitive" } as const;
  const named: Prisma.ClaimantWhereInput = q
    ? { OR: [{ name: has }, { slug: has }, { aliases: { some: { name: has } } }] }
    : {};
  const rest: Prisma.ClaimantWhereInput = cursor
    ? { OR: [{ createdAt: { lt: cursor.at } }, { createdAt: cursor.at, id: { lt: cursor.id } }] }
    : {};
  const found = await db().claimant.findMany({
    where: { mergedIntoId: null, AND: [named, rest] },
    include: { parent: { select: { name: true } }, _count: { select: { claims: true } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ id, slug, name, version, kind, parent, _count }) => ({
      id,
      slug,
      name,
      version,
      kind,
      partOf: parent?.name ?? null,
      claimCount: _count.claims,
    })),
    next: found.length > limit && last ? writeCursor({ at: last.createdAt, id: last.id }) : null,
  };
}

const MEMBERS_MAX = 200;

/** A claimant by its present address, public or not, or null. */
export async function findClaimantForDesk(actor: Actor, slug: string): Promise<DeskClaimant | null> {
  authorise(actor, "record:edit");
  const name = { select: { id: true, slug: true, name: true } } as const;
  const row = await db().claimant.findUnique({
    where: { slug },
    include: {
      aliases: { orderBy: { name: "asc" } },
      parent: name,
      publication: name,
      viaPublication: name,
      members: { ...name, orderBy: { name: "asc" }, take: MEMBERS_MAX },
      mergedInto: { select: { slug: true, name: true } },
      _count: { select: { claims: true } },
    },
  });
  if (!row) return null;
  const { parent, publication, viaPublication, members, mergedInto } = row;
  return {
    values: { id: row.id, version: row.version, ...valuesOf(row) },
    isPublic: (await db().claimant.count({ where: { id: row.id, ...publicClaimant } })) > 0,
    parent,
    publication,
    viaPublication,
    members,
    claimCount: row._count.claims,
    mergedInto,
  };
}
