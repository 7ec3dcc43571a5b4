import type { UncertainDate } from "../dates/edtf";
import type { LeftOutReason } from "../events/types";
import type { EvidenceFileView } from "../evidence/types";
import type { Wording } from "../format/wording";
import type { Json } from "../history/digest";
import type { Action } from "../history/schema";
import type { TestResult } from "../origins/independence";
import type { NotFoundReason } from "../origins/trace";
import type { ConsistencyWarning } from "../quantity/consistency";
import type { Quantity, Scope } from "../quantity/quantity";
import type {
  Basis,
  Carries,
  ClaimantKind,
  DownwardReason,
  EvidenceKind,
  EvidenceStance,
  Lane,
  Lifecycle,
  LinkKind,
  MeasureKind,
  Qualifier,
  RecordStatus,
  Role,
  Standing,
  Topic,
  Verification,
} from "../vocabulary";
import type { CorrectionView } from "./list-corrections";

/** A claimant as it stands beside a claim. */
export type ClaimantRef = {
  slug: string;
  name: string;
  kind: ClaimantKind;
  /** The body that it belongs to. */
  partOf: { slug: string; name: string } | null;
};

/** A claim that another claim is compared with or joined to. */
export type ClaimRef = {
  publicId: string;
  claimant: { slug: string; name: string };
  /** The figure in its own words; null for a statement. */
  raw: string | null;
  qualifier: Qualifier | null;
  stated: UncertainDate;
  asOf: UncertainDate | null;
};

/** One way in which one report carries one claim. */
export type AttributionView = {
  id: string;
  report: {
    publicId: string;
    title: string | null;
    url: string | null;
    archiveUrl: string | null;
    note: string | null;
    published: UncertainDate | null;
    publication: { slug: string; name: string };
  };
  carries: Carries;
  /** From whom or what the report had it. */
  via:
    | { kind: "report"; publicId: string; publicationName: string }
    | { kind: "claimant"; slug: string; name: string }
    | null;
  /** Where in the report. */
  locator: string | null;
  /** The exact passage, where it is recorded. */
  passage: Wording | null;
  /** The report's own wording, where it differs from the claim's. */
  drift: { raw: string; qualifier: Qualifier | null } | null;
  misreport: string | null;
};

/** A figure claim on the event page. */
export type FigureClaim = {
  id: string;
  publicId: string;
  claimant: ClaimantRef;
  /** The claimant's side in this event; null for neither. */
  side: string | null;
  isAnonymous: boolean;
  quantity: Quantity;
  wording: Wording;
  relativeTo: ClaimRef | null;
  stated: UncertainDate;
  asOf: UncertainDate | null;
  basis: Basis;
  lane: Lane;
  standing: Standing;
  verification: Verification;
  lifecycle: Lifecycle;
  /** Computed (R6): the nearest and the farthest incompatible figure of another origin, and how many there are. */
  contested: { nearest: ClaimRef; farthest: ClaimRef; count: number } | null;
  /** The claims of this claimant that this one took the place of, oldest first. */
  earlier: EarlierFigure[];
  attributions: AttributionView[];
};

/** A figure that no longer stands, drawn small on the row of what came after. */
export type EarlierFigure = {
  publicId: string;
  quantity: Quantity;
  stated: UncertainDate;
  verification: Verification;
  /** "superseded" within one measure, "replaced" where what is counted changed (R22): a gap in the line. */
  lifecycle: Lifecycle;
  measureLabel: string;
};

/** A statement claim on the event page. */
export type StatementClaim = {
  id: string;
  publicId: string;
  claimant: ClaimantRef;
  side: string | null;
  topic: Topic;
  wording: Wording;
  stated: UncertainDate;
  standing: Standing;
  verification: Verification;
  lifecycle: Lifecycle;
  attributions: AttributionView[];
};

/** A row of the claims list. */
export type ClaimRow = {
  publicId: string;
  type: "figure" | "statement";
  event: { slug: string; title: string };
  claimant: ClaimantRef;
  /** Set for figures. */
  figure: { quantity: Quantity; measureLabel: string; kinds: MeasureKind[]; unit: string } | null;
  /** The wording of the figure, or the text of the statement. */
  wording: Wording;
  topic: Topic | null;
  stated: UncertainDate;
  reportCount: number;
  standing: Standing;
  verification: Verification;
  lifecycle: Lifecycle;
  isContested: boolean;
  recordStatus: RecordStatus;
};

