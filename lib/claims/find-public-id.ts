import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import { NotFound } from "../errors";

/** The public id of a claim on file, by its internal one, for the address of its page on the desk. */
export async function getPublicId(actor: Actor, id: string): Promise<string> {
  authorise(actor, "claim:log");
  const claim = await db().claim.findUnique({ where: { id }, select: { publicId: true } });
  if (!claim) throw new NotFound("claim");
  return claim.publicId;
}
