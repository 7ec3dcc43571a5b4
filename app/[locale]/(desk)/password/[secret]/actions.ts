"use server";

import { redirect } from "next/navigation";
import { attempt } from "@/app/_desk/submit";
import { isPasswordLinkOpen } from "@/lib/accounts/open-links";
import { resetPassword } from "@/lib/accounts/passwords";
import type { FormState } from "@/lib/forms/form-state";
import { FormTexts } from "@/lib/forms/read-form";

type Link = { locale: string; secret: string };

/** Sets a new password by a link, which ends every session, and leads to where one signs in. */
export async function resetPasswordAction(link: Link, _: FormState, form: FormData): Promise<FormState> {
  const { locale, secret } = link;
  const [fields, now] = [new FormTexts(form), new Date()];
  // Asked first, so that nobody has passwords hashed here without a link.
  if (!(await isPasswordLinkOpen(secret, now))) redirect(`/${locale}/password/${encodeURIComponent(secret)}`);
  const password = fields.raw("password");
  const refused = await attempt(() => resetPassword({ secret, password }, now), fields.typed);
  if (refused) return refused;
  redirect(`/${locale}/password?done=set`);
}
