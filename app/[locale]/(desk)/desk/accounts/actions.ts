"use server";

import { refresh } from "next/cache";
import { submit } from "@/app/_desk/submit";
import { makeApiToken, revokeApiToken } from "@/lib/accounts/api-tokens";
import { invitePerson } from "@/lib/accounts/invite-person";
import type { InvitePerson, MakeApiToken } from "@/lib/auth/schema";
import { translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";
import type { FormState } from "@/lib/forms/form-state";

/** Makes an invitation, and shows its link once. */
export async function invitePersonAction(locale: string, _: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const input = { email: fields.required("email"), role: fields.required("role") } as InvitePerson;
    const secret = await invitePerson(actor, input, now);
    refresh();
    const t = translator(locale);
    const email = input.email.trim();
    const label = t("desk.accounts.inviteLink", { email });
    const value = siteUrl(`/${locale}/invitation/${secret}`);
    const result = { label, value, note: `${t("desk.accounts.inviteLead")} ${t("desk.accounts.shownOnce")}` };
    return { message: t("desk.accounts.invited", { email }), result };
  });
}

/** Makes a token for a program that acts for a person, and shows it once. */
export async function makeApiTokenAction(locale: string, _: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const t = translator(locale);
    const [actorId, name] = [fields.required("actorId"), fields.required("name")];
    const input = { actorId, name, scopes: fields.list("scopes") } as MakeApiToken;
    const value = await makeApiToken(actor, input, now);
    refresh();
    const told = { name: name.trim() };
    const label = t("desk.accounts.token", told);
    const note = `${t("desk.accounts.tokenLost")} ${t("desk.accounts.shownOnce")}`;
    return { message: t("desk.accounts.tokenMade", told), result: { label, value, note } };
  });
}

/** Takes a token back. */
export async function revokeApiTokenAction(
  locale: string,
  id: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, _fields, now) => {
    await revokeApiToken(actor, { id }, now);
    return { to: `/${locale}/desk/accounts?done=revoked` };
  });
}
