import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import type { AddressKind } from "./former-slugs";
import { findLeadsTo } from "./leads-to";

/** The present address of a record of any state, or null. */
export async function findSlug(actor: Actor, kind: AddressKind, id: string): Promise<string | null> {
  authorise(actor, "record:edit");
  const asked = { where: { id }, select: { slug: true } };
  const found =
    kind === "event"
      ? await db().event.findUnique(asked)
      : kind === "claimant"
        ? await db().claimant.findUnique(asked)
        : await db().publication.findUnique(asked);
  return found?.slug ?? null;
}

/** The address to which one leads that no record has today, since its record was renamed; or null (R30). */
export async function findNewSlug(actor: Actor, kind: AddressKind, slug: string): Promise<string | null> {
  authorise(actor, "record:edit");
  const id = await findLeadsTo(kind, slug);
  return id && findSlug(actor, kind, id);
}
