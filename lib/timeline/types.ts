import type { CorrectionView } from "../claims/list-corrections";
import type { ClaimantRef, ClaimRef, FigureClaim } from "../claims/types";
import type { UncertainDate } from "../dates/edtf";
import type { DocumentedMinimumView, ReportedRangeView } from "../events/types";
import type { Wording } from "../format/wording";
import type { Quantity } from "../quantity/quantity";
import type {
  Basis,
  DownwardReason,
  Lane,
  Lifecycle,
  MeasureKind,
  Standing,
  Topic,
  Total,
  Verification,
} from "../vocabulary";

/** The figures of an event by the time at which they were stated, measure by measure, the headline first. */
export type EventTimeline = {
  event: {
    slug: string;
    title: string;
    occurred: UncertainDate;
    version: number;
    changedAt: number;
    publishedAt: number;
  };
  sides: string[];
  measures: TimelineMeasure[];
};

/** One measure in one lane. */
export type TimelineMeasure = {
  slug: string;
  label: string;
  kinds: MeasureKind[];
  unit: string;
  total: Total;
  lane: Lane;
  isHeadline: boolean;
  /** All of them, those that no longer stand too, the first stated first. */
  figures: TimelineFigure[];
  steps: TimelineStep[];
  departures: Departure[];
  documented: Pick<DocumentedMinimumView, "n" | "basis" | "claim"> | null;
};

export type TimelineFigure = {
  publicId: string;
  claimant: ClaimantRef;
  side: string | null;
  isAnonymous: boolean;
  quantity: Quantity;
  wording: Wording;
  stated: UncertainDate;
  asOf: UncertainDate | null;
  basis: Basis;
  isForecast: boolean;
  standing: Standing;
  verification: Verification;
  lifecycle: Lifecycle;
  contested: FigureClaim["contested"];
};

/** Why a figure fell: what the decision says, and what each report gives, since reports differ (R20). */
export type WhyLower = {
  decided: DownwardReason | null;
  reported: { reason: DownwardReason; publicationName: string; reportId: string }[];
};

/** A figure that took the place of another of this measure; both by their places among its figures (R18). */
export type TimelineStep = { older: number; newer: number; isDownward: boolean; why: WhyLower };

/** A figure that was given up for one that counts something else, and when that one was stated (R22). */
export type Departure = { older: number; claim: ClaimRef; measureLabel: string; at: number };

/** How the worded number moved; none across a change of what is counted, nor where either said no number (R20, R22). */
export type Direction = "up" | "down" | "same" | "other_measure" | "no_number";

export type RevisedFigure = {
  older: ClaimRef;
  newer: ClaimRef;
  measureLabel: string;
  newerMeasureLabel: string;
  direction: Direction;
  /** By how much the worded number moved; null where it did not or cannot be told. */
  size: number | null;
  why: WhyLower;
};

export type NewClaim = {
  claim: ClaimRef;
  wording: Wording;
  topic: Topic | null;
  measureLabel: string | null;
  standing: Standing;
  lifecycle: Lifecycle;
};

export type NewAssessment = {
  claim: ClaimRef;
  status: Verification;
  reason: string;
  at: number;
  by: string;
};

/** The range of one measure by what had been stated before, and as it is now. */
export type RangeBeforeAndNow = {
  slug: string;
  label: string;
  before: ReportedRangeView;
  now: ReportedRangeView;
  isSame: boolean;
};

/**
 * What changed from a day on: claims by the time at which they were stated, assessments and corrections by the time at
 * which they were made here.
 */
export type ChangedSince = {
  /** The day, on the calendar of the event. */
  day: string;
  from: number;
  claims: NewClaim[];
  revised: RevisedFigure[];
  assessments: NewAssessment[];
  /** Newest first; the older ones of very many are told on the page of corrections. */
  corrections: CorrectionView[];
  ranges: RangeBeforeAndNow[];
};
