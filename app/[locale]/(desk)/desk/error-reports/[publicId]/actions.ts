"use server";

import { submit } from "@/app/_desk/submit";
import { acceptErrorReport, declineErrorReport } from "@/lib/error-reports/decide-error-report";
import type { FormState } from "@/lib/forms/form-state";

/** Says that a reader was right, with an answer for colleagues. */
export async function acceptErrorReportAction(
  locale: string,
  id: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const [version, answer] = [fields.number("version"), fields.required("answer")];
    await acceptErrorReport(actor, { id, version, answer }, now);
    return { to: `/${locale}/desk/error-reports?done=accepted` };
  });
}

/** Says that nothing is changed for what a reader reported, with the reason for colleagues. */
export async function declineErrorReportAction(
  locale: string,
  id: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const [version, answer] = [fields.number("version"), fields.required("answer")];
    await declineErrorReport(actor, { id, version, answer }, now);
    return { to: `/${locale}/desk/error-reports?done=declined` };
  });
}
