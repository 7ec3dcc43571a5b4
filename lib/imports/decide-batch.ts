import "server-only";
import type { LoggedOutcome } from "../claims/log-claims";
import type { EditedClaim, LogClaim } from "../claims/schema";
import type { Transaction } from "../db/client";
import type { Resolved } from "./make-records";
import { type Lacking, problemOf, toClaim, toEdited } from "./to-claim";
import type { Candidate, Counts, ImportProblem } from "./types";

/** What became, or would become, of one candidate. */
export type Decided = {
  candidate: Candidate;
  did: Exclude<keyof Counts, "leftOut">;
  problem: ImportProblem | null;
  /** The claim that was logged or edited. */
  claim: { id: string; version: number; isNew: boolean } | null;
};

/** A claim of which an import that stands says that it is the same cell of the same data set. */
export type KnownClaim = { key: string; digest: string; version: number; id: string };

/** What is done with what was decided: a run writes it, a dry run does not. */
export type Doing = {
  log(claims: readonly LogClaim[]): Promise<LoggedOutcome[]>;
  /** The new version; "same" where nothing is to be changed, "refused" by a rule, "kept" where a person must do it. */
  edit(known: KnownClaim, claim: EditedClaim): Promise<Edited>;
};
export type Edited =
  | { did: "changed"; version: number }
  | { did: "same"; version: number }
  | { did: "refused" | "kept"; sentence: string | null };

/**
 * Decides on the candidates of one batch, and does it: those whose key is known are the same, changed or not ours to
 * change any more; the others are logged together. What is refused leaves the others alone.
 */
export async function decideBatch(
  tx: Transaction,
  dataset: string,
  candidates: readonly Candidate[],
  { found, refused }: Resolved,
  doing: Doing,
): Promise<Decided[]> {
  const known = await findKnown(
    tx,
    dataset,
    candidates.map(({ key }) => key),
  );
  const decided = new Map<Candidate, Decided>();
  const fresh: { candidate: Candidate; claim: LogClaim }[] = [];
  for (const candidate of candidates) {
    const before = known.get(candidate.key);
    if (before?.digest === candidate.digest) {
      decided.set(candidate, { candidate, did: "same", problem: null, claim: null });
      continue;
    }
    const claim = toClaim(candidate, found, refused);
    if ("lacks" in claim) decided.set(candidate, invalid(candidate, lackingProblem(candidate, claim)));
    else if (before)
      decided.set(candidate, asEdited(candidate, before, await doing.edit(before, toEdited(claim))));
    else fresh.push({ candidate, claim });
  }
  const outcomes = fresh.length > 0 ? await doing.log(fresh.map(({ claim }) => claim)) : [];
  for (const [at, { candidate }] of fresh.entries()) {
    const outcome = outcomes[at];
    if (!outcome) throw new Error("A claim of a batch has no outcome.");
    decided.set(candidate, asLogged(candidate, outcome));
  }
  return candidates.flatMap((candidate) => decided.get(candidate) ?? []);
}

function asEdited(candidate: Candidate, before: KnownClaim, edited: Edited): Decided {
  const text = candidate.wording.text;
  if (!("version" in edited)) {
    const code = edited.did === "refused" ? "refused" : "changed_on_file";
    return invalid(candidate, problemOf(candidate, code, text, edited.sentence));
  }
  const claim = { id: before.id, version: edited.version, isNew: false };
  return { candidate, did: edited.did, problem: null, claim };
}

function asLogged(candidate: Candidate, outcome: LoggedOutcome): Decided {
  const text = candidate.wording.text;
  switch (outcome.did) {
    case "logged":
      return {
        candidate,
        did: "new",
        problem: null,
        claim: { id: outcome.id, version: outcome.version, isNew: true },
      };
    case "same":
      return duplicate(candidate, problemOf(candidate, "same_claim", text, outcome.publicId, false));
    case "asked":
      return duplicate(
        candidate,
        problemOf(candidate, "may_be_same", text, outcome.publicIds.join(", "), false),
      );
    case "refused":
      return invalid(
        candidate,
        problemOf(candidate, "refused", text, Object.values(outcome.fields).join(" ")),
      );
  }
}

function duplicate(candidate: Candidate, problem: ImportProblem): Decided {
  return { candidate, did: "duplicate", problem, claim: null };
}

export function invalid(candidate: Candidate, problem: ImportProblem): Decided {
  return { candidate, did: "invalid", problem, claim: null };
}

function lackingProblem(candidate: Candidate, { lacks, sentence }: Lacking): ImportProblem {
  return sentence === null
    ? problemOf(candidate, "no_such_record", lacks, null)
    : problemOf(candidate, "refused", lacks, sentence);
}

/** Of each key, the claim that the last import which stands put on file or changed by it, unless it was laid aside. */
async function findKnown(
  tx: Transaction,
  dataset: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, KnownClaim>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.$queryRaw<KnownClaim[]>`
    select distinct on (r.key) r.key, r.digest, r.version, r.record_id as id
    from imported_record r
    join import i on i.id = r.import_id and i.state <> 'undone'
    join claim c on c.id = r.record_id and c.record_status <> 'archived'
    where r.dataset = ${dataset} and r.key = any(${keys}::text[]) and r.kind = 'claim'
    order by r.key, r.id desc`;
  return new Map(rows.map((row) => [row.key, row]));
}
