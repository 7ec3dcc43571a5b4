import type { MeasureKind, PersonClass, Total } from "../vocabulary";

/** A claimant on file that a name in an article may mean, and why. */
export type ClaimantMatch = {
  id: string;
  name: string;
  why: "same_name" | "alias" | "of_this_event" | "part_of_name";
};

/** A measure of the event that a figure may be of. */
export type MeasureMatch = {
  id: string;
  label: string;
  kinds: readonly MeasureKind[];
  unit: string;
  personClass: PersonClass;
  total: Total;
};

/** A claim on file that a figure may be (R27, R28). */
export type ClaimMatch = {
  id: string;
  publicId: string;
  claimantName: string;
  wording: string;
  /** EDTF, of its statement. */
  statedEdtf: string;
  statedZone: string;
};

/** What is on file of what a candidate says, the best first. */
export type CandidateMatch = {
  claimants: readonly ClaimantMatch[];
  vias: readonly ClaimantMatch[];
  measures: readonly MeasureMatch[];
  claims: readonly ClaimMatch[];
};

/** What an article's candidates may mean, in their order, and all that can be chosen for them instead. */
export type ArticleMatches = {
  matches: readonly CandidateMatch[];
  /** Of the event, and those of a name in the article, by name. */
  claimants: readonly { id: string; name: string }[];
  /** Of the event, in its order. */
  measures: readonly MeasureMatch[];
};
