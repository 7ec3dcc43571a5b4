import type { MergeKind } from "../../prisma/generated/enums";

/** A record as a list or a preview names it. A measure's address is within its event. */
export type NamedRecord = { id: string; slug: string; name: string; version: number };

/** What would move to the record that stays, how much of it, and the names of the first. */
export type Move = {
  what:
    | "claims"
    | "reports"
    | "measures"
    | "joined_measures"
    | "estimates"
    | "parties"
    | "members"
    | "claimants"
    | "attributions"
    | "aliases"
    | "corrections"
    | "follows";
  count: number;
  names: string[];
};

/** A merge or a split before it is made. With a problem it is refused. */
export type MergePreview = {
  from: NamedRecord;
  /** Null for a split: the new event is not there yet. */
  into: NamedRecord | null;
  moves: Move[];
  /** The events that are touched; of the public ones a correction is published. */
  events: { slug: string; title: string; isPublic: boolean }[];
  problems: string[];
};

/** A merge or split that was made, the latest first. */
export type MergeView = {
  id: string;
  kind: MergeKind;
  from: Omit<NamedRecord, "version">;
  into: Omit<NamedRecord, "version">;
  reason: string;
  by: string;
  at: number;
  undone: { by: string; at: number } | null;
};

/** What undoing a merge did: how many records went back, and how many had gone elsewhere since and stayed. */
export type Undone = { moved: number; stayed: number };
