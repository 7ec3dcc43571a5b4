import { progressOf } from "@/app/_components/desk/imports/progress-of";
import { currentActor } from "@/app/_desk/actor";
import { DEFAULT_LOCALE, isLocale } from "@/lib/format/messages";
import { findImport } from "@/lib/imports/desk-imports";

const headers = { "Cache-Control": "private, no-store" };

/** How far an import is at this moment, for a page that waits for it. */
export async function GET(
  _: Request,
  { params }: RouteContext<"/[locale]/desk/imports/[publicId]/progress">,
): Promise<Response> {
  const { locale: given, publicId } = await params;
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 401, headers });
  const view = await findImport(actor, publicId);
  if (!view) return new Response(null, { status: 404, headers });
  return Response.json(progressOf(view, isLocale(given) ? given : DEFAULT_LOCALE), { headers });
}
