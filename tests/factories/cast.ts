import type { Actor } from "../../lib/auth/actor";
import { registerActor } from "../../lib/auth/register-actor";
import { db } from "../../lib/db/client";
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

const casts = new WeakMap<object, Map<string, Promise<Actor>>>();

// Each enters once in each database, and stays the same person throughout it.
function onStage(name: string, role: Role): Promise<Actor> {
  const cast = casts.get(db()) ?? new Map<string, Promise<Actor>>();
  casts.set(db(), cast);
  const actor = cast.get(name) ?? registerActor({ name, role }, tick());
  cast.set(name, actor);
  return actor;
}
