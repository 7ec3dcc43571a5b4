import { problemWords } from "@/app/_components/desk/imports/problem-words";
import { currentActor } from "@/app/_desk/actor";
import { streamOf } from "@/lib/exports/stream";
import { DEFAULT_LOCALE, isLocale } from "@/lib/format/messages";
import { findImport } from "@/lib/imports/desk-imports";
import { readProblemsCsv } from "@/lib/imports/problems-csv";

const headers = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };

/** Everything that is wrong with a file, as CSV. */
export async function GET(
  _: Request,
  { params }: RouteContext<"/[locale]/desk/imports/[publicId]/problems.csv">,
): Promise<Response> {
  const { locale: given, publicId } = await params;
  const locale = isLocale(given) ? given : DEFAULT_LOCALE;
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 401, headers });
  if (!(await findImport(actor, publicId))) return new Response(null, { status: 404, headers });
  const pieces = readProblemsCsv(actor, publicId, problemWords(locale));
  return new Response(
    streamOf(pieces, () => {}),
    {
      headers: {
        ...headers,
        "Content-Type": "text/csv; charset=utf-8; header=present",
        "Content-Disposition": `attachment; filename="problems-${publicId}.csv"`,
      },
    },
  );
}
