import { can, type Permission } from "../auth/authorise";
import type { RecordStatus, Role } from "../vocabulary";
import { movesFrom } from "./rules";

const NEEDED: Record<RecordStatus, Permission> = {
  draft: "event:archive",
  submitted: "event:submit",
  in_review: "event:review",
  published: "event:publish",
  returned: "event:return",
  archived: "event:archive",
};

/** The record statuses to which this role may take an event from where it stands. */
export function nextSteps(from: RecordStatus, role: Role): RecordStatus[] {
  return movesFrom(from).filter((to) => can(role, NEEDED[to]));
}
