import "server-only";
import type { z } from "zod";
import { assertSlugIsFree } from "../addresses/former-slugs";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { explainRefusals, type Refusals } from "../db/refusals";
import { Invalid } from "../errors";
import { parseInput } from "../forms/parse-input";
import { recordInRegister } from "../history/record-in-register";
import { CreateClaimant } from "./schema";

/** Registers a person, body or outlet that makes claims. Returns its id. */
export async function createClaimant(actor: Actor, input: CreateClaimant, now: Date): Promise<string> {
  authorise(actor, "claimant:create");
  const claimant = parseInput(CreateClaimant, input);

  return explainRefusals(CLAIMANT_REFUSALS, () =>
    recordInRegister(actor, now, "claimant.created", "claimant", (tx) => makeClaimant(tx, claimant, now)),
  );
}

/** Puts a claimant on file in a transaction of the caller, who records it. Returns its id, and what its history keeps. */
export async function makeClaimant(
  tx: Transaction,
  { aliases, ...claimant }: z.output<typeof CreateClaimant>,
  now: Date,
) {
  await checkBelongings(tx, claimant);
  const { id } = await tx.claimant.create({
    data: { ...claimant, createdAt: now, aliases: { create: aliases.map((name) => ({ name })) } },
    select: { id: true },
  });
  await assertSlugIsFree(tx, "claimant", id, claimant.slug);
  return { id, after: { ...claimant, aliases } };
}

/** What the database says of a claimant where no rule said it before. */
export const CLAIMANT_REFUSALS: Refusals = {
  claimant_slug_key: "Another claimant already uses this address.",
  claimant_alias_pkey: { aliases: "Name each alias once." },
  claimant_not_its_own_parent: { parentId: "A claimant does not belong to itself." },
  claimant_parent_id_fkey: { parentId: "This body is not on file: choose it again." },
  claimant_publication_id_fkey: { publicationId: "This publication is not on file: choose it again." },
  claimant_via_publication_id_fkey: { viaPublicationId: "This publication is not on file: choose it again." },
};

type Belongings = {
  parentId: string | null;
  publicationId: string | null;
  viaPublicationId: string | null;
};

/** What a claimant belongs to, or is known through, stands for itself: it was not merged into another. */
export async function checkBelongings(
  tx: Transaction,
  { parentId, publicationId, viaPublicationId }: Belongings,
): Promise<void> {
  const merged = { mergedIntoId: { not: null } };
  const body = parentId && (await tx.claimant.findFirst({ where: { id: parentId, ...merged } }));
  if (body) throw new Invalid({ parentId: "This body was merged into another: choose that one." });
  const id = publicationId ?? viaPublicationId;
  const publication = id && (await tx.publication.findFirst({ where: { id, ...merged } }));
  if (publication)
    throw new Invalid({
      [publicationId ? "publicationId" : "viaPublicationId"]:
        "This publication was merged into another: choose that one.",
    });
}
