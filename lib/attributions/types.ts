import type { ClaimRef } from "../claims/types";
import type { UncertainDate } from "../dates/edtf";
import type { Counts } from "../events/rules";
import type { Wording } from "../format/wording";
import type { NotFoundReason } from "../origins/trace";
import type { Lane, Lifecycle, Standing, Verification } from "../vocabulary";

/** A record by its name, and the word by which its page is found. */
export type Named = { slug: string; name: string };

/** A report as it stands in a chain. */
export type ReportRef = {
  publicId: string;
  title: string | null;
  publication: Named;
  published: UncertainDate | null;
  /** False: known only because another report names it. */
  isRead: boolean;
};

/** One report on the way of a claim, with those that had the claim from it (R13). */
export type ReportBranch = {
  report: ReportRef;
  /** Who handed the claim to this report without a claim of their own, such as a spokesman. */
  via: Named | null;
  /** Named by another report, and carries the claim nowhere on file (R15). */
  isOnlyNamed: boolean;
  /** It carries the claim and says of nobody that they claimed it (R15). */
  namesNobody: boolean;
  passedOnBy: ReportBranch[];
};

/** One claim with the reports that lead to it, and the claims that were had from it (R8, R12). */
export type ClaimBranch = {
  claim: ClaimRef;
  wording: Wording;
  side: string | null;
  standing: Standing;
  verification: Verification;
  lifecycle: Lifecycle;
  /** The claims that it was had from, directly; empty for a first statement. */
  hadFrom: ClaimRef[];
  /** It descends from several claims and stands in full at another of them: here without reports and descendants. */
  isToldElsewhere: boolean;
  /** The reports that had it at first hand; of an unknown origin, those at which the chain breaks off. */
  reports: ReportBranch[];
  /** Reports that had it from each other, each ring by itself (R15). */
  loops: ReportBranch[][];
  passedOnAs: ClaimBranch[];
};

/** One origin (R8): a claimant, or the unnamed ones of one publication (R17), with all that descends from it. */
export type OriginTree = {
  key: string;
  /** Whose first statements these are. */
  named: { kind: "claimant" | "unnamed_via"; by: Named };
  /** Of its first statements; null among them is neither. Those whom one publication does not name may stand on several. */
  sides: (string | null)[];
  /** Each of its first statements is denied by the claimant that it was ascribed to (R23). */
  isDisowned: boolean;
  /** Claims and reports that rest on it, each once. */
  counts: { claims: number; reports: number };
  /** Its first statements, in the order of their stating. */
  claims: ClaimBranch[];
};

/** Claims, or reports of a claim, whose chain ends short of a statement, and why (R15). */
export type NotFoundTree = {
  why: NotFoundReason;
  /** Another chain of the claim does reach its statement: these are reports that do not. */
  isOfKnownClaim: boolean;
  /** One; several, where claims were had from each other. */
  claims: ClaimBranch[];
};

/** What the claims of one measure, or the statements of an event, rest on. */
export type OriginsOf = {
  /** `resting`: of its reports, those that lead to a known origin. */
  counts: Counts & { claims: number; resting: number };
  /** The first stated first. */
  origins: OriginTree[];
  notFound: NotFoundTree[];
  /** What we entered in error was claimed by nobody, and counts for nothing. */
  enteredInError: ClaimRef[];
};

export type OriginsOfMeasure = OriginsOf & {
  /** Anchor on the page, the same as on the event page. */
  slug: string;
  label: string;
  lane: Lane;
};

/** What rests on what in a published event (R8, R12-R15, R17). */
export type OriginsPage = {
  slug: string;
  title: string;
  version: number;
  changedAt: number;
  /** In the order in which they are drawn, as on the event page. */
  sides: string[];
  counts: Counts & { figures: number; statements: number };
  /** The headline first, then in the order of the event page. */
  measures: OriginsOfMeasure[];
  statements: OriginsOf | null;
};
