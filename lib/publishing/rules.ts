import { Conflict } from "../errors";
import type { RecordStatus } from "../vocabulary";

/** The only moves of a record, from where to where. Published is final: what is wrong is corrected in the open. */
const MOVES: Record<RecordStatus, readonly RecordStatus[]> = {
  draft: ["submitted", "archived"],
  submitted: ["in_review", "draft"],
  in_review: ["published", "returned"],
  returned: ["submitted", "archived"],
  archived: ["draft"],
  published: [],
};

/** Where a record may go from where it stands. */
export function movesFrom(status: RecordStatus): readonly RecordStatus[] {
  return MOVES[status];
}

/** Whether a record that becomes this goes back, or aside, rather than on: then somebody says why. */
export function isBack(to: RecordStatus): boolean {
  return to === "returned" || to === "archived" || to === "draft";
}

/** Throws Conflict unless a record may move so. */
export function assertMove(from: RecordStatus, to: RecordStatus): void {
  if (MOVES[from].includes(to)) return;
  throw new Conflict(`This record is ${words(from)}; it cannot become ${words(to)} from there.`);
}

function words(status: RecordStatus): string {
  return status.replaceAll("_", " ");
}
