"use server";

import { fieldOfPath, readMappingForm } from "@/app/_components/desk/imports/mapping-values";
import { submit } from "@/app/_desk/submit";
import type { Actor } from "@/lib/auth/actor";
import { Invalid, NotFound } from "@/lib/errors";
import { translator } from "@/lib/format/messages";
import type { FormState } from "@/lib/forms/form-state";
import type { FormTexts } from "@/lib/forms/read-form";
import { askCheck } from "@/lib/imports/ask-check";
import { askRun } from "@/lib/imports/ask-run";
import { cancelImport } from "@/lib/imports/cancel-import";
import { changeReading } from "@/lib/imports/change-reading";
import { chooseMapping } from "@/lib/imports/choose-mapping";
import { findImport, listMappings } from "@/lib/imports/desk-imports";
import { READY_MAPPINGS } from "@/lib/imports/ready-mappings";
import type { ChooseMapping } from "@/lib/imports/requests";
import { saveMapping } from "@/lib/imports/save-mapping";
import { findSlugsOf } from "@/lib/imports/slugs-of";
import { undoImport } from "@/lib/imports/undo-import";

type Which = { locale: string; publicId: string };

/** Corrects how a file is read. */
export async function changeReadingAction(which: Which, _: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const { reading } = await getImport(actor, which);
    const given = (name: string, otherwise: string) => (fields.has(name) ? fields.raw(name) : otherwise);
    const isTable = reading.format === "csv" || reading.format === "xlsx";
    if (isTable && !Number.isInteger(fields.number("headerRow")))
      throw new Invalid({ headerRow: translator(which.locale)("desk.imports.error.line") });
    const changed = {
      ...reading,
      encoding: given("encoding", reading.encoding),
      delimiter: given("delimiter", reading.delimiter),
      headerRow: isTable ? fields.number("headerRow") : reading.headerRow,
      hasTagRow: isTable && fields.flag("hasTagRow"),
      sheet: reading.format === "xlsx" ? fields.text("sheet") : reading.sheet,
      rows: given("rows", reading.rows).trim(),
    };
    await changeReading(actor, { ...seen(which, fields), reading: changed }, now);
    return { to: after(which, "read", now) };
  });
}

/** Takes a mapping that was saved, or that comes with the project. */
export async function takeMappingAction(which: Which, _: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const [kind, id] = fields.raw("chosen").split(":", 2);
    const known = kind === "saved" ? await listMappings(actor) : READY_MAPPINGS;
    const found = known.find((one) => one.id === id);
    if (!found) throw new Invalid({ chosen: translator(which.locale)("desk.imports.error.choose") });
    const input = { ...seen(which, fields), mapping: found.mapping, isSubmitting: isSubmitting(fields) };
    await chooseMapping(actor, input, now).catch(toldAt("chosen"));
    return { to: after(which, "mapped", now) };
  });
}

/** Makes a mapping of the fields of the form. */
export async function buildMappingAction(which: Which, _: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const { reading, format } = await getImport(actor, which);
    const ids = Object.values(fields.typed).flat();
    const { mapping, missing } = readMappingForm(fields, await findSlugsOf(actor, ids), { format, reading });
    const t = translator(which.locale);
    const wrong = Object.entries(missing).map(([name, why]) => [name, t(`desk.imports.error.${why}`)]);
    if (wrong.length > 0) throw new Invalid(Object.fromEntries(wrong));
    const input = {
      ...seen(which, fields),
      mapping: mapping as ChooseMapping["mapping"],
      isSubmitting: isSubmitting(fields),
    };
    await chooseMapping(actor, input, now).catch(toldAtFields);
    return { to: after(which, "mapped", now) };
  });
}

/** Takes a mapping as its text. */
export async function writeMappingAction(which: Which, _: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const mapping = parsed(fields.raw("json"), which.locale) as ChooseMapping["mapping"];
    const input = { ...seen(which, fields), mapping, isSubmitting: isSubmitting(fields) };
    await chooseMapping(actor, input, now).catch(toldAt("json"));
    return { to: after(which, "mapped", now) };
  });
}

/** Keeps the mapping of an import under a name; `versions` are those of the mappings that the page showed. */
export async function saveMappingAction(
  which: Which,
  versions: Readonly<Record<string, number>>,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const { mapping } = await getImport(actor, which);
    if (!mapping) throw new NotFound("mapping");
    const name = fields.required("saveName");
    const known = Object.hasOwn(versions, name.trim()) ? versions[name.trim()] : undefined;
    const version = fields.flag("replaces") ? (known ?? null) : null;
    await saveMapping(
      actor,
      { name, mapping: { ...mapping, name: name.trim() || mapping.name }, version },
      now,
    );
    return { to: after(which, "saved", now) };
  });
}

/** Asks for a dry run. */
export async function checkAction(which: Which, _: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    await askCheck(actor, seen(which, fields), now);
    return { to: after(which, "asked", now) };
  });
}

/** Asks for the claims to be logged, or for the rest of them. */
export async function runAction(which: Which, _: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    await askRun(actor, seen(which, fields), now);
    return { to: after(which, "asked", now) };
  });
}

/** Stops what goes on. */
export async function stopAction(which: Which, _: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, __, now) => {
    // How far it is changes all the time: whoever stops it stops it as it is.
    const { version } = await getImport(actor, which);
    await cancelImport(actor, { publicId: which.publicId, version }, now);
    return { to: after(which, "stopped", now) };
  });
}

/** Takes a whole import back. */
export async function undoAction(which: Which, _: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    await undoImport(actor, seen(which, fields), now);
    return { to: after(which, "undone", now) };
  });
}

async function getImport(actor: Actor, { publicId }: Which) {
  const view = await findImport(actor, String(publicId));
  if (!view) throw new NotFound("import");
  return view;
}

function seen({ publicId }: Which, fields: FormTexts) {
  return { publicId, version: fields.number("version") };
}

function isSubmitting(fields: FormTexts): boolean {
  return fields.raw("becomes") === "submitted";
}

/** Each with an address of its own: two answers one after the other would else lead to the page as it is shown. */
function after({ locale, publicId }: Which, done: string, now: Date): string {
  return `/${locale}/desk/imports/${publicId}?done=${done}.${now.getTime().toString(36)}`;
}

function parsed(json: string, locale: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new Invalid({
      json: translator(locale)("desk.imports.error.notJson", { detail: (error as Error).message }),
    });
  }
}

/** What is wrong with a mapping, told at one field: with the place in the mapping before each sentence. */
function toldAt(field: string) {
  return (error: unknown): never => {
    if (!(error instanceof Invalid)) throw error;
    const lines = Object.entries(error.fields).map(([path, sentence]) => {
      const place = path.replace(/^mapping\.?/, "");
      return place === "" || place === "format" ? sentence : `${place}: ${sentence}`;
    });
    throw new Invalid({ [field]: lines.join(" ") });
  };
}

/** The same told at the fields of the form; what belongs to none stands above it. */
function toldAtFields(error: unknown): never {
  if (!(error instanceof Invalid)) throw error;
  const told: Record<string, string> = {};
  for (const [path, sentence] of Object.entries(error.fields)) {
    const field = fieldOfPath(path);
    told[field ?? "form"] ??= field ? sentence : `${path.replace(/^mapping\.?/, "")}: ${sentence}`;
  }
  throw new Invalid(told);
}
