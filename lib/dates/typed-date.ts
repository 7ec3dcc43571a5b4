import type { FormTexts } from "../forms/read-form";
import { chosenDate } from "./chosen-date";
import type { DateContext, ReadDate } from "./read-date";

/** The date that was typed into a field, with the reading that was chosen beside it; null where it is blank. */
export function typedDate(fields: FormTexts, name: string, context: DateContext): ReadDate | null {
  const typed = fields.text(name);
  return typed === null ? null : chosenDate(typed, fields.raw(`${name}Reading`), context);
}

/**
 * A date as a schema takes it, told in `zone` where it carries its own offset, else in the zone that was written with
 * it. What could not be read is left blank, for the schema to refuse.
 */
export function dateInput(read: ReadDate | null, zone: string): { edtf: string; zone: string } {
  if (read?.state !== "read") return { edtf: "", zone };
  return { edtf: read.edtf, zone: HAS_OFFSET.test(read.edtf) ? zone : read.zone };
}

const HAS_OFFSET = /T[\d:.]+(?:Z|[+-]\d\d:\d\d)/;
