import type { FigureClaim } from "../claims/types";
import type { ComparedClaim } from "../format/comparison";
import type { AcrossComparison, AcrossDifference, Comparison } from "../quantity/compare";
import type { Figure } from "../quantity/quantity";
import type { Lane, MeasureKind } from "../vocabulary";
import type { MeasurePlace } from "./schema";
import type { Spread } from "./spread";

/** What a figure counts, and of which event. */
export type ComparedMeasure = {
  id: string;
  /** As `MeasureView` has it: estimates have a slug of their own. */
  slug: string;
  label: string;
  kinds: MeasureKind[];
  unit: string;
  position: number;
};

/** A figure that is compared with others, of one event or of several; `figure` is what the rules look at. */
export type ComparedFigure = FigureClaim & {
  event: { slug: string; title: string };
  measure: ComparedMeasure;
  figure: Figure;
};

/** Two figures of one group by their places in it, the first stated first. */
export type ComparedPair = { one: number; other: number; comparison: Comparison; spread: Spread | null };

/** Figures that stand on one axis: of one event, one measure and one lane (R6, R11). */
export type ComparedGroup = {
  /** Its anchor on the page. */
  anchor: string;
  event: { slug: string; title: string };
  measure: ComparedMeasure;
  lane: Lane;
  /** The sides of its event, in the order in which they are drawn. */
  sides: string[];
  /** The first stated first. */
  figures: ComparedFigure[];
  claims: ComparedClaim[];
  /** Each two once. */
  pairs: ComparedPair[];
};

/** Two groups that stand on no common axis, by their places, and every pair across them. */
export type GroupsApart = {
  one: number;
  other: number;
  differs: AcrossDifference[];
  pairs: { one: ComparedClaim; other: ComparedClaim; comparison: AcrossComparison }[];
};

/** Claimants against what they counted: for each claimant the figures of each group, in the order of the groups. */
export type CompareMatrixRow = {
  claimant: FigureClaim["claimant"];
  isAnonymous: boolean;
  cells: ComparedFigure[][];
};

export type CompareView = { groups: ComparedGroup[]; rows: CompareMatrixRow[]; apart: GroupsApart[] };

/** What was chosen by name, as it is called today. */
export type ChosenClaimant = { slug: string; name: string };
export type ChosenMeasure = MeasurePlace & { label: string; eventTitle: string; lane: Lane };

/** Something that was chosen and is not drawn. What is not public is not told from what does not exist (R34). */
export type LeftOut =
  | { why: "no_claim"; claim: string }
  | { why: "no_claimant"; claimant: string }
  | { why: "no_measure"; measure: MeasurePlace }
  | { why: "statement"; claim: string; claimant: string }
  | { why: "claimant_without_figure"; claimant: ChosenClaimant }
  | { why: "measure_without_figure"; measure: ChosenMeasure }
  | { why: "beyond"; count: number };
