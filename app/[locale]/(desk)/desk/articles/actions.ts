"use server";

import { randomUUID } from "node:crypto";
import { requireActor } from "@/app/_desk/actor";
import { describeChoice } from "@/app/_desk/choice-in-words";
import { measureName } from "@/app/_desk/measure-name";
import { attempt, submit } from "@/app/_desk/submit";
import { articleInput, articleProblems } from "@/lib/articles/article-input";
import { findArticle } from "@/lib/articles/desk-articles";
import { beginArticle, keepArticle } from "@/lib/articles/keep-article";
import { logArticle } from "@/lib/articles/log-article";
import { openArticle } from "@/lib/articles/open-article";
import { readArticle } from "@/lib/articles/read-article";
import { countUse, takeUse } from "@/lib/auth/throttle";
import { discardDraft } from "@/lib/drafts/keep-draft";
import { Conflict, Invalid } from "@/lib/errors";
import { translator } from "@/lib/format/messages";
import { type FormState, FRESH, type Typed } from "@/lib/forms/form-state";
import { FormTexts } from "@/lib/forms/read-form";
import { findPublicationByUrl } from "@/lib/reports/desk-report-by-url";
import { webAddressIn } from "@/lib/reports/typed-address";

/** Reads the page of an article into the form, or keeps the article and leads to its claims. */
export async function beginArticleAction(locale: string, _: FormState, form: FormData): Promise<FormState> {
  const fields = new FormTexts(form);
  if (fields.raw("act") === "read") return readAddress(locale, fields);
  return submit(form, async (actor, typed, now) => {
    const t = translator(locale);
    const missing = {
      ...(typed.text("eventId") ? {} : { eventId: t("desk.article.missing.event") }),
      ...(typed.text("text") ? {} : { text: t("desk.article.missing.text") }),
      ...(typed.text("publicationIdLabel") ? {} : { publicationId: t("desk.article.missing.publication") }),
    };
    if (Object.keys(missing).length > 0) throw new Invalid(missing);
    await countUse("article", actor.id);
    const id = randomUUID();
    await beginArticle(actor, { id, values: typed.typed }, now);
    return { to: `/${locale}/desk/articles/${id}` };
  });
}

/** What was typed wins over what the page says of itself; its text takes the place of a blank one alone. */
async function readAddress(locale: string, fields: FormTexts): Promise<FormState> {
  const { typed } = fields;
  const t = translator(locale);
  const read = await attempt(async () => {
    const actor = await requireActor();
    const url = webAddressIn(fields.raw("url"));
    if (!url) throw new Invalid({ url: t("desk.article.missing.url") });
    if (!(await takeUse("fetch", actor.id))) return { problem: "busy" } as const;
    const article = await readArticle(url);
    if (article.problem !== null) return article;
    const publicationId = await findPublicationByUrl(actor, article.url);
    const publication = publicationId && (await describeChoice("publication", publicationId, locale));
    return { ...article, publication: publication || null };
  }, typed);
  if ("outcome" in read) return read;
  if (read.problem !== null) {
    const fieldErrors = { url: t(`desk.article.problem.${read.problem}`) };
    return { ...FRESH, outcome: "invalid", fieldErrors, typed };
  }
  const said: Typed = {
    url: [read.url],
    text: [read.text],
    title: [read.title ?? ""],
    publicationId: [read.publication?.id ?? ""],
    publicationIdLabel: [read.publication?.label ?? read.siteName ?? ""],
    published: [read.publishedEdtf ?? ""],
    language: [read.language ?? ""],
    byline: [read.byline ?? ""],
    credit: [read.credit ?? ""],
  };
  const kept = Object.fromEntries(
    Object.entries(typed).filter(([name, [value = ""]]) => value.trim() !== "" && name !== "url"),
  );
  const words = read.text.split(/\s+/).length;
  return {
    ...FRESH,
    outcome: "done",
    message: t("desk.article.wasRead", { words }),
    typed: { ...typed, ...said, ...kept },
  };
}

type Which = { locale: string; id: string };

/** Saves what was accepted of an article, and leads to the claims of its event. */
export async function logArticleAction(
  { locale, id }: Which,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor, fields, now) => {
    const t = translator(locale);
    const draft = await findArticle(actor, id);
    if (!draft) throw new Conflict(t("desk.article.gone"));
    await keepArticle(actor, { id, values: { ...draft.values, ...fields.typed } }, now);
    const open = await openArticle(actor, draft.values, now);
    if (!open) throw new Invalid({ form: t("desk.article.noEvent") });
    const all = new FormData();
    for (const [name, values] of Object.entries({ ...draft.values, ...fields.typed }))
      for (const value of values) all.append(name, value);
    const { input, ...places } = articleInput(
      new FormTexts(all),
      id,
      open,
      measureName(locale),
      now.getTime(),
    );
    try {
      const { claims } = await logArticle(actor, input, now);
      const isProposed = claims.some(({ did }) => did === "proposed");
      const done = isProposed ? "articleProposed" : "article";
      return { to: `/${locale}/desk/events/${open.event.slug}?done=${done}` };
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      throw new Invalid(articleProblems(error.fields, places, open.candidates), { cause: error });
    }
  });
}

/** Throws an article away that was not saved. */
export async function discardArticleAction(
  { locale, id }: Which,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(form, async (actor) => {
    await discardDraft(actor, { id });
    return { to: `/${locale}/desk` };
  });
}
