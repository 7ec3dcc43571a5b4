import type { Claim } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { can } from "../auth/authorise";
import { Conflict, Forbidden, Invalid } from "../errors";

type Own = Pick<Claim, "recordStatus" | "loggedById">;

/** Before its publication a claim is moved by who logged it, or by an editor. */
export function assertMayMove(actor: Actor, claim: Own): void {
  if (claim.loggedById === actor.id || can(actor.role, "claim:edit_of_others")) return;
  throw new Forbidden("A colleague logged this claim: only they or an editor can do this.");
}

/** Before its publication a claim is edited by who logged it, until its review, and by editors until the end. */
export function assertMayEdit(actor: Actor, claim: Own): void {
  const { recordStatus } = claim;
  if (recordStatus === "published")
    throw new Conflict("This claim is published: amend it, or propose how it should be amended.");
  assertMayMove(actor, claim);
  if (recordStatus === "archived") throw new Conflict("This claim is archived: reopen it first.");
  if (recordStatus === "in_review" && !can(actor.role, "claim:edit_of_others"))
    throw new Conflict("An editor is reviewing this claim: ask for it to be returned.");
}

/** To what is published only editors attach a report, or change how one carries it. */
export function assertMayAttach(actor: Actor, claim: Own): void {
  if (claim.recordStatus !== "published") assertMayEdit(actor, claim);
  else if (!can(actor.role, "claim:amend"))
    throw new Forbidden("This claim is published: propose this, and an editor decides.");
}

/** What may be put into a claim on file: the same type, and the standing of a denied claim stays that (R23). */
export function assertSameNature(
  before: Pick<Claim, "type" | "standing">,
  after: Pick<Claim, "type" | "standing">,
): void {
  if (before.type !== after.type)
    throw new Invalid({ type: "A figure stays a figure and a statement a statement: log the other one." });
  if ((before.standing === "disowned") !== (after.standing === "disowned"))
    throw new Invalid({ standing: "Whether its claimant denies a claim is a decision of its own." });
}
