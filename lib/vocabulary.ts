/**
 * The closed lists of codes, each defined here and nowhere else. The database's enums, the zod
 * schemas, the message catalogue, the method page and the API read them from here; a contract test
 * compares each with the database.
 */

/** How a figure is qualified in its own words. */
export const QUALIFIERS = [
  "exact",
  "about",
  "at_least",
  "more_than",
  "up_to",
  "fewer_than",
  "between",
  "words",
  "none",
  "some",
  "not_stated",
  "estimate_ci",
  "relative",
] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** Where the bounds of a quantity come from: the claimant's words, our convention, or a confidence interval. */
export const READINGS = ["stated", "convention", "ci"] as const;
export type Reading = (typeof READINGS)[number];

/** What a measure counts. A measure holds a set of these. */
export const MEASURE_KINDS = [
  "killed",
  "injured",
  "missing",
  "captured",
  "detained",
  "displaced",
  "evacuated",
  "rescued",
  "infected",
  "attending",
  "equipment_destroyed",
  "equipment_damaged",
  "equipment_captured",
  "structures_damaged",
  "munitions_used",
  "casualties_unspecified",
  "other",
] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** Kinds that count people, whose figures are whole numbers. */
export const KINDS_OF_PEOPLE: readonly MeasureKind[] = [
  "killed",
  "injured",
  "missing",
  "captured",
  "detained",
  "displaced",
  "evacuated",
  "rescued",
  "infected",
  "attending",
  "casualties_unspecified",
];

export const PERSON_CLASSES = [
  "civilian",
  "military",
  "other_combatant",
  "prisoner_of_war",
  "police",
  "crew_or_worker",
  "mixed",
  "unspecified",
] as const;
export type PersonClass = (typeof PERSON_CLASSES)[number];

export const CAUSE_DEFINITIONS = [
  "direct",
  "indirect_or_excess",
  "certified",
  "diagnosed",
  "unspecified",
] as const;
export type CauseDefinition = (typeof CAUSE_DEFINITIONS)[number];

/** Whether a figure counts everything so far or what was added in its period (R21). */
export const TOTALS = ["running_total", "increment"] as const;
export type Total = (typeof TOTALS)[number];

export const CLAIM_TYPES = ["figure", "statement"] as const;
export type ClaimType = (typeof CLAIM_TYPES)[number];

export const TOPICS = ["cause", "time", "weapon", "responsibility", "context", "demand"] as const;
export type Topic = (typeof TOPICS)[number];

/** What a figure rests on. A documented count is a named list or a physical count (R9). */
export const BASES = ["count", "named_list", "physical_count", "model", "survey", "unstated"] as const;
export type Basis = (typeof BASES)[number];

/** Counts and estimates stand apart (R11). */
export const LANES = ["count", "estimate"] as const;
export type Lane = (typeof LANES)[number];

/** State 1 of 4: where a record stands on its way to the public. */
export const RECORD_STATUSES = [
  "draft",
  "submitted",
  "in_review",
  "published",
  "returned",
  "archived",
] as const;
export type RecordStatus = (typeof RECORD_STATUSES)[number];

/** State 2 of 4: was it said by them? */
export const STANDINGS = ["direct", "reported", "relayed", "unattributed", "disputed", "disowned"] as const;
export type Standing = (typeof STANDINGS)[number];

/** State 3 of 4: does evidence support it? Set by an editor, with a reason. */
export const VERIFICATIONS = ["unverified", "corroborated", "documented", "refuted", "unverifiable"] as const;
export type Verification = (typeof VERIFICATIONS)[number];

/** State 4 of 4: is it still the claimant's figure? */
export const LIFECYCLES = [
  "current",
  "superseded",
  "replaced",
  "corrected",
  "retracted",
  "entry_error",
] as const;
export type Lifecycle = (typeof LIFECYCLES)[number];

/** How one report carries one claim. */
export const CARRIES = ["own", "quote", "paraphrase", "via", "unattributed"] as const;
export type Carries = (typeof CARRIES)[number];

export const CLAIMANT_KINDS = [
  "person",
  "government_body",
  "armed_force",
  "intergovernmental",
  "ngo",
  "political_body",
  "company",
  "media",
  "academic",
  "unnamed",
] as const;
export type ClaimantKind = (typeof CLAIMANT_KINDS)[number];

export const PARTY_ROLES = ["attacker", "target", "authority", "monitor", "third_party"] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** Why a figure moved downward (R20). */
export const DOWNWARD_REASONS = [
  "miscount",
  "double_count",
  "reclassification",
  "identity_resolved",
  "retraction",
  "not_given",
] as const;
export type DownwardReason = (typeof DOWNWARD_REASONS)[number];

/** How one claim stands to another, as a person decided it. */
export const LINK_KINDS = ["supersedes", "replaces", "passed_on_from", "duplicate_of", "one_origin"] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** Where a proposed link stands. "unsure" is remembered, and not asked again at once. */
export const LINK_STATES = ["proposed", "accepted", "declined", "unsure"] as const;
export type LinkState = (typeof LINK_STATES)[number];

export const MEDIA = ["web", "broadcast", "post", "print", "document"] as const;
export type Medium = (typeof MEDIA)[number];

export const ARCHIVE_STATES = ["none", "asked", "archived", "failed"] as const;
export type ArchiveState = (typeof ARCHIVE_STATES)[number];

export const EVIDENCE_KINDS = [
  "imagery",
  "video",
  "document",
  "registry",
  "named_list",
  "body_count",
  "witness",
  "other",
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const EVIDENCE_STANCES = ["supports", "speaks_against"] as const;
export type EvidenceStance = (typeof EVIDENCE_STANCES)[number];

/** The tests of R12 that "corroborated" must pass. */
export const INDEPENDENCE_TESTS = [
  "different_claimants",
  "different_families",
  "different_sides",
  "no_path",
  "compatible",
  "no_open_alarm",
] as const;
export type IndependenceTest = (typeof INDEPENDENCE_TESTS)[number];

/** What a public correction does (R24, R26). */
export const CORRECTION_KINDS = [
  "correction",
  "retraction",
  "disowned",
  "entry_error",
  "misreport",
  "merge",
  "amendment",
] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** Why a via link is proposed (R14). */
export const VIA_GROUNDS = ["agency_credit", "byline", "near_identical"] as const;
export type ViaGround = (typeof VIA_GROUNDS)[number];

export const ROLES = ["journalist", "editor", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** What a proposal would change in a published claim. */
export const PROPOSAL_KINDS = ["correction", "report"] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export const PROPOSAL_STATES = ["open", "accepted", "declined"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Where a reader's report of an error stands. */
export const ERROR_REPORT_STATES = ["open", "accepted", "declined"] as const;
export type ErrorReportState = (typeof ERROR_REPORT_STATES)[number];

/** What an API token may do, within the role of the person whose it is. */
export const API_SCOPES = ["read", "log", "review"] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** How a file that is imported is written. */
export const IMPORT_FORMATS = ["csv", "ndjson", "json", "xlsx"] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** Where an import stands. */
export const IMPORT_STATES = [
  "uploaded",
  "checking",
  "checked",
  "queued",
  "running",
  "done",
  "cancelled",
  "failed",
  "undoing",
  "undone",
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
