import type { SubjectKind } from "../../prisma/generated/enums";
import type { FieldContent, Json } from "./digest";
import type { Action } from "./schema";

/** One revision with what it says, as it is folded. `at` in milliseconds since 1970 UTC. */
export type FoldedRevision = {
  chainId: string;
  /** Its place in its chain. */
  number: number;
  at: number;
  action: Action;
  subjectKind: SubjectKind;
  subjectId: string;
  /** The version of the subject that it made. */
  version: number;
  /** Null: the field was redacted (R35). */
  fields: Readonly<Record<string, FieldContent | null>>;
};

/** One record as its revisions leave it. */
export type RecordState = {
  id: string;
  version: number;
  /** What was last written of each field; what was never written is null. */
  fields: Readonly<Record<string, Json>>;
  /** The fields whose last text is gone (R35). */
  redacted: ReadonlySet<string>;
  /** The revisions that made it so, the oldest first. */
  acts: readonly FoldedRevision[];
};

export type States = ReadonlyMap<SubjectKind, ReadonlyMap<string, RecordState>>;

/**
 * The records that these revisions are of, each as its revisions leave it, whatever the order in which they are given:
 * the versions of a record tell which of its revisions came first, also where it moved from one chain to another.
 */
export function statesAt(revisions: readonly FoldedRevision[]): States {
  const states = new Map<SubjectKind, Map<string, RecordState>>();
  for (const revision of revisions.toSorted((a, b) => a.version - b.version)) {
    const ofKind = states.get(revision.subjectKind) ?? new Map<string, RecordState>();
    states.set(revision.subjectKind, ofKind);
    ofKind.set(revision.subjectId, after(ofKind.get(revision.subjectId), revision));
  }
  return states;
}

/** A record as one more revision leaves it. */
function after(state: RecordState | undefined, revision: FoldedRevision): RecordState {
  const fields = { ...state?.fields };
  const redacted = new Set(state?.redacted);
  for (const [name, content] of Object.entries(revision.fields)) {
    fields[name] = content?.after ?? null;
    // What is written anew after a redaction is there again, until it is redacted too.
    if (content === null) redacted.add(name);
    else redacted.delete(name);
  }
  return {
    id: revision.subjectId,
    version: revision.version,
    fields,
    redacted,
    acts: [...(state?.acts ?? []), revision],
  };
}

/** The records of one kind, by their ids. */
export function statesOf(states: States, kind: SubjectKind): ReadonlyMap<string, RecordState> {
  return states.get(kind) ?? new Map();
}

/** The last revision of a record by which something was done to it; undefined where it never was. */
export function lastAct(state: RecordState, action: Action): FoldedRevision | undefined {
  return state.acts.findLast((act) => act.action === action);
}
