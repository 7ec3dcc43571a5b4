import type { SubjectKind } from "../../prisma/generated/enums";
import { type Action, REGISTER } from "./schema";

/** How far a change can be seen: on the pages of its event and in lists, or on any page. */
export type Reach = "event" | "everywhere";

type Changed = { action: Action; subjectKind: SubjectKind };

/** What no reader sees: steps before publication, what is only the desk's, and records that no claim names yet. */
const UNSEEN: ReadonlySet<Action> = new Set<Action>([
  "actor.registered",
  "actor.role_changed",
  "actor.suspended",
  "actor.reinstated",
  "invitation.made",
  "invitation.accepted",
  "api_token.made",
  "api_token.revoked",
  "event.created",
  "claimant.created",
  "publication.created",
  "report.filed",
  "measure.defined",
  "claim.logged",
  "claim.edited",
  "claim.submitted",
  "claim.review_begun",
  "claim.returned",
  "claim.archived",
  "claim.reopened",
  // To a published claim: who attaches it tells the event's readers.
  "attribution.attached",
  "assignment.made",
  "note.written",
  "proposal.made",
  "proposal.declined",
  "error_report.declined",
  "import_mapping.saved",
  "import_mapping.edited",
  "import.begun",
  "import.finished",
  "import.cancelled",
  "import.undone",
]);

/** What is told on the pages of its own event alone, and in lists. */
const OF_ONE_EVENT: ReadonlySet<SubjectKind> = new Set<SubjectKind>([
  "claim",
  "attribution",
  "assessment",
  "claim_link",
  "via_proposal",
  "best_estimate",
  "correction",
  "measure",
]);

const ELSEWHERE_TOO = /\.(moved|merged|unmerged)$/;

/** How far readers can see some changes of one chain; null: not at all. Of what is not known here, everywhere. */
export function reachOf(chainId: string, changes: readonly Changed[]): Reach | null {
  const seen = changes.filter(({ action }) => !UNSEEN.has(action));
  if (seen.length === 0) return null;
  const isOfEvent = ({ action, subjectKind }: Changed) =>
    OF_ONE_EVENT.has(subjectKind) && !ELSEWHERE_TOO.test(action);
  return chainId !== REGISTER && seen.every(isOfEvent) ? "event" : "everywhere";
}