/** One test of R12, with the claims that its evidence names. */
export type TestView = TestResult & { claims: ClaimRef[] };

/** Another origin's figure against this one, by the tests of R12. */
export type PartnerView = { claim: ClaimRef; tests: TestView[]; passedCount: number; isIndependent: boolean };

/** Something that does not fit (R31), with the claims that it concerns, the one to look at first. */
export type WarningView = { warning: ConsistencyWarning; claims: ClaimRef[] };

/** Where a claim descends from (R8, R15). */
export type OriginView = {
  notFound: NotFoundReason | null;
  /** The claimant that a first statement was ascribed to denies it (R23). */
  isDisowned: boolean;
  /** Claims that it was had from, directly; empty where it is its claimant's own. */
  hadFrom: ClaimRef[];
  /** The first statements that it descends from; itself, where it was had from none. */
  roots: ClaimRef[];
};

/** One assessment of a claim, as an editor signed it. */
export type AssessmentView = {
  number: number;
  status: Verification;
  reason: string;
  whatWouldChange: string | null;
  /** Why "corroborated" was set though a test failed. */
  overrideReason: string | null;
  /** The claim that "corroborated" was tested against, and the tests as they stood then (R12). */
  corroborating: ClaimRef | null;
  tests: TestView[];
  assessedAt: number;
  assessedBy: string;
  /** Since when something that it rests on is another than it was. */
  staleSince: number | null;
  evidence: {
    kind: EvidenceKind;
    stance: EvidenceStance;
    note: string;
    url: string | null;
    archiveUrl: string | null;
    file: EvidenceFileView | null;
    report: { publicId: string; title: string | null; publicationName: string } | null;
  }[];
};

/** One revision of a record as readers see it: field values only from its publication on (R34). */
export type RevisionView = {
  number: number;
  /** The version of the record that it made. */
  version: number;
  at: number;
  actor: { name: string; role: Role };
  action: Action;
  changes: { field: string; before: Json; after: Json }[];
  hash: string;
};

/** A claim's whole record. */
export type ClaimPage = {
  publicId: string;
  version: number;
  event: { slug: string; title: string };
  claimant: ClaimantRef;
  side: string | null;
  figure: {
    quantity: Quantity;
    measure: { slug: string; label: string; kinds: MeasureKind[]; scope: Scope; unit: string };
    lane: Lane;
    basis: Basis;
    relativeTo: ClaimRef | null;
    contested: { nearest: ClaimRef; farthest: ClaimRef; count: number } | null;
    /** The figures of others that support it best, at most three; null where it no longer stands (R12). */
    independence: { partners: PartnerView[]; independentCount: number; comparedCount: number } | null;
    warnings: WarningView[];
    /** Claims under one open suspicion of one origin with it (R16). */
    alarms: ClaimRef[];
    /** Why it is not in the reported range of identified claimants; null when it is in it. */
    leftOut: LeftOutReason | null;
  } | null;
  origin: OriginView;
  topic: Topic | null;
  wording: Wording;
  stated: UncertainDate;
  asOf: UncertainDate | null;
  eventTime: UncertainDate | null;
  loggedAt: number;
  publishedAt: number;
  isFromMemory: boolean;
  isForecast: boolean;
  standing: Standing;
  verification: Verification;
  lifecycle: Lifecycle;
  attributions: AttributionView[];
  /** The claims whose place this one took, and those that took its place. */
  supersedes: (ClaimRef & { kind: LinkKind; downwardReason: DownwardReason | null; note: string | null })[];
  supersededBy: (ClaimRef & { kind: LinkKind; downwardReason: DownwardReason | null; note: string | null })[];
  /** What was said in public of this record: by whom, when and why; the newest first (R24). */
  corrections: CorrectionView[];
  /** The newest first. */
  assessments: AssessmentView[];
  /** The oldest first. */
  history: RevisionView[];
};
