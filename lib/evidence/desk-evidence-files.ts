import "server-only";
import type { Actor } from "../auth/actor";
import { authorise, can } from "../auth/authorise";
import { db } from "../db/client";
import { type OpenFile, openFile } from "./open-file";

/** The file at this address, for an editor or for who uploaded it, also where no reader sees it; null otherwise. */
export async function findDeskEvidenceFile(actor: Actor, publicId: string): Promise<OpenFile | null> {
  authorise(actor, "claim:log");
  return openFile(publicId, can(actor.role, "evidence:upload") ? {} : { uploadedById: actor.id });
}

/** The files that a claim's assessments name, the first named first. */
export async function listFilesOfClaim(
  actor: Actor,
  claimId: string,
): Promise<{ id: string; name: string }[]> {
  authorise(actor, "claim:log");
  return db().evidenceFile.findMany({
    where: { evidence: { some: { assessment: { claimId } } } },
    orderBy: { id: "asc" },
    select: { id: true, name: true },
  });
}
