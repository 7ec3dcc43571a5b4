import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { parseInput } from "../forms/parse-input";
import { describeChoices } from "./describe-choices";
import { listMatchingClaims } from "./matching-claims";
import { listMatching } from "./matching-records";
import { listMatchingReports } from "./matching-reports";
import { listRecent } from "./recent-records";
import { FindChoices } from "./schema";
import type { Choice, Match } from "./types";

/**
 * What a field of the desk offers for what was typed, the best first: records of any state, for every role that signs
 * in, but never one that was merged into another or archived. A blank finds those most recently used; measures and
 * claims are those of one event, and there are none without it.
 */
export async function findChoices(actor: Actor, input: FindChoices): Promise<Choice[]> {
  authorise(actor, "claim:log");
  const query = parseInput(FindChoices, input);
  return describeChoices(query.kind, await listFound(query));
}

function listFound({ kind, q, eventId, limit }: FoundQuery): Promise<Match[]> {
  if (q === "") return listRecent(kind, eventId, limit);
  if (kind === "report") return listMatchingReports(q, limit);
  if (kind === "claim") return listMatchingClaims(q, eventId, limit);
  return listMatching(kind, q, eventId, limit);
}
type FoundQuery = Required<Pick<FindChoices, "kind" | "q">> & { eventId: string | null; limit: number };
