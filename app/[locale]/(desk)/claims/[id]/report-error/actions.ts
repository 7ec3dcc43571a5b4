"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { attempt } from "@/app/_desk/submit";
import { reportError } from "@/lib/error-reports/report-error";
import { translator } from "@/lib/format/messages";
import { type FormState, FRESH } from "@/lib/forms/form-state";
import { FormTexts } from "@/lib/forms/read-form";
import { markTooOften } from "@/lib/http/answer";
import { webAddressIn } from "@/lib/reports/typed-address";

/** Takes what a reader found wrong with a claim. Nobody needs to be signed in; what was typed stays on every refusal. */
export async function reportErrorAction(
  locale: string,
  publicId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const fields = new FormTexts(form);
  const { leaveBlank: __, ...typed } = fields.typed;
  const input = {
    publicId,
    claimVersion: fields.number("version"),
    text: fields.required("text"),
    url: webAddressIn(fields.raw("url")) ?? fields.text("url"),
    contact: fields.text("contact"),
    leaveBlank: fields.raw("leaveBlank"),
  };
  const address = (await headers()).get("x-client-address") ?? "";
  const reported = await attempt(() => reportError(input, { address }, new Date()), typed);
  if ("outcome" in reported) return reported;
  if (reported.state === "taken")
    redirect(`/${locale}/claims/${publicId}/report-error?taken=${reported.publicId}`);

  const t = translator(locale);
  if (reported.state === "by_a_program")
    return { ...FRESH, outcome: "refused", message: t("errorReport.byAProgram"), typed };
  const { retryAfterSeconds } = reported;
  markTooOften(retryAfterSeconds);
  const minutes = Math.ceil(retryAfterSeconds / 60);
  const message =
    minutes < 90
      ? t("errorReport.tooOften", { minutes })
      : t("errorReport.tooOftenHours", { hours: Math.ceil(minutes / 60) });
  return { ...FRESH, outcome: "refused", message, typed };
}
