import type { ClaimRef, FigureClaim, StatementClaim, WarningView } from "../claims/types";
import type { UncertainDate } from "../dates/edtf";
import type { ComparedClaim } from "../format/comparison";
import type { Comparison, Difference } from "../quantity/compare";
import type { HeadlineVerdict } from "../quantity/headline-verdict";
import type { Scope } from "../quantity/quantity";
import type {
  CorrectionKind,
  Lane,
  Lifecycle,
  MeasureKind,
  Standing,
  Topic,
  Verification,
} from "../vocabulary";
import type { Counts } from "./rules";

/** One end of a reported range: the figure, and all who stand at it, the first stated first (R7). */
export type RangeEndView = {
  /** The bound. */
  value: number;
  /** "over 300", "up to 10": the words of the claim at this end (R2, R7); null: print the value. */
  raw: string | null;
  /** No high, or no low, was stated by a claim with this very bound. */
  isOpen: boolean;
  claims: ClaimRef[];
};

/** The reported range of one measure and lane (R7); null ends: no figure enters it. */
export type ReportedRangeView = { low: RangeEndView; high: RangeEndView } | null;

/** Why a figure of this measure is not in its range. */
export type LeftOutReason =
  | "words"
  | "some"
  | "not_stated"
  | "documented"
  | "anonymous"
  | "refuted"
  | "disowned"
  | "superseded"
  | "replaced"
  | "corrected"
  | "retracted"
  | "entry_error";

/** The documented minimum (R9): a line of its own, outside the range. */
export type DocumentedMinimumView = {
  n: number;
  claim: ClaimRef;
  basis: "named_list" | "physical_count";
  /** Current figures whose high it exceeds. */
  exceeds: ClaimRef[];
};

/** A claim that an estimate was made with, and how it stands today. */
export type EstimateInput = ClaimRef & {
  standing: Standing;
  verification: Verification;
  lifecycle: Lifecycle;
};

/** An editor's best estimate of a measure (R10). Never a claim, and never computed by us. */
export type EstimateView = {
  number: number;
  /** In the editor's words; null: the one before it was withdrawn, and none stands. */
  raw: string | null;
  /** How it was made; of a withdrawal, why. */
  method: string;
  by: string;
  at: number;
  /** Since when something that it was made with is another than it was. */
  staleSince: number | null;
  inputs: EstimateInput[];
};

/** A claim that was taken back in public (R23, R24). */
export type TakenBack = { claim: ClaimRef; kind: CorrectionKind; at: number; reason: string };

/** One measure of an event, in one lane, with all its figures. */
export type MeasureView = {
  id: string;
  /** Anchor on the event page. */
  slug: string;
  label: string;
  kinds: MeasureKind[];
  scope: Scope;
  unit: string;
  lane: Lane;
  isHeadline: boolean;
  range: ReportedRangeView;
  rangeWithAnonymous: ReportedRangeView;
  documentedMinimum: DocumentedMinimumView[];
  leftOut: { claim: ClaimRef; reason: LeftOutReason }[];
  counts: Counts;
  /** The editors' estimates of the measure, in whichever lane, the newest first; empty: none was made (R10). */
  estimates: EstimateView[];
  /** Current and disowned or retracted figures, in the order of their stating; earlier ones hang on their successors. */
  figures: EventFigure[];
};

/** `headline`: whether it is in the headline range, and why not (R7); null where the event has no headline. */
export type EventFigure = FigureClaim & { headline: HeadlineVerdict | null };

/** How the current figures of one measure and lane stand to each other (R6), and what does not compare with them. */
export type RelationsView = {
  /** Of the measure, as `MeasureView` has it. */
  slug: string;
  label: string;
  /** The first stated first. */
  claims: ComparedClaim[];
  /** Each two claims once, by their places in `claims`, the first stated first. */
  pairs: { one: number; other: number; comparison: Comparison }[];
  /** How many were stated later than those, and are not compared. */
  leftOutCount: number;
  /** In the order of the event's measures. */
  others: { slug: string; label: string; differs: Difference[]; claims: ClaimRef[] }[];
};

export type EventHead = {
  slug: string;
  title: string;
  summary: string;
  place: {
    name: string;
    country: string | null;
    aliases: string[];
    latitude: number | null;
    longitude: number | null;
  };
  occurred: UncertainDate;
  /** Zones beside the event's own in which its time is told. */
  otherZones: string[];
  changedAt: number;
  publishedAt: number;
  version: number;
};

/** An event that this one was split from, or that was split from it (R30). */
export type OtherPart = { slug: string; title: string; isOlder: boolean };

export type EventPage = EventHead & {
  /** Those that are public. */
  parts: OtherPart[];
  /** Sides in the order in which they are drawn; claimants without a side come last. */
  sides: string[];
  measures: MeasureView[];
  /** Of the measure that was asked for; null without one, or where it has nothing to compare. */
  relations: RelationsView | null;
  statements: { topic: Topic; claims: StatementClaim[] }[];
  warnings: WarningView[];
  /** The last claims that were taken back, the newest first; and whether there are more. */
  takenBack: { claims: TakenBack[]; hasMore: boolean };
  counts: Counts & { figures: number; statements: number };
};

/** An event on the home page and in lists. */
export type EventRow = {
  slug: string;
  title: string;
  placeName: string;
  occurred: UncertainDate;
  changedAt: number;
  headline: {
    measureLabel: string;
    range: ReportedRangeView;
    documentedMinimum: { claim: ClaimRef; basis: "named_list" | "physical_count" } | null;
  } | null;
  counts: Counts;
  claimCount: number;
  /** How many published current claims stand at each verification, and how many are contested. */
  verificationCounts: Record<string, number>;
  contestedCount: number;
};
