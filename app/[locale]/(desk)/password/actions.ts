"use server";

import { headers } from "next/headers";
import { after } from "next/server";
import { canSendMail } from "@/lib/accounts/mail";
import { sendPasswordLink } from "@/lib/accounts/send-password-link";
import { takeUse } from "@/lib/auth/throttle";
import { translator } from "@/lib/format/messages";
import { type FormState, FRESH } from "@/lib/forms/form-state";
import { FormTexts } from "@/lib/forms/read-form";

/** Sends a link to set a new password to an address that has an account; says the same of one that has none. */
export async function askForLinkAction(locale: string, _: FormState, form: FormData): Promise<FormState> {
  const fields = new FormTexts(form);
  const t = translator(locale);
  if (!canSendMail()) return { ...FRESH, outcome: "refused", message: t("newPassword.none") };
  const email = fields.raw("email").trim().toLowerCase();
  const address = (await headers()).get("x-client-address") ?? "";
  if (!(await takeUse("password_link", `${email} ${address}`)))
    return { ...FRESH, outcome: "refused", message: t("newPassword.tooOften"), typed: fields.typed };
  after(() => sendPasswordLink(email, locale, new Date()));
  return { ...FRESH, outcome: "done", message: t("newPassword.asked") };
}
