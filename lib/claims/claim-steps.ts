import type { Claim } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { can } from "../auth/authorise";
import type { RecordStatus } from "../vocabulary";

/** What can be done with a claim, as the desk offers it. */
export type ClaimStep =
  | "edit"
  | "submit"
  | "reopen"
  | "archive"
  | "review"
  | "return"
  | "publish"
  | "attach"
  | "amend"
  | "propose"
  | "assess"
  | "supersede"
  | "replace"
  | "disown"
  | "retract"
  | "mark_entry_error"
  | "redact"
  | "note";

type Offered = Pick<
  Claim,
  "recordStatus" | "loggedById" | "lifecycle" | "standing" | "type" | "mergedIntoId"
>;

/**
 * What this actor may do with a claim as it now stands, in the order in which it is offered. The commands decide for
 * themselves; what is not offered here they refuse.
 */
export function stepsFor(actor: Actor, claim: Offered, event: { fourEyes: boolean }): ClaimStep[] {
  const { recordStatus, lifecycle, standing, type } = claim;
  const is = (...statuses: RecordStatus[]) => statuses.includes(recordStatus);
  const isOwn = claim.loggedById === actor.id;
  const mayMove = isOwn || can(actor.role, "claim:edit_of_others");
  const isEditor = can(actor.role, "claim:amend");
  const mayEdit = mayMove && (is("draft", "submitted", "returned") || (is("in_review") && isEditor));
  const isCurrent = is("published") && lifecycle === "current";
  const offered: Record<ClaimStep, boolean> = {
    edit: mayEdit,
    submit: mayMove && is("draft", "returned"),
    reopen: mayMove && is("submitted", "archived"),
    archive: mayMove && is("draft", "returned"),
    review: isEditor && is("submitted"),
    return: isEditor && is("in_review"),
    publish: isEditor && is("in_review") && !(event.fourEyes && isOwn),
    attach: mayEdit || (isEditor && is("published")),
    amend: isEditor && is("published"),
    propose: is("published"),
    assess: isEditor && is("published"),
    supersede: isEditor && isCurrent && type === "figure",
    replace: isEditor && isCurrent && type === "figure",
    disown: isEditor && is("published") && standing !== "disowned" && lifecycle !== "entry_error",
    retract: isEditor && isCurrent,
    mark_entry_error: isEditor && is("published") && lifecycle !== "entry_error",
    redact: can(actor.role, "field:redact"),
    note: can(actor.role, "note:write"),
  };
  const steps = (Object.keys(offered) as ClaimStep[]).filter((step) => offered[step]);
  // A duplicate stays as it is for as long as another claim stands for it.
  return claim.mergedIntoId === null ? steps : steps.filter((step) => step === "redact" || step === "note");
}
