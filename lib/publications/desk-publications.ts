import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import { readCursor, writeCursor } from "../db/cursor";
import { publicPublication } from "../publishing/gate";
import { valuesOf } from "./publication-row";
import type { EditPublication } from "./schema";

type Name = { id: string; slug: string; name: string };

/** A row of a list of publications on the desk, whether or not they are public. */
export type DeskPublicationRow = Name & {
  version: number;
  family: string | null;
  country: string | null;
  reportCount: number;
};
export type DeskPublicationsPage = { rows: DeskPublicationRow[]; next: string | null };

/** A publication as the desk shows it: what an edit begins with, and what hangs on it. */
export type DeskPublication = {
  /** Whole input of editPublication, but for the reason. */
  values: Required<Omit<EditPublication, "reason">>;
  /** Readers see it: an edit needs an editor, and a reason. */
  isPublic: boolean;
  claimants: Name[];
  reportCount: number;
  /** Where it leads, once it was merged (R30). */
  mergedInto: { slug: string; name: string } | null;
};

/** The publications of which a name or the family has this text in it, the latest filed first; none that was merged. */
export async function listDeskPublications(
  actor: Actor,
  { q = null, after = null }: { q?: string | null; after?: string | null } = {},
  limit = 50,
): Promise<DeskPublicationsPage> {
  authorise(actor, "record:edit");
  const cursor = after === null ? null : readCursor(after);
  const has = { contains: q ?? "", mode: "insensitive" } as const;
  const named: Prisma.PublicationWhereInput = q
    ? {
        OR: [
          { name: has },
          { slug: has },
          { aliases: { some: { name: has } } },
          { family: { is: { name: has } } },
        ],
      }
    : {};
  const rest: Prisma.PublicationWhereInput = cursor
    ? { OR: [{ createdAt: { lt: cursor.at } }, { createdAt: cursor.at, id: { lt: cursor.id } }] }
    : {};
  const found = await db().publication.findMany({
    where: { mergedIntoId: null, AND: [named, rest] },
    include: { family: { select: { name: true } }, _count: { select: { reports: true } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ id, slug, name, version, family, country, _count }) => ({
      id,
      slug,
      name,
      version,
      family: family?.name ?? null,
      country,
      reportCount: _count.reports,
    })),
    next: found.length > limit && last ? writeCursor({ at: last.createdAt, id: last.id }) : null,
  };
}

const CLAIMANTS_MAX = 200;

/** A publication by its present address, public or not, or null. */
export async function findPublicationForDesk(actor: Actor, slug: string): Promise<DeskPublication | null> {
  authorise(actor, "record:edit");
  const row = await db().publication.findUnique({
    where: { slug },
    include: {
      aliases: { orderBy: { name: "asc" } },
      family: { select: { name: true } },
      claimants: {
        select: { id: true, slug: true, name: true },
        orderBy: { name: "asc" },
        take: CLAIMANTS_MAX,
      },
      mergedInto: { select: { slug: true, name: true } },
      _count: { select: { reports: true } },
    },
  });
  if (!row) return null;
  return {
    values: { id: row.id, version: row.version, ...valuesOf(row) },
    isPublic: (await db().publication.count({ where: { id: row.id, ...publicPublication } })) > 0,
    claimants: row.claimants,
    reportCount: row._count.reports,
    mergedInto: row.mergedInto,
  };
}
