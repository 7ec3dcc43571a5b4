import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { text } from "../forms/fields";
import { parseInput } from "../forms/parse-input";
import { recordInRegister } from "../history/record-in-register";
import { ROLES } from "../vocabulary";
import type { Actor } from "./actor";

const RegisterActor = z.strictObject({ name: text(200), role: z.enum(ROLES) });

/**
 * Puts a person on file, so that the history can name them. For set-up only: nobody needs to be signed in, and
 * the person stands in the history as the one who registered themselves.
 */
export async function registerActor(input: z.input<typeof RegisterActor>, now: Date): Promise<Actor> {
  const actor: Actor = { id: randomUUID(), kind: "person", ...parseInput(RegisterActor, input) };
  await recordInRegister(actor, now, "actor.registered", "actor", async (tx) => {
    await tx.actor.create({ data: { ...actor, createdAt: now } });
    return { id: actor.id, after: { name: actor.name, role: actor.role } };
  });
  return actor;
}
