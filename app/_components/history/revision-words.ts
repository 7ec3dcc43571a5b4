import type { Translate } from "@/lib/format/messages";
import type { Action } from "@/lib/history/schema";
import { LIFECYCLES, RECORD_STATUSES, STANDINGS, VERIFICATIONS } from "@/lib/vocabulary";

type ActionKey = Action extends infer A
  ? A extends `${infer Noun}.${infer Verb}`
    ? `${Noun}_${Verb}`
    : never
  : never;

/** What was done, in words. A message's name cannot hold the dot of the code. */
export function actionWords(action: Action, t: Translate): string {
  return t(`history.record.action.${action.replace(".", "_") as ActionKey}`);
}

const FIELDS = [
  "recordStatus",
  "verification",
  "lifecycle",
  "standing",
  "supersededBy",
  "replacedBy",
  "wording",
  "quantity",
  "basis",
  "stated",
  "asOf",
  "eventTime",
  "topic",
] as const;

/** The name of a field; as it is stored where readers have no word for it. */
export function fieldWords(field: string, t: Translate): string {
  const known = FIELDS.find((name) => name === field);
  return known ? t(`history.record.field.${known}`) : field;
}

/** A value of a field: codes in words, all else as it was typed. */
export function valueWords(field: string, value: string, t: Translate): string {
  const status = field === "recordStatus" ? RECORD_STATUSES.find((code) => code === value) : undefined;
  if (status) return t(`recordStatus.${status}.label`);
  const verification = field === "verification" ? VERIFICATIONS.find((code) => code === value) : undefined;
  if (verification) return t(`verification.${verification}.label`);
  const lifecycle = field === "lifecycle" ? LIFECYCLES.find((code) => code === value) : undefined;
  if (lifecycle) return t(`lifecycle.${lifecycle}.label`);
  const standing = field === "standing" ? STANDINGS.find((code) => code === value) : undefined;
  return standing ? t(`standing.${standing}.label`) : value;
}
