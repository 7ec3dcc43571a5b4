import type { Claim } from "../../prisma/generated/client";
import { dateColumns, dateFrom } from "../dates/columns";
import type { UncertainDate } from "../dates/edtf";
import type { Json } from "../history/digest";
import type { Basis, Lane } from "../vocabulary";
import { toQuantity } from "./figures";
import { asOfOf, statedOf, wordingOf } from "./refs";
import type { EditedClaim, ParsedValues } from "./schema";

/** The columns of a claim that hold what was typed of it. */
export function claimColumns(claim: ParsedValues) {
  return {
    claimantId: claim.claimantId,
    wording: claim.wording.text,
    wordingLanguage: claim.wording.language,
    wordingTranslation: claim.wording.translation,
    wordingTranslatedBy: claim.wording.translatedBy,
    basis: claim.basis,
    lane: laneOf(claim.basis),
    standing: claim.standing,
    isForecast: claim.isForecast,
    isFromMemory: claim.isFromMemory,
    ...dateColumns("stated", claim.stated),
    ...dateColumns("asOf", claim.asOf),
    ...dateColumns("eventTime", claim.eventTime),
    ...(claim.type === "figure"
      ? { measureId: claim.measureId, relativeToId: claim.relativeToId, ...claim.quantity }
      : { topic: claim.topic }),
  };
}

/** Model and survey make the lane of estimates (R11). */
export function laneOf(basis: Basis): Lane {
  return basis === "model" || basis === "survey" ? "estimate" : "count";
}

/** The way back: what was typed of a stored claim, whichever of edit and log wrote it last. */
export function valuesOf(row: Claim): ParsedValues {
  const common = {
    claimantId: row.claimantId,
    wording: wordingOf(row),
    basis: row.basis,
    stated: statedOf(row),
    asOf: asOfOf(row),
    eventTime: dateFrom(row.eventTimeEdtf, row.eventTimeEarliest, row.eventTimeLatest, row.eventTimeZone),
    isForecast: row.isForecast,
    isFromMemory: row.isFromMemory,
    standing: row.standing,
  };
  const { raw: _, ...quantity } = toQuantity(row) ?? { raw: null };
  if ("qualifier" in quantity && row.measureId !== null) {
    return { ...common, type: "figure", measureId: row.measureId, relativeToId: row.relativeToId, quantity };
  }
  if (row.topic === null) throw new Error(`Claim ${row.id} is neither a figure nor a statement.`);
  return { ...common, type: "statement", topic: row.topic };
}

/** The fields of a claim as its history keeps them: dates as their EDTF text and zone, all else as it was given. */
export function fieldsOf(claim: ParsedValues): Record<string, Json> {
  const { stated, asOf, eventTime, ...input } = toInput(claim);
  return {
    ...input,
    stated: stated.edtf,
    statedZone: stated.zone,
    asOf: asOf?.edtf ?? null,
    asOfZone: asOf?.zone ?? null,
    eventTime: eventTime?.edtf ?? null,
    eventTimeZone: eventTime?.zone ?? null,
  };
}

/** What was typed, as a form sends it again. Two claims are typed alike exactly when their JSON is the same. */
export function toInput(claim: ParsedValues) {
  const { text, language, translation, translatedBy } = claim.wording;
  const common = {
    claimantId: claim.claimantId,
    wording: { text, language, translation, translatedBy },
    basis: claim.basis,
    stated: toDateInput(claim.stated),
    asOf: claim.asOf && toDateInput(claim.asOf),
    eventTime: claim.eventTime && toDateInput(claim.eventTime),
    isForecast: claim.isForecast,
    isFromMemory: claim.isFromMemory,
    standing: claim.standing,
  };
  if (claim.type === "statement")
    return { ...common, type: claim.type, topic: claim.topic } satisfies EditedClaim;
  const { qualifier, low, high, central, reading } = claim.quantity;
  return {
    ...common,
    type: claim.type,
    measureId: claim.measureId,
    quantity: { qualifier, low, high, central, reading },
    relativeToId: claim.relativeToId,
  } satisfies EditedClaim;
}

function toDateInput({ edtf, zone }: UncertainDate) {
  return { edtf, zone };
}

/** The names of what was typed differently in `after`, in its order; none where the two are alike. */
export function changedNames(before: ParsedValues, after: ParsedValues): string[] {
  const known = new Map<string, unknown>(Object.entries(toInput(before)));
  return Object.entries(toInput(after))
    .filter(([name, value]) => JSON.stringify(known.get(name)) !== JSON.stringify(value))
    .map(([name]) => name);
}
