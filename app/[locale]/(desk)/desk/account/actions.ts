"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { requireActor } from "@/app/_desk/actor";
import { setCookies } from "@/app/_desk/cookies";
import { submit } from "@/app/_desk/submit";
import { getOwnAccount } from "@/lib/accounts/desk-accounts";
import { endOtherSessions, endOwnSession, renamePerson } from "@/lib/accounts/manage-person";
import { changePassword } from "@/lib/accounts/passwords";
import { translator } from "@/lib/format/messages";
import type { FormState } from "@/lib/forms/form-state";

const done = (locale: string, what: string) => ({ to: `/${locale}/desk/account?done=${what}` });

/** Changes the name under which one stands in the history. */
export async function renameAction(locale: string, _: FormState, form: FormData): Promise<FormState> {
  return submit(
    form,
    async (actor, fields, now) => {
      const input = { version: fields.number("version"), name: fields.required("name") };
      await renamePerson(actor, input, now);
      // The name also stands above every page.
      refresh();
      return done(locale, "name");
    },
    async (fields, actor) => {
      const { name, version } = await getOwnAccount(actor, new Date());
      const label = translator(locale)("desk.account.name");
      return { version, differences: [{ field: "name", label, mine: fields.raw("name"), theirs: name }] };
    },
  );
}

/** Changes one's own password, and stays signed in in this browser alone. */
export async function changePasswordAction(locale: string, _: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, fields) => {
    const input = {
      currentPassword: fields.raw("currentPassword"),
      newPassword: fields.raw("newPassword"),
    };
    await setCookies(await changePassword(actor, input, new Headers(await headers())));
    return done(locale, "password");
  });
}

/** Ends one of one's own sessions. */
export async function endSessionAction(
  locale: string,
  id: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor) => {
    await endOwnSession(actor, { id });
    return done(locale, "session");
  });
}

/** Ends all of one's own sessions but that of this browser. */
export async function endOthersAction(locale: string, _: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor) => {
    const { sessionId } = await requireActor();
    await endOtherSessions(actor, { id: sessionId });
    return done(locale, "others");
  });
}
