import { Forbidden, Invalid } from "../errors";
import type { Actor } from "./actor";
import { can } from "./authorise";

/** What readers see is edited by editors alone, who say why: Forbidden or Invalid otherwise. */
export function assertMayEditRecord(actor: Actor, isPublic: boolean, reason: string | null): void {
  if (!isPublic) return;
  if (!can(actor.role, "record:edit_public"))
    throw new Forbidden("Readers see this already: ask an editor to change it.");
  if (reason === null) throw new Invalid({ reason: "Say why: it stands in the history that readers see." });
}
