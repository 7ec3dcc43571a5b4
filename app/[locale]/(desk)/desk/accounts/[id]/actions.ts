"use server";

import { refresh } from "next/cache";
import { submit } from "@/app/_desk/submit";
import { getAccount } from "@/lib/accounts/desk-accounts";
import { changeRole, endSessions, reinstatePerson, suspendPerson } from "@/lib/accounts/manage-person";
import { makePasswordLink } from "@/lib/accounts/passwords";
import type { Actor } from "@/lib/auth/actor";
import type { ChangeRole } from "@/lib/auth/schema";
import { translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";
import type { FormState } from "@/lib/forms/form-state";
import type { FormTexts } from "@/lib/forms/read-form";

type Who = { locale: string; id: string };

const pageOf = ({ locale, id }: Who, done: string) => ({ to: `/${locale}/desk/accounts/${id}?done=${done}` });

/** Gives a person another role. */
export async function changeRoleAction(who: Who, _: FormState, form: FormData): Promise<FormState> {
  const change = async (actor: Actor, fields: FormTexts, now: Date) => {
    const role = fields.required("role") as ChangeRole["role"];
    await changeRole(actor, { id: who.id, version: fields.number("version"), role }, now);
    // One's own role also stands above every page.
    refresh();
    return pageOf(who, "role");
  };
  return submit(form, change, async (fields, actor) => {
    const t = translator(who.locale);
    const account = await getAccount(actor, who.id, new Date());
    const mine = t(`role.${fields.required("role") as ChangeRole["role"]}.label`);
    const theirs = account ? { text: t(`role.${account.role}.label`), value: account.role } : null;
    const role = { field: "role", label: t("desk.accounts.role"), mine, theirs: theirs?.text ?? "" };
    return { version: account?.version ?? 0, differences: [{ ...role, theirsValue: theirs?.value ?? "" }] };
  });
}

/** Keeps a person from signing in. */
export async function suspendAction(who: Who, _: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    await suspendPerson(actor, { id: who.id, version: fields.number("version") }, now);
    return pageOf(who, "suspended");
  });
}

/** Lets a suspended person sign in again. */
export async function reinstateAction(who: Who, _: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    await reinstatePerson(actor, { id: who.id, version: fields.number("version") }, now);
    return pageOf(who, "reinstated");
  });
}

/** Ends every session of a person. */
export async function endSessionsAction(who: Who, _: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor) => {
    await endSessions(actor, { id: who.id });
    return pageOf(who, "sessions");
  });
}

/** Makes a link by which a person sets a new password, and shows it once. */
export async function makePasswordLinkAction(who: Who, _: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const secret = await makePasswordLink(actor, { id: who.id }, now);
    const t = translator(who.locale);
    const label = t("desk.accounts.person.passwordLinkOf", { name: fields.raw("name") });
    const value = siteUrl(`/${who.locale}/password/${secret}`);
    const note = `${t("desk.accounts.person.passwordLinkUntil")} ${t("desk.accounts.shownOnce")}`;
    return { message: t("desk.accounts.person.passwordLinkMade"), result: { label, value, note } };
  });
}
