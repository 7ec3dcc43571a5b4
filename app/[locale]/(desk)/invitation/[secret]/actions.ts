"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { setCookies } from "@/app/_desk/cookies";
import { attempt } from "@/app/_desk/submit";
import { acceptInvitation } from "@/lib/accounts/invite-person";
import { findInvitation } from "@/lib/accounts/open-links";
import { signIn } from "@/lib/auth/sessions";
import type { FormState } from "@/lib/forms/form-state";
import { FormTexts } from "@/lib/forms/read-form";

type Link = { locale: string; secret: string };

/** Opens the account that an invitation is for, signs its person in and leads to the desk. */
export async function acceptInvitationAction(link: Link, _: FormState, form: FormData): Promise<FormState> {
  const { locale, secret } = link;
  const [fields, now, asked] = [new FormTexts(form), new Date(), await headers()];
  // Asked first, so that nobody has passwords hashed here without an invitation.
  if (!(await findInvitation(secret, now))) redirect(`/${locale}/invitation/${encodeURIComponent(secret)}`);
  const [name, password] = [fields.raw("name"), fields.raw("password")];
  const accepted = await attempt(() => acceptInvitation({ secret, name, password }, now), fields.typed);
  if ("outcome" in accepted) return accepted;
  const { email } = accepted;
  const done = await signIn({ email, password }, asked.get("x-client-address") ?? "", new Headers(asked));
  if (done.state !== "signed_in") redirect(`/${locale}/sign-in`);
  await setCookies(done.cookies);
  redirect(`/${locale}/desk`);
}
