import "server-only";
import { db } from "../db/client";
import { Slug } from "../forms/fields";
import { publicClaimant, publicPublication } from "../publishing/gate";

/** What names a public record whose claims a feed tells of. */
export type Followed = { id: string; name: string };

const select = { id: true, name: true } as const;

/** A public claimant by the slug in its address, or null (R34). One query. */
export async function findFollowedClaimant(slug: string): Promise<Followed | null> {
  if (!Slug.safeParse(slug).success) return null;
  return db().claimant.findFirst({ where: { slug, ...publicClaimant }, select });
}

/** A public publication by the slug in its address, or null (R34). One query. */
export async function findFollowedPublication(slug: string): Promise<Followed | null> {
  if (!Slug.safeParse(slug).success) return null;
  return db().publication.findFirst({ where: { slug, ...publicPublication }, select });
}
