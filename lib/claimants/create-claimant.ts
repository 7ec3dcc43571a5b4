import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { explainRefusals, type Refusals } from "../db/refusals";
import { parseInput } from "../forms/parse-input";
import { recordInRegister } from "../history/record-in-register";
import { CreateClaimant } from "./schema";

/** Registers a person, body or outlet that makes claims. Returns its id. */
export async function createClaimant(actor: Actor, input: CreateClaimant, now: Date): Promise<string> {
  authorise(actor, "claimant:create");
  const { aliases, ...claimant } = parseInput(CreateClaimant, input);

  return explainRefusals(REFUSALS, () =>
    recordInRegister(actor, now, "claimant.created", "claimant", async (tx) => {
      const { id } = await tx.claimant.create({
        data: { ...claimant, createdAt: now, aliases: { create: aliases.map((name) => ({ name })) } },
        select: { id: true },
      });
      return { id, after: { ...claimant, aliases } };
    }),
  );
}

const REFUSALS: Refusals = {
  claimant_slug_key: "Another claimant already uses this address.",
  claimant_alias_pkey: { aliases: "Name each alias once." },
  claimant_parent_id_fkey: { parentId: "This body is not on file: choose it again." },
  claimant_publication_id_fkey: { publicationId: "This publication is not on file: choose it again." },
  claimant_via_publication_id_fkey: { viaPublicationId: "This publication is not on file: choose it again." },
};
