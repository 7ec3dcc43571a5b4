import { currentActor } from "@/app/_desk/actor";
import type { Actor } from "@/lib/auth/actor";
import { secondsBeforeUse } from "@/lib/auth/throttle";
import { AppError } from "@/lib/errors";
import { DEFAULT_LOCALE, isLocale, translator } from "@/lib/format/messages";
import { readFormWithin } from "@/lib/http/read-form-within";
import { FileRefused } from "@/lib/imports/reading/file-refused";
import { IMPORT_BYTES_MAX } from "@/lib/imports/reading/limits";
import { uploadImport } from "@/lib/imports/upload-import";

const headers = { "Cache-Control": "private, no-store" };
const BYTES_MAX = Math.max(...Object.values(IMPORT_BYTES_MAX));
/** A form stands in memory as a whole: a larger file comes with scripts, or by the command line. */
const FORM_BYTES_MAX = 21_000_000;

/**
 * Takes a file to be imported. As the body itself, streamed, its name in X-File-Name: answers where it went, or a
 * sentence on why not. As a form of one field: leads to the import, or back with a code.
 */
export async function POST(
  request: Request,
  { params }: RouteContext<"/[locale]/desk/imports/upload">,
): Promise<Response> {
  const { locale: given } = await params;
  const locale = isLocale(given) ? given : DEFAULT_LOCALE;
  const page = `/${locale}/desk/imports`;
  const actor = await currentActor();
  const isForm = request.headers.get("content-type")?.startsWith("multipart/form-data") ?? false;
  if (isForm) return fromForm(request, actor, locale, page);

  const t = translator(locale);
  if (!actor) return refusal(401, t("desk.imports.upload.signedOut"));
  if (Number(request.headers.get("content-length")) > BYTES_MAX)
    return refusal(413, t("desk.imports.upload.tooLarge"));
  const wait = await secondsBeforeUse("import_file", actor.id);
  if (wait > 0) return refusal(429, t("desk.imports.upload.busy", { minutes: Math.ceil(wait / 60) }), wait);
  try {
    const fileName = nameIn(request.headers.get("x-file-name"));
    const bytes = request.body ?? new ReadableStream<Uint8Array>({ start: (none) => none.close() });
    const { publicId } = await uploadImport(actor, { fileName, bytes }, new Date());
    return Response.json({ to: `${page}/${publicId}` }, { status: 201, headers });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return refusal(error.code === "forbidden" ? 403 : 422, error.message);
  }
}

async function fromForm(
  request: Request,
  actor: Actor | null,
  locale: string,
  page: string,
): Promise<Response> {
  if (!actor) return lead(`/${locale}/sign-in?next=${encodeURIComponent(page)}`);
  const back = (code: string) => lead(`${page}?refused=${code}`);
  if (Number(request.headers.get("content-length")) > FORM_BYTES_MAX) return back("large");
  if ((await secondsBeforeUse("import_file", actor.id)) > 0) return back("refused");
  const { form, isTooLarge } = await readFormWithin(request, FORM_BYTES_MAX);
  if (isTooLarge) return back("large");
  const file = form?.get("file");
  if (!(file instanceof File) || file.size === 0) return back("none");
  try {
    const bytes = file.stream();
    const { publicId } = await uploadImport(actor, { fileName: file.name, bytes }, new Date());
    return lead(`${page}/${publicId}`);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return back(error instanceof FileRefused ? error.problem : "refused");
  }
}

function lead(to: string): Response {
  return new Response(null, { status: 303, headers: { ...headers, Location: to } });
}

function refusal(status: number, message: string, retryAfterSeconds = 0): Response {
  const more = retryAfterSeconds > 0 ? { "Retry-After": String(retryAfterSeconds) } : null;
  return Response.json({ message }, { status, headers: { ...headers, ...more } });
}

/** Escaped, as a header has ASCII alone. */
function nameIn(header: string | null): string {
  try {
    return decodeURIComponent(header ?? "") || "file";
  } catch {
    return "file";
  }
}
