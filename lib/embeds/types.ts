import type { ClaimRef } from "../claims/types";
import type { CorrectionKind, Verification } from "../vocabulary";

/** What can be shown in a frame: an event with its headline, or one measure of it, by their slugs. */
export type Embedded = { event: string; measure: string | null };

/** One thing that became known here of an event after an instant; the newest first. */
export type EmbedChange = { at: number; claim: ClaimRef } & (
  | { kind: "new" }
  | { kind: "revised"; from: ClaimRef }
  | { kind: "taken_back"; as: CorrectionKind }
  | { kind: "assessed"; as: Verification }
);

/** So many are told where an article carries the figures; the rest stands on the timeline. */
export const CHANGES_SHOWN = 5;
