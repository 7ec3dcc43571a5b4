import "server-only";
import type { z } from "zod";
import { assertSlugIsFree } from "../addresses/former-slugs";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { explainRefusals, type Refusals } from "../db/refusals";
import { parseInput } from "../forms/parse-input";
import { recordInRegister } from "../history/record-in-register";
import { CreatePublication } from "./schema";

/** Registers a publisher of reports, in its publisher family. Returns its id. */
export async function createPublication(actor: Actor, input: CreatePublication, now: Date): Promise<string> {
  authorise(actor, "publication:create");
  const publication = parseInput(CreatePublication, input);

  return explainRefusals(PUBLICATION_REFUSALS, () =>
    recordInRegister(actor, now, "publication.created", "publication", (tx) =>
      makePublication(tx, publication, now),
    ),
  );
}

/** Puts a publication on file in a transaction of the caller, who records it. Returns its id, and what its history keeps. */
export async function makePublication(
  tx: Transaction,
  { aliases, family, ...publication }: z.output<typeof CreatePublication>,
  now: Date,
) {
  const { id } = await tx.publication.create({
    data: {
      ...publication,
      createdAt: now,
      aliases: { create: aliases.map((name) => ({ name })) },
      ...(family && { family: familyNamed(family) }),
    },
    select: { id: true },
  });
  await assertSlugIsFree(tx, "publication", id, publication.slug);
  return { id, after: { ...publication, aliases, family } };
}

/** The publisher family of this name, put on file where it is not yet. */
export function familyNamed(name: string) {
  return { connectOrCreate: { where: { name }, create: { name } } };
}

/** What the database says of a publication where no rule said it before. */
export const PUBLICATION_REFUSALS: Refusals = {
  publication_slug_key: "Another publication already uses this address.",
  publication_alias_pkey: { aliases: "Name each alias once." },
  publisher_family_name_key: "Somebody put this publisher family on file a moment ago: try again.",
};
