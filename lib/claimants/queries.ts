import "server-only";
import { findLeadsTo } from "../addresses/leads-to";
import { db } from "../db/client";
import { publicClaimant, publishedEvent } from "../publishing/gate";
import type { ClaimantPage } from "./types";

/** A public claimant, or null. Shows at most 200 members and 200 events. */
export async function findClaimant(slug: string): Promise<ClaimantPage | null> {
  const name = { select: { slug: true, name: true } } as const;
  const row = await db().claimant.findFirst({
    where: { slug, ...publicClaimant },
    select: {
      slug: true,
      name: true,
      kind: true,
      aliases: { select: { name: true }, orderBy: { name: "asc" } },
      parentId: true,
      members: { ...name, where: publicClaimant, orderBy: { name: "asc" }, take: 200 },
      publication: name,
      viaPublication: name,
      parties: {
        where: { event: publishedEvent },
        select: { side: true, role: true, event: { select: { slug: true, title: true } } },
        orderBy: { eventId: "desc" },
        take: 200,
      },
    },
  });
  if (!row) return null;
  const { parentId, aliases, ...claimant } = row;
  const partOf = parentId
    ? await db().claimant.findFirst({ where: { id: parentId, ...publicClaimant }, ...name })
    : null;
  return { ...claimant, partOf, aliases: aliases.map(({ name }) => name) };
}

/** The address to which that of a renamed or merged claimant leads, where that one is public; or null (R30). */
export async function findClaimantByFormerSlug(slug: string): Promise<string | null> {
  const id = await findLeadsTo("claimant", slug);
  const claimant =
    id && (await db().claimant.findFirst({ where: { id, ...publicClaimant }, select: { slug: true } }));
  return claimant && claimant.slug !== slug ? claimant.slug : null;
}
