import "server-only";
import type { Transaction } from "../db/client";
import { Conflict } from "../errors";

/** What has an address by a name of its own, and keeps those that it had. */
export type AddressKind = "event" | "claimant" | "publication";

/**
 * Keeps the address that a record had, so that it goes on to lead to it (R30). Nothing to do where it did not change,
 * or where the record had this address before.
 */
export async function keepFormerSlug(
  tx: Transaction,
  kind: AddressKind,
  id: string,
  before: string,
  after: string,
): Promise<void> {
  if (before === after) return;
  const former = { kind, slug: before };
  const owner = { [`${kind}Id`]: id };
  await tx.formerSlug.upsert({ where: { kind_slug: former }, create: { ...former, ...owner }, update: {} });
}

/**
 * Conflict where another record had this address before: it leads there for good (R30). Asked after the write that
 * takes the address, so that whoever is giving it up at this moment is done.
 */
export async function assertSlugIsFree(
  tx: Transaction,
  kind: AddressKind,
  id: string,
  slug: string,
): Promise<void> {
  const former = await tx.formerSlug.findUnique({ where: { kind_slug: { kind, slug } } });
  if (!former || former[`${kind}Id`] === id) return;
  throw new Conflict(`Another ${kind} already uses this address.`);
}
