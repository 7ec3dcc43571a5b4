import type { Actor } from "../../lib/auth/actor";
import { registerActor } from "../../lib/auth/register-actor";

/** In whose name it is imported. */
export function makeActor(): Promise<Actor> {
  return registerActor({ name: "Olena Hrytsenko", role: "journalist" }, new Date());
}
