import { redirect } from "next/navigation";
import type { Actor } from "@/lib/auth/actor";
import { countUse } from "@/lib/auth/throttle";
import { AppError, Invalid, StaleVersion, TooOften } from "@/lib/errors";
import { type FieldDifference, type FormState, FRESH } from "@/lib/forms/form-state";
import { FormTexts } from "@/lib/forms/read-form";
import { markTooOften } from "@/lib/http/answer";
import { asExpected } from "@/lib/unreachable";
import { requireActor } from "./actor";

/** What an action does once its form was saved: lead to another page, or show something on this one. */
type Done = { to: string } | { message: string; result?: unknown };

/** What an action tells of a record that changed meanwhile (R33). */
type Changed = (
  fields: FormTexts,
  actor: Actor,
) => Promise<{ version: number; differences: FieldDifference[] }>;

/**
 * Runs one command for a form: finds out who acts, counts it, reads the fields, and turns an expected failure into what the form
 * shows, with all that was typed. `whenChanged` reads what a record holds that somebody changed meanwhile.
 */
export async function submit(
  form: FormData,
  work: (actor: Actor, fields: FormTexts, now: Date) => Promise<Done>,
  whenChanged?: Changed,
): Promise<FormState> {
  const fields = new FormTexts(form);
  const { typed } = fields;
  const done = await attempt(async () => {
    const actor = await requireActor();
    await countUse("form", actor.id);
    try {
      return { ...FRESH, done: await work(actor, fields, new Date()) };
    } catch (error) {
      if (!(error instanceof StaleVersion) || !whenChanged) throw error;
      const now = await whenChanged(fields, actor);
      return { ...FRESH, outcome: "conflict", message: error.message, typed, ...now } as const;
    }
  }, typed);
  if (!("done" in done)) return done;
  const { done: next, ...state } = done;
  // Some of where it leads was told by the browser: it stays on this site.
  if ("to" in next) redirect(/^\/(?![/\\])/.test(next.to) ? next.to : "/");
  return { ...state, outcome: "done", message: next.message, result: next.result ?? null };
}

/** Turns an expected failure into the state of a form; anything else crashes. */
export async function attempt<T>(work: () => Promise<T>, typed: FormState["typed"]): Promise<T | FormState> {
  try {
    return await work();
  } catch (caught) {
    const error = asExpected(caught);
    if (!(error instanceof AppError)) throw error;
    return stateOf(error, typed);
  }
}

function stateOf(error: AppError, typed: FormState["typed"]): FormState {
  if (error instanceof Invalid) {
    const { form = null, ...fieldErrors } = error.fields;
    return { ...FRESH, outcome: "invalid", message: form, fieldErrors, typed };
  }
  if (error instanceof TooOften) markTooOften(error.retryAfterSeconds);
  const outcome = error.code === "signed_out" ? "signed_out" : "refused";
  return { ...FRESH, outcome, message: error.message, typed };
}
