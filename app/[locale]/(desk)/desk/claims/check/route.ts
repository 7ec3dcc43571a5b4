import { currentActor } from "@/app/_desk/actor";
import { previewWords } from "@/app/_desk/claim-preview-words";
import { previewClaim } from "@/lib/claims/preview-claim";
import { FormTexts } from "@/lib/forms/read-form";

/** Tells what is known of the claim that is being typed: how it reads, and what it may repeat, follow or clash with. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/[locale]/desk/claims/check">,
): Promise<Response> {
  const { locale } = await params;
  const headers = { "Cache-Control": "private, no-store" };
  const actor = await currentActor();
  if (!actor) return Response.json({ error: "signed_out" }, { status: 401, headers });
  const form = await request.formData().catch(() => null);
  if (!form) return Response.json({ error: "no_form" }, { status: 400, headers });
  const fields = new FormTexts(form);
  const preview = await previewClaim(actor, fields, new Date());
  return Response.json(previewWords(preview, fields, locale), { headers });
}
