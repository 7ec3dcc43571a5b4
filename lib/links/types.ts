import type { ClaimRef } from "../claims/types";
import type { DownwardReason, Lifecycle, LinkKind, LinkState, RecordStatus, ViaGround } from "../vocabulary";

/** What is asked of an editor, in the order of the page: each kind is a list of its own. */
export const LINK_TABS = ["supersedes", "duplicate_of", "via", "one_origin"] as const;
export type LinkTab = (typeof LINK_TABS)[number];

/** A report as a list names it. */
export type LinkedReport = { publicId: string; title: string | null; publicationName: string };

/** A claim in full, as far as it tells whether another takes its place or is the same. */
export type LinkedClaim = ClaimRef & {
  id: string;
  version: number;
  recordStatus: RecordStatus;
  lifecycle: Lifecycle;
  /** Of a statement: its words. */
  statement: string | null;
  measureLabel: string | null;
  /** The first words of a report that carry it. */
  passage: { text: string; language: string | null; report: LinkedReport } | null;
  reportCount: number;
  assessmentCount: number;
};

/** Who decided, and when; null while it is open. */
export type Decided = { by: string; at: number } | null;

type LinkEvent = { id: string; slug: string; title: string };

/** A link between two claims that is open, or was decided. "from": the newer one, or the duplicate. */
export type ClaimLinkRow = {
  id: string;
  version: number;
  kind: Exclude<LinkKind, "passed_on_from">;
  state: LinkState;
  event: LinkEvent;
  from: LinkedClaim;
  to: LinkedClaim;
  /** R20: the number fell, so that it cannot be accepted without a reason. */
  needsReason: boolean;
  downwardReason: DownwardReason | null;
  speaksForBoth: boolean;
  note: string | null;
  decided: Decided;
  /** Of an accepted duplicate: the merge that takes it back. */
  mergeId: string | null;
};

/** A report that was perhaps had from another (R14), in one event that it is carried in. */
export type ViaLinkRow = {
  id: string;
  version: number;
  state: LinkState;
  event: LinkEvent;
  report: LinkedReport;
  /** Null: of the publication no earlier report is known. */
  via: LinkedReport | null;
  viaPublicationName: string;
  ground: ViaGround;
  isOrderKnown: boolean;
  similarity: number | null;
  evidence: string;
  /** What it carries in this event without naming whom it had it from, and whether the other one carries it too. */
  attributions: { id: string; claim: ClaimRef; statement: string | null; isInOther: boolean }[];
  /** Reports of the publication to choose from, where none was proposed. */
  choices: { id: string; report: LinkedReport }[];
  /** R15: accepted, the reports would lead in a circle. */
  makesCircle: boolean;
  note: string | null;
  decided: Decided;
};

/** Two figures of opposed sides with one number that were stated within hours (R16). `version`: of an earlier answer. */
export type OriginPair = { event: LinkEvent; one: LinkedClaim; other: LinkedClaim; version: number };

/** The alarms of an event that nobody decided about yet. */
export type OriginAlarms = { event: LinkEvent; alarms: { figures: ClaimRef[] }[] };

export type LinkPage<Row> = { rows: Row[]; next: string | null };
