import { type AttributionRow, type ReportRow, toAttributionView } from "../attributions/attribution-view";
import type { AttributionView } from "../claims/types";
import { dateColumns } from "../dates/columns";
import type { EventClaim } from "../events/event-select";
import { groupBy } from "../group-by";
import { type RecordState, type States, statesOf } from "../history/state-at";
import type { TracedAttribution } from "../origins/trace";
import { REDACTED } from "../redactions/schema";
import type {
  Basis,
  Carries,
  ClaimType,
  Lifecycle,
  Qualifier,
  Standing,
  Topic,
  Verification,
} from "../vocabulary";
import { codeOf, dateOf, partsOf, requiredText, textOf } from "./fields";
import type { FoldedClaimant } from "./folded-register";

/**
 * What may be told today of the records of the past (R34), by their ids, with the languages of their words: a word that
 * is gone still has one.
 */
export type Gate = {
  claims: ReadonlyMap<string, { wordingLanguage: string }>;
  attributions: ReadonlyMap<string, { passageLanguage: string | null }>;
};

/** The claims that readers saw in an event, and may see today, in the order in which pages tell them. */
export function foldedClaims(
  eventId: string,
  states: States,
  claimants: ReadonlyMap<string, FoldedClaimant>,
  gate: Gate,
): EventClaim[] {
  return [...statesOf(states, "claim").values()]
    .filter((state) => isShown(state, eventId))
    .flatMap((state): EventClaim[] => {
      const allowed = gate.claims.get(state.id);
      const claimant = claimants.get(requiredText(state, "claimantId"));
      return allowed && claimant ? [toEventClaim(state, eventId, claimant, allowed)] : [];
    })
    .sort((a, b) => a.statedEarliest.getTime() - b.statedEarliest.getTime() || a.number - b.number);
}

/** Whether a claim was public in the event, and not a duplicate of another. */
export function isShown(state: RecordState, eventId: string): boolean {
  return (
    textOf(state, "eventId") === eventId &&
    textOf(state, "recordStatus") === "published" &&
    textOf(state, "mergedInto") === null
  );
}

function toEventClaim(
  state: RecordState,
  eventId: string,
  claimant: FoldedClaimant,
  { wordingLanguage }: { wordingLanguage: string },
): EventClaim {
  const wording = partsOf(state, "wording");
  const quantity = partsOf(state, "quantity");
  const basis = codeOf<Basis>(state, "basis", "unstated");
  const stated = dateOf(state, "stated", "statedZone");
  if (!stated) throw new Error(`The history of claim ${state.id} does not tell when it was stated.`);
  return {
    id: state.id,
    publicId: requiredText(state, "publicId"),
    number: placeIn(eventId, state),
    type: codeOf<ClaimType>(state, "type", "figure"),
    topic: textOf(state, "topic") as Topic | null,
    measureId: textOf(state, "measureId"),
    claimantId: requiredText(state, "claimantId"),
    claimant,
    basis,
    // Model and survey make the lane of estimates (R11).
    lane: basis === "model" || basis === "survey" ? "estimate" : "count",
    wording: state.redacted.has("wording") ? REDACTED : String(wording?.text ?? ""),
    wordingLanguage: stringOf(wording?.language) ?? wordingLanguage,
    wordingTranslation: stringOf(wording?.translation),
    wordingTranslatedBy: stringOf(wording?.translatedBy),
    qualifier: stringOf(quantity?.qualifier) as Qualifier | null,
    low: numberOf(quantity?.low),
    high: numberOf(quantity?.high),
    central: numberOf(quantity?.central),
    reading: stringOf(quantity?.reading) as EventClaim["reading"],
    relativeToId: textOf(state, "relativeToId"),
    ...dateColumns("stated", stated),
    ...dateColumns("asOf", dateOf(state, "asOf", "asOfZone")),
    verification: codeOf<Verification>(state, "verification", "unverified"),
    standing: codeOf<Standing>(state, "standing", "reported"),
    lifecycle: codeOf<Lifecycle>(state, "lifecycle", "current"),
    derived: null,
  };
}

/** Claims are numbered in the order in which they came to their event. */
function placeIn(eventId: string, { acts }: RecordState): number {
  return Math.min(...acts.filter(({ chainId }) => chainId === eventId).map(({ number }) => number));
}

/** How reports carried these claims in public: as pages tell it, by the claim's id, and as origins are traced. */
export function foldedAttributions(
  states: States,
  claimIds: ReadonlySet<string>,
  claimants: ReadonlyMap<string, FoldedClaimant>,
  reports: ReadonlyMap<string, ReportRow>,
  gate: Gate,
): { views: Map<string, AttributionView[]>; traced: TracedAttribution[] } {
  const rows = [...statesOf(states, "attribution").values()]
    .filter((state) => state.fields.isPublished === true && claimIds.has(textOf(state, "claimId") ?? ""))
    .flatMap((state) => {
      const allowed = gate.attributions.get(state.id);
      return allowed ? [toAttributionRow(state, claimants, allowed)] : [];
    })
    .filter(({ row }) => reports.has(row.reportId))
    .sort((a, b) => a.row.createdAt.getTime() - b.row.createdAt.getTime() || (a.row.id < b.row.id ? -1 : 1));
  const byClaim = groupBy(rows, ({ row }) => row.claimId);
  return {
    views: new Map(
      [...byClaim].map(([id, of]) => [id, of.map(({ row }) => toAttributionView(row, reports))]),
    ),
    traced: rows.map(({ row, viaClaimantId }) => ({
      id: row.id,
      claimId: row.claimId,
      reportId: row.reportId,
      carries: row.carries,
      viaReportId: row.viaReportId,
      viaClaimantId,
    })),
  };
}

function toAttributionRow(
  state: RecordState,
  claimants: ReadonlyMap<string, FoldedClaimant>,
  { passageLanguage }: { passageLanguage: string | null },
): { row: AttributionRow; viaClaimantId: string | null } {
  const passage = partsOf(state, "passage");
  const drift = partsOf(state, "drift");
  const isGone = state.redacted.has("passage") && passageLanguage !== null;
  const viaClaimantId = textOf(state, "viaClaimantId");
  const via = claimants.get(viaClaimantId ?? "");
  const row = {
    id: state.id,
    claimId: requiredText(state, "claimId"),
    reportId: requiredText(state, "reportId"),
    carries: codeOf<Carries>(state, "carries", "unattributed"),
    viaReportId: textOf(state, "viaReportId"),
    viaClaimant: via ? { slug: via.slug, name: via.name } : null,
    locator: textOf(state, "locator"),
    passage: isGone ? REDACTED : stringOf(passage?.text),
    passageLanguage: isGone ? passageLanguage : stringOf(passage?.language),
    passageTranslation: stringOf(passage?.translation),
    passageTranslatedBy: stringOf(passage?.translatedBy),
    driftRaw: stringOf(drift?.raw),
    driftQualifier: stringOf(drift?.qualifier) as Qualifier | null,
    misreport: textOf(state, "misreport"),
    createdAt: new Date(state.acts[0]?.at ?? 0),
  };
  return { row, viaClaimantId };
}

function stringOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
