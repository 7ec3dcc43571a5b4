import { fileAsTyped } from "@/app/_components/desk/assess/evidence-file-typed";
import { evidenceRowsOf } from "@/app/_components/desk/assess/row-names";
import type { AssessmentValues } from "@/lib/assessments/desk-assessment-values";
import { AssessClaim } from "@/lib/assessments/schema";
import { Invalid } from "@/lib/errors";
import { translator } from "@/lib/format/messages";
import type { Typed } from "@/lib/forms/form-state";
import { parseInput } from "@/lib/forms/parse-input";
import type { FormTexts } from "@/lib/forms/read-form";

type Evidence = AssessClaim["evidence"][number];

/** What the form of an assessment says, with the numbers of the rows that its pieces of evidence stand in. */
export type ReadAssessment = { rows: string[]; assessment: Omit<AssessClaim, "claimId" | "version"> };

/** See ReadAssessment. Blank rows are left out, and what belongs to "corroborated" for any other status. */
export function readAssessment(fields: FormTexts): ReadAssessment {
  const rows = evidenceRowsOf(fields.typed).filter((row) =>
    FIELDS.some((field) => fields.text(`evidence.${row}.${field}`) !== null),
  );
  const status = fields.raw("status") as AssessClaim["status"];
  const isCorroborated = status === "corroborated";
  return {
    rows,
    assessment: {
      status,
      corroboratingId: isCorroborated ? fields.text("corroboratingId") : null,
      overrideReason: isCorroborated ? fields.text("overrideReason") : null,
      reason: fields.required("reason"),
      whatWouldChange: fields.text("whatWouldChange"),
      evidence: rows.map((row) => evidenceOf(fields, `evidence.${row}`)),
    },
  };
}

// Whether it supports the claim is never blank.
const FIELDS = ["kind", "url", "archiveUrl", "reportId", "reportIdLabel", "fileId", "note"];

function evidenceOf(fields: FormTexts, row: string): Evidence {
  return {
    kind: fields.raw(`${row}.kind`) as Evidence["kind"],
    stance: fields.raw(`${row}.stance`) as Evidence["stance"],
    reportId: fields.text(`${row}.reportId`),
    url: fields.text(`${row}.url`),
    archiveUrl: fields.text(`${row}.archiveUrl`),
    fileId: fields.text(`${row}.fileId`),
    note: fields.required(`${row}.note`),
  };
}

/**
 * Runs a command on an assessment, and tells its sentences at the fields of the form. The name of a report that was
 * typed but not chosen keeps it from being run.
 */
export async function assessmentRefusal<T>(
  fields: FormTexts,
  { rows, assessment }: ReadAssessment,
  locale: string,
  command: () => Promise<T>,
): Promise<T> {
  const open = rows
    .map((row) => `evidence.${row}.reportId`)
    .filter((name) => fields.text(name) === null && fields.text(`${name}Label`) !== null);
  const own = Object.fromEntries(
    open.map((name) => [name, translator(locale)("desk.assess.unchosenEvidence")]),
  );
  try {
    if (open.length > 0) {
      parseInput(AssessClaim.omit({ claimId: true, version: true }), assessment);
      throw new Invalid(own);
    }
    return await command();
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const atRows = Object.entries(error.fields).map(([path, sentence]) => [
      path.replace(/^evidence\.(\d+)/, (_, at) => `evidence.${rows[Number(at)]}`),
      sentence,
    ]);
    throw new Invalid({ ...Object.fromEntries(atRows), ...own }, { cause: error });
  }
}

/** An assessment as its form holds it. */
export function typedAssessment(values: AssessmentValues): Typed {
  const plain: Record<string, string | null> = {
    status: values.status,
    corroboratingId: values.corroboratingId,
    overrideReason: values.overrideReason,
    reason: values.reason,
    whatWouldChange: values.whatWouldChange,
  };
  for (const [row, { report, file, ...item }] of values.evidence.entries()) {
    for (const [name, value] of Object.entries(item)) plain[`evidence.${row}.${name}`] = value;
    // One that an admin removed cannot be evidence again.
    if (file?.removedAt) plain[`evidence.${row}.fileId`] = null;
    else if (file) Object.assign(plain, fileAsTyped(file, `evidence.${row}.fileId`));
    plain[`evidence.${row}.reportIdLabel`] =
      report && [report.publication.name, report.title ?? report.url].filter(Boolean).join(": ");
  }
  return Object.fromEntries(
    Object.entries(plain).flatMap(([name, value]) => (value === null ? [] : [[name, [value]]])),
  );
}
