import { problemsByField, type ReadClaimForm, typeOf } from "@/lib/claims/claim-form";
import { Invalid } from "@/lib/errors";
import { translator } from "@/lib/format/messages";
import type { FormTexts } from "@/lib/forms/read-form";

const DATE_FIELDS = ["stated", "asOf", "eventTime"] as const;

/**
 * Runs a command on what a claim's form says. What the form could not read is told at its field before the command is
 * asked, and the sentences of the command are told by the fields of the form.
 */
export async function claimRefusal<T>(
  fields: FormTexts,
  read: ReadClaimForm,
  locale: string,
  command: () => Promise<T>,
): Promise<T> {
  const unread = unreadFields(fields, read, locale);
  if (Object.keys(unread).length > 0) throw new Invalid(unread);
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    throw new Invalid(problemsByField(error.fields, typeOf(fields)), { cause: error });
  }
}

function unreadFields(fields: FormTexts, read: ReadClaimForm, locale: string): Record<string, string> {
  const t = translator(locale);
  const problems: Record<string, string> = {};
  for (const [name, noun] of CHOSEN) {
    // A name that was typed and not chosen is no choice.
    if (fields.text(name) === null && (noun === "required" || fields.text(`${name}Label`) !== null))
      problems[name] = t(`desk.log.choose.${name}`);
  }
  if (typeOf(fields) === "figure") {
    if (fields.text("measureId") === null) problems.measureId = t("desk.log.choose.measureId");
    if (!read.quantity) problems.figure = t(read.figure ? "desk.log.unclearFigure" : "desk.log.noFigure");
  } else if (fields.text("topic") === null) problems.topic = t("desk.log.choose.topic");
  if (fields.text("stated") === null) problems.stated = t("desk.log.noStated");
  for (const name of DATE_FIELDS) {
    const date = read.dates[name];
    if (date && date.state !== "read") problems[name] = t("desk.log.unclearDate");
  }
  return problems;
}

const CHOSEN = [
  ["eventId", "required"],
  ["claimantId", "required"],
  ["reportId", "optional"],
  ["viaReportId", "optional"],
  ["viaClaimantId", "optional"],
] as const;
