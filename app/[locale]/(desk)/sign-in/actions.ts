"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { setCookies } from "@/app/_desk/cookies";
import { signIn } from "@/lib/auth/sessions";
import { translator } from "@/lib/format/messages";
import { type FormState, FRESH } from "@/lib/forms/form-state";
import { FormTexts } from "@/lib/forms/read-form";
import { markTooOften } from "@/lib/http/answer";

/** Signs a person in and leads to the page that asked for it. */
export async function signInAction(locale: string, _: FormState, form: FormData): Promise<FormState> {
  const fields = new FormTexts(form);
  const asked = await headers();
  const given = { email: fields.raw("email"), password: fields.raw("password") };
  const done = await signIn(given, asked.get("x-client-address") ?? "", new Headers(asked));
  if (done.state === "signed_in") {
    await setCookies(done.cookies);
    redirect(placeAfter(fields.raw("next"), locale));
  }
  if (done.state === "too_many") markTooOften(done.retryAfterSeconds);
  const t = translator(locale);
  const message =
    done.state === "refused"
      ? t("signIn.refused")
      : t("signIn.tooMany", { minutes: Math.ceil(done.retryAfterSeconds / 60) });
  return { ...FRESH, outcome: "refused", message, typed: fields.typed };
}

// A place of this site alone: what begins with two slashes, or a backslash, leads to another host.
function placeAfter(next: string, locale: string): string {
  return /^\/(?![/\\])[^\\\s]*$/.test(next) ? next : `/${locale}/desk`;
}
