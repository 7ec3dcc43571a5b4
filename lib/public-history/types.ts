import type { ClaimRef } from "../claims/types";
import type { Json } from "../history/digest";
import type { Action } from "../history/schema";
import type { CorrectionKind, LinkKind, Role } from "../vocabulary";

/** One field before and after. A value that is hidden is the name of a record that is not public. */
export type PublicChange = {
  field: string;
  before: Json;
  after: Json;
  isRedacted: boolean;
  hidden: { before: boolean; after: boolean };
};

/** Which record something was done to. */
export type About =
  | { kind: "event" }
  | { kind: "measure"; slug: string; label: string }
  | { kind: "claim"; claim: ClaimRef }
  | { kind: "claim_link"; link: LinkKind; from: ClaimRef; to: ClaimRef }
  | { kind: "correction"; correction: CorrectionKind; claim: ClaimRef | null }
  | { kind: "redaction"; subjectKind: "event" | "claim" | "attribution" | "correction"; field: string };

/** One thing that was done to one record. */
export type Act = {
  number: number;
  action: Action;
  /** Null where its record has no name of its own here any more. */
  about: About | null;
  changes: PublicChange[];
  /** It made its record public, and `changes` is all that the record then said. */
  isPublication: boolean;
};

/** What one person did at once, with the public reasons for it. */
export type HistoryEntry = {
  /** The newest of its revisions: what it is cited by. */
  number: number;
  at: number;
  by: { name: string; role: Role };
  reasons: string[];
  acts: Act[];
};

export type EventHistory = {
  event: { slug: string; title: string; version: number; changedAt: number };
  /** The claim that it was asked for, or null for all. */
  claim: ClaimRef | null;
  entries: HistoryEntry[];
  /** The number before which the next page begins; null at the end. */
  next: number | null;
};
