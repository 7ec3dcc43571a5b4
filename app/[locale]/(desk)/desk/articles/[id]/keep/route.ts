import { currentActor } from "@/app/_desk/actor";
import { findArticle } from "@/lib/articles/desk-articles";
import { keepArticle } from "@/lib/articles/keep-article";
import { openArticle } from "@/lib/articles/open-article";
import { fieldOf } from "@/lib/articles/review-form";
import { translator } from "@/lib/format/messages";
import { formatParseProblem, formatQuantity } from "@/lib/format/quantity";
import { FormTexts } from "@/lib/forms/read-form";
import { parseQuantity } from "@/lib/quantity/parse";

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Keeps what was decided and typed of an article's claims, and tells how each changed figure is read. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/[locale]/desk/articles/[id]/keep">,
): Promise<Response> {
  const { locale, id } = await params;
  const headers = { "Cache-Control": "private, no-store" };
  const actor = await currentActor();
  if (!actor) return Response.json({ error: "signed_out" }, { status: 401, headers });
  const form = await request.formData().catch(() => null);
  if (!form) return Response.json({ error: "no_form" }, { status: 400, headers });
  const draft = UUID.test(id) ? await findArticle(actor, id) : null;
  const open = draft && (await openArticle(actor, draft.values, new Date()));
  if (!draft || !open) return Response.json({ error: "not_found" }, { status: 404, headers });
  const fields = new FormTexts(form);
  // What it is called, and its text, are not for this form to change.
  const typed = Object.entries(fields.typed).filter(([name]) => /^\w+\.\d+$/.test(name));
  await keepArticle(actor, { id, values: { ...draft.values, ...Object.fromEntries(typed) } }, new Date());
  const t = translator(locale);
  const readBacks = open.candidates.flatMap((candidate, place) => {
    const said = fields.text(fieldOf("figure", place));
    if (candidate.type !== "figure" || said === null || said === candidate.figure.text) return [];
    const parsed = parseQuantity(said, candidate.kinds, { language: "en" });
    const quantity =
      parsed.state === "read"
        ? parsed.quantity
        : parsed.state === "ask"
          ? parsed.readings[0]?.quantity
          : null;
    const told = quantity
      ? t("desk.article.review.readAs", { figure: formatQuantity(quantity, locale) })
      : parsed.state === "refused"
        ? formatParseProblem(parsed, locale)
        : "";
    return [[place, told]];
  });
  return Response.json({ readBacks: Object.fromEntries(readBacks) }, { headers });
}
