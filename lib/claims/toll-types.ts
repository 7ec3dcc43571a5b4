import type { UncertainDate } from "../dates/edtf";
import type { Wording } from "../format/wording";
import type { Difference } from "../quantity/compare";
import type { Quantity, Scope } from "../quantity/quantity";
import type {
  Basis,
  DownwardReason,
  Lane,
  Lifecycle,
  MeasureKind,
  Standing,
  Verification,
} from "../vocabulary";
import type { ClaimantRef, ClaimRef } from "./types";

/** How one claimant's figures for one event changed over time. */
export type TollView = {
  event: { slug: string; title: string; occurred: UncertainDate };
  claimant: { slug: string; name: string };
  /** The claimant's side in this event; null for neither. */
  side: string | null;
  /** The event's sides in the order in which they are drawn. */
  sides: string[];
  /** One for each thing that it counts, the earliest begun first. */
  accounts: TollAccount[];
  /** Figures of this event before those that are told here. */
  leftOutCount: number;
};

/** Figures that tell of one toll: of one measure, or joined across measures where the claimant replaced one (R22). */
export type TollAccount = {
  /** In the order of their moments; a figure never before one whose place it took. */
  figures: TollFigure[];
  /** How these figures stand to each other. */
  steps: TollStep[];
  /** The measure of the last figure that stands. */
  measureLabel: string;
  /** Current figures of others for the same kinds, and the claimant's own that are counted apart, first stated first. */
  beside: BesideFigure[];
  /** How many there are of them in all. */
  besideCount: number;
};

/** The moment that a figure describes: its as-of, else when it was stated (R18). */
export type TollMoment = {
  date: UncertainDate;
  /** The first and the last instant that the date can mean (ms since 1970 UTC); null where it is open. */
  span: { from: number | null; to: number | null };
  dateKind: "as_of" | "stated";
  stated: UncertainDate;
};

type Shown = TollMoment & {
  publicId: string;
  quantity: Quantity;
  wording: Wording;
  lane: Lane;
  basis: Basis;
  isForecast: boolean;
  standing: Standing;
  verification: Verification;
  lifecycle: Lifecycle;
};

export type TollFigure = Shown & {
  measure: { slug: string; label: string; kinds: MeasureKind[]; unit: string; scope: Scope };
  /** Claims of others that it is joined to: whom it was had from (R23), a body and its parent (R18). */
  relations: TollRelation[];
};

export type TollRelation = {
  /** What a figure was passed on from is denied by its claimant (R23). */
  kind: "passed_on_from" | "supersedes" | "superseded_by";
  claim: ClaimRef;
};

/**
 * How a figure stands to one before it. "supersedes" and "replaces": a person accepted it. "adds": both are increments
 * (R21). "both_stand": a person decided that neither takes the other's place (R19). "undecided": nobody did yet.
 */
export type TollStepKind = "supersedes" | "replaces" | "adds" | "both_stand" | "undecided";

/** Two figures of one account; `older` and `newer` are their places in it. */
export type AccountStep = {
  older: number;
  newer: number;
  kind: TollStepKind;
  /** What is counted otherwise than before (R22), the parts of a measure in their order, then the lane. */
  differs: Exclude<Difference, "not_stated">[];
  /** The worded number fell (R20). */
  isDownward: boolean;
  /** Their dates tell which is the later one (R18). */
  isOrdered: boolean;
};

export type TollStep = AccountStep & {
  /** Why it fell, as the decision has it, and as each report gives it, since reports differ (R20). */
  downwardReason: DownwardReason | null;
  reportedReasons: ReportedReason[];
  note: string | null;
};

export type ReportedReason = {
  reason: DownwardReason;
  report: { publicId: string; publicationName: string };
};

export type BesideFigure = Shown & {
  claimant: ClaimantRef;
  side: string | null;
  /** The claimant of the account itself, for something that it counts apart. */
  isOwn: boolean;
  /** Of an unnamed claimant (R17). */
  isAnonymous: boolean;
  /** What it counts, where that is not what the account's last standing figure counts; else null. */
  measureLabel: string | null;
};
