"use server";

import { recordDifferences } from "@/app/_desk/record-differences";
import { recordRefusal } from "@/app/_desk/record-refusal";
import { typedReport } from "@/app/_desk/record-typed";
import { submit } from "@/app/_desk/submit";
import type { Actor } from "@/lib/auth/actor";
import type { FormState } from "@/lib/forms/form-state";
import type { FormTexts } from "@/lib/forms/read-form";
import { findReportForDesk } from "@/lib/reports/desk-reports";
import { editReport } from "@/lib/reports/edit-report";
import { readReportForm } from "@/lib/reports/report-form";

/** Puts what was typed in place of a report. */
export async function editReportAction(
  { locale, id, publicId }: { locale: string; id: string; publicId: string },
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const edit = async (actor: Actor, fields: FormTexts, now: Date) => {
    const { published, values } = readReportForm(fields, now.getTime());
    const kept = { id, version: fields.number("version"), reason: fields.text("reason") };
    const terms = { locale, dates: { published }, chosen: ["publicationId"] };
    await recordRefusal(fields, terms, () => editReport(actor, { ...values, ...kept }, now));
    return { to: `/${locale}/desk/reports/${publicId}?done=saved` };
  };
  return submit(form, edit, async (fields, actor) => {
    const report = await findReportForDesk(actor, publicId);
    if (!report) return { version: 0, differences: [] };
    const differences = recordDifferences("report", fields.typed, typedReport(report), locale);
    return { version: report.values.version, differences };
  });
}
