import type { FieldContent, Json } from "../history/digest";
import { REDACTED } from "../redactions/schema";
import { toInput } from "./claim-row";
import { EditedClaim } from "./schema";

/** What the revisions of a claim say of its fields; a redacted one is null (R35). */
export type RecordedFields = Record<string, FieldContent | null>;

/** What was typed of a claim, as a form sends it. */
export type ClaimInput = ReturnType<typeof toInput>;

/**
 * What was typed of a claim after each of its revisions, the oldest first; null where it cannot be told any more. A
 * date of an old revision that kept no zone is read in `zone`, IANA. A redacted wording is its marker.
 */
export function valuesByRevision(revisions: readonly RecordedFields[], zone: string): (ClaimInput | null)[] {
  const fields: Record<string, Json> = {};
  return revisions.map((recorded) => {
    for (const [name, content] of Object.entries(recorded)) {
      fields[name] = content === null ? redactedValue(name) : content.after;
    }
    return inputFrom(fields, zone);
  });
}

function redactedValue(name: string): Json {
  return name === "wording"
    ? { text: REDACTED, language: "und", translation: null, translatedBy: null }
    : null;
}

const TYPED = ["type", "claimantId", "wording", "basis", "isForecast", "isFromMemory", "standing"];
const TYPED_OF = { figure: ["measureId", "quantity", "relativeToId"], statement: ["topic"] };

function inputFrom(fields: Record<string, Json>, zone: string): ClaimInput | null {
  const date = (name: string) => {
    const edtf = fields[name] ?? null;
    return edtf === null ? null : { edtf, zone: fields[`${name}Zone`] ?? zone };
  };
  const names = [...TYPED, ...TYPED_OF[fields.type === "figure" ? "figure" : "statement"]];
  const parsed = EditedClaim.safeParse({
    ...Object.fromEntries(names.map((name) => [name, fields[name] ?? null])),
    stated: date("stated"),
    asOf: date("asOf"),
    eventTime: date("eventTime"),
  });
  return parsed.success ? toInput(parsed.data) : null;
}
