import type { SubjectKind } from "../../prisma/generated/enums";
import type { FieldContent, Json } from "../history/digest";
import type { Action } from "../history/schema";

/** What the revisions of a record say of its fields; a redacted one is null (R35). */
export type RecordedFields = Record<string, FieldContent | null>;

/** One field as it was recorded, before its pointers are told by names. */
export type RecordedChange = { field: string; before: Json; after: Json; isRedacted: boolean };

/**
 * The fields that readers may see of each kind of record, in the order in which they are told (R34). What is not named
 * here is not shown: reasons that are for colleagues, who logged it, the form that it came from.
 */
const FIELDS: Partial<Record<SubjectKind, readonly string[]>> = {
  event: [
    "title",
    "summary",
    "occurred",
    "place",
    "otherZones",
    "aliases",
    "parties",
    "headlineMeasureId",
    "mergedInto",
    "splitInto",
    "splitFrom",
  ],
  measure: [
    "label",
    "kinds",
    "unit",
    "personClass",
    "demographic",
    "nationality",
    "area",
    "period",
    "cause",
    "total",
    "partOfId",
  ],
  claim: [
    "wording",
    "claimantId",
    "measureId",
    "quantity",
    "relativeToId",
    "topic",
    "basis",
    "stated",
    "asOf",
    "eventTime",
    "isForecast",
    "isFromMemory",
    "standing",
    "verification",
    "lifecycle",
    "eventId",
  ],
  attribution: [
    "reportId",
    "carries",
    "viaReportId",
    "viaClaimantId",
    "locator",
    "passage",
    "drift",
    "misreport",
    "downwardReason",
    "claimId",
  ],
  assessment: ["status", "corroboratingId", "overrideReason", "whatWouldChange"],
  best_estimate: ["raw", "withdrawn", "method", "inputs"],
  claim_link: ["downwardReason", "speaksForBoth"],
};

// A date stands in two fields, and is told on the clock that it was given on.
const ZONES: Readonly<Record<string, string>> = {
  stated: "statedZone",
  asOf: "asOfZone",
  eventTime: "eventTimeZone",
  occurred: "zone",
};

/** What a revision changed of what readers may see. */
export function publicChanges(kind: SubjectKind, recorded: RecordedFields): RecordedChange[] {
  return (FIELDS[kind] ?? []).flatMap((field): RecordedChange[] => {
    const content = recorded[field];
    if (content === undefined) return [];
    if (content === null) return [{ field, before: null, after: null, isRedacted: true }];
    const zone = recorded[ZONES[field] ?? ""];
    const { before = null, after = null } = content;
    return [
      { field, before: inZone(before, zone?.before), after: inZone(after, zone?.after), isRedacted: false },
    ];
  });
}

/** What a record said after all of these revisions of it, the oldest first: what of it is not blank. */
export function valuesAfter(kind: SubjectKind, revisions: readonly RecordedFields[]): RecordedChange[] {
  const last: RecordedFields = {};
  for (const recorded of revisions) {
    for (const [field, content] of Object.entries(recorded)) {
      last[field] = content && { ...content, before: null };
    }
  }
  return publicChanges(kind, last).filter(
    ({ field, after, isRedacted }) => !PLACES.includes(field) && (isRedacted || !isBlank(after)),
  );
}

// Where a record stands is told by the page, and only a move is news.
const PLACES: readonly string[] = ["eventId", "claimId"];

function isBlank(value: Json): boolean {
  return value === null || value === false || value === "" || (Array.isArray(value) && value.length === 0);
}

function inZone(edtf: Json, zone: Json | undefined): Json {
  return typeof edtf === "string" && typeof zone === "string" ? { edtf, zone } : edtf;
}

/** Whether a revision made its record public. */
export function isPublication(action: Action, recorded: RecordedFields): boolean {
  if (action === "event.published" || action === "claim.published" || action === "attribution.published")
    return true;
  const { before, after } = recorded.isPublished ?? {};
  return action === "attribution.moved" && before === false && after === true;
}

// Each says to who gives it that readers see it. Why a record was moved on its way to publication is for colleagues.
const REASON_IN: Partial<Record<Action, string>> = {
  "correction.made": "reason",
  "assessment.made": "reason",
  "redaction.made": "reason",
  "event.edited": "reason",
  "measure.edited": "reason",
  "claim_link.accepted": "note",
  "best_estimate.withdrawn": "reason",
};

/** The reason that a revision gives readers; undefined where it gives none, null where it was redacted (R35). */
export function publicReason(action: Action, recorded: RecordedFields): string | null | undefined {
  const content = recorded[REASON_IN[action] ?? ""];
  if (content === null) return null;
  return typeof content?.after === "string" && content.after !== "" ? content.after : undefined;
}
