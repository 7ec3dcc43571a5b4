import "server-only";
import { z } from "zod";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";

/** Whether a claim was logged by this actor with the form of this submission. */
export async function isLogged(actor: Actor, submissionId: string): Promise<boolean> {
  authorise(actor, "claim:log");
  if (!z.uuid().safeParse(submissionId).success) return false;
  return (await db().claim.count({ where: { submissionId, loggedById: actor.id } })) > 0;
}
