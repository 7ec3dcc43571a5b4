import "server-only";
import { z } from "zod";
import type { Prisma } from "../../../prisma/generated/client";
import { db } from "../../db/client";
import { publicClaimant } from "../../publishing/gate";
import { publishedClaimSql } from "../../publishing/gate-sql";
import { CLAIMANT_KINDS } from "../../vocabulary";
import { apiUrl, pageUrl } from "./addresses";
import { claimantRef, publicationRef, Ref } from "./parts";

export const ClaimantResource = z
  .strictObject({
    slug: z.string(),
    url: z.url(),
    version: z.number().int(),
    name: z.string(),
    kind: z.enum(CLAIMANT_KINDS),
    aliases: z.array(z.string()).meta({ description: "Its other names, in any script." }),
    partOf: Ref.nullable().meta({ description: "The body that it belongs to." }),
    publication: Ref.nullable().meta({
      description: "The publication that a media claimant speaks through.",
    }),
    viaPublication: Ref.nullable().meta({
      description: "The publication that an unnamed claimant is known through.",
    }),
    claimCount: z.number().int(),
    links: z.strictObject({ self: z.url(), claims: z.url() }),
  })
  .meta({ description: "A person, body or outlet that asserts something as its own." });
export type ClaimantResource = z.input<typeof ClaimantResource>;

export const claimantResourceSelect = {
  id: true,
  slug: true,
  version: true,
  name: true,
  kind: true,
  aliases: { select: { name: true }, orderBy: { name: "asc" } },
  parentId: true,
  publication: { select: { slug: true, name: true } },
  viaPublication: { select: { slug: true, name: true } },
} as const satisfies Prisma.ClaimantSelect;

type Row = Prisma.ClaimantGetPayload<{ select: typeof claimantResourceSelect }>;

/** Claimants as the API tells them, in their order; a body that is not public is not named (R34). Two queries. */
export async function claimantResources(rows: readonly Row[]): Promise<ClaimantResource[]> {
  const [bodies, counts] = await Promise.all([
    db().claimant.findMany({
      where: { id: { in: rows.flatMap(({ parentId }) => parentId ?? []) }, ...publicClaimant },
      select: { id: true, slug: true, name: true },
    }),
    countClaims(rows.map(({ id }) => id)),
  ]);
  return rows.map(({ slug, version, name, kind, aliases, parentId, publication, viaPublication, ...row }) => {
    const body = bodies.find(({ id }) => id === parentId);
    return {
      slug,
      url: pageUrl(`/claimants/${slug}`),
      version,
      name,
      kind,
      aliases: aliases.map((alias) => alias.name),
      partOf: body ? claimantRef(body) : null,
      publication: publication && publicationRef(publication),
      viaPublication: viaPublication && publicationRef(viaPublication),
      claimCount: counts.get(row.id) ?? 0,
      links: { self: apiUrl(`/claimants/${slug}`), claims: apiUrl(`/claims?claimant=${slug}`) },
    };
  });
}

/** How many published claims has each of these claimants made? */
async function countClaims(ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db().$queryRaw<{ id: string; count: number }[]>`
    select c.claimant_id as id, count(*)::int as count from claim c join event e on e.id = c.event_id
    where c.claimant_id = any(${ids}::uuid[]) and ${publishedClaimSql}
    group by c.claimant_id`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}
