import type { Actor } from "@/lib/auth/actor";
import { readingKey } from "@/lib/claims/claim-form";
import type { ClaimInput } from "@/lib/claims/claim-versions";
import type { DeskClaim } from "@/lib/claims/desk-claims";
import { listNamesIn, type Names } from "@/lib/claims/desk-names";
import { previewClaim } from "@/lib/claims/preview-claim";
import { translator } from "@/lib/format/messages";
import type { FieldDifference, Typed } from "@/lib/forms/form-state";
import { FormTexts } from "@/lib/forms/read-form";
import type { Quantity } from "@/lib/quantity/quantity";

type Filed = Pick<DeskClaim, "id" | "event">;

/**
 * The values of a claim as its form would hold them had somebody typed them. A figure whose words do not read back as
 * what is on file has its bounds set by hand; the zone of a date stands beside its text for as long as that stays.
 */
export async function typedClaim(actor: Actor, claim: Filed, values: ClaimInput, now: Date): Promise<Typed> {
  const names = await listNamesIn(actor, [values]);
  const plain = plainTyped(claim, values, names);
  if (values.type === "statement") return asTyped(plain);

  const quantity = { raw: values.wording.text, ...values.quantity };
  const chosen = { ...plain, reading: readingKey(quantity) };
  const { read } = await previewClaim(actor, formOf(chosen), now);
  if (read.quantity && readingKey(read.quantity) === readingKey(quantity))
    return asTyped(read.figure?.state === "ask" ? chosen : plain);
  return asTyped({ ...plain, ...byHand(quantity) });
}

function plainTyped({ id, event }: Filed, values: ClaimInput, names: Names): Record<string, string> {
  const { text, language, translation, translatedBy } = values.wording;
  const chosen = (name: string, id: string | null) =>
    id === null ? {} : { [name]: id, [`${name}Label`]: names[id] ?? "" };
  const date = (name: string, date: { edtf: string; zone: string } | null) =>
    date === null ? {} : { [name]: date.edtf, [`${name}Kept`]: `${date.edtf} ${date.zone}` };
  return {
    claimId: id,
    eventId: event.id,
    type: values.type,
    ...chosen("claimantId", values.claimantId),
    ...date("stated", values.stated),
    ...date("asOf", values.asOf),
    ...date("eventTime", values.eventTime),
    basis: values.basis,
    standing: values.standing,
    language,
    ...(translation && { translation }),
    ...(translatedBy && { translatedBy }),
    ...(values.isForecast && { isForecast: "yes" }),
    ...(values.isFromMemory && { isFromMemory: "yes" }),
    ...(values.type === "statement"
      ? { topic: values.topic, statement: text }
      : {
          figure: text,
          ...chosen("measureId", values.measureId),
          ...chosen("relativeToId", values.relativeToId),
        }),
  };
}

function byHand({ qualifier, low, high, central }: Quantity): Record<string, string> {
  const bound = (name: string, n: number | null) => (n === null ? {} : { [name]: String(n) });
  return {
    byHand: "yes",
    qualifier,
    ...bound("low", low),
    ...bound("high", high),
    ...bound("central", central),
  };
}

function formOf(typed: Record<string, string>): FormTexts {
  const form = new FormData();
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  return new FormTexts(form);
}

function asTyped(plain: Record<string, string>): Typed {
  return Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, [value]]));
}

/** The fields of which both versions are shown when somebody else was first, in the order of the form (R33). */
const COMPARED = [
  "claimantId",
  "measureId",
  "figure",
  "topic",
  "statement",
  "stated",
  "asOf",
  "eventTime",
  "basis",
  "standing",
  "language",
  "translation",
  "translatedBy",
  "relativeToId",
  "isForecast",
  "isFromMemory",
  "byHand",
  "qualifier",
  "low",
  "high",
  "central",
] as const;

/** Where what was typed differs from what the claim holds now, in words (R33). */
export function claimDifferences(fields: FormTexts, theirs: Typed, locale: string): FieldDifference[] {
  const t = translator(locale);
  const mine = fields.typed;
  return COMPARED.filter((name) => (mine[name]?.[0] ?? "").trim() !== (theirs[name]?.[0] ?? "")).map(
    (name) => ({
      field: name,
      label: t(`desk.log.field.${name}`),
      mine: inWords(name, mine, locale),
      theirs: inWords(name, theirs, locale),
      theirsValue: theirs[name]?.[0] ?? "",
    }),
  );
}

const CODES: Readonly<Record<string, string>> = {
  topic: "topic",
  basis: "basis",
  standing: "standing",
  qualifier: "qualifier",
};

function inWords(name: string, typed: Typed, locale: string): string {
  const t = translator(locale);
  const value = typed[name]?.[0] ?? "";
  if (value === "") return "";
  if (name.startsWith("is") || name === "byHand") return t("history.record.yes");
  const key = `${CODES[name]}.${value}.label`;
  if (CODES[name] && t.has(key as never)) return t(key as never);
  return typed[`${name}Label`]?.[0] ?? value;
}
