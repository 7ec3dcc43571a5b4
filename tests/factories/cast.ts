import type { Actor } from "../../lib/auth/actor";
import { registerActor } from "../../lib/auth/register-actor";
import type { Role } from "../../lib/vocabulary";
import { tick } from "./clock";

/** Olena logs claims. */
export function aJournalist(): Promise<Actor> {
  return onStage("Olena Hrytsenko", "journalist");
}

/** Noor logs claims, too. */
export function anotherJournalist(): Promise<Actor> {
  return onStage("Noor Haddad", "journalist");
}

/** Tomas reviews, publishes and assesses them. */
export function anEditor(): Promise<Actor> {
  return onStage("Tomas Berg", "editor");
}

/** Amina keeps the accounts. */
export function anAdmin(): Promise<Actor> {
  return onStage("Amina Diallo", "admin");
}

const cast = new Map<string, Promise<Actor>>();

// Each enters once in each test file, and stays the same person throughout it.
function onStage(name: string, role: Role): Promise<Actor> {
  const actor = cast.get(name) ?? registerActor({ name, role }, tick());
  cast.set(name, actor);
  return actor;
}
