import { currentActor } from "@/app/_desk/actor";
import { can } from "@/lib/auth/authorise";
import { secondsBeforeUse } from "@/lib/auth/throttle";
import { AppError, Invalid } from "@/lib/errors";
import { EVIDENCE_FILE_BYTES_MAX } from "@/lib/evidence/file-types";
import { uploadEvidenceFile } from "@/lib/evidence/upload-evidence-file";
import { DEFAULT_LOCALE, isLocale, translator } from "@/lib/format/messages";
import { readFormWithin } from "@/lib/http/read-form-within";

const headers = { "Cache-Control": "private, no-store" };
/** The file, and what the form around it takes. */
const BODY_BYTES_MAX = EVIDENCE_FILE_BYTES_MAX + 1024 * 1024;

/**
 * Keeps a file for an assessment that is being typed, and answers what it is, with its id; or a sentence on why not,
 * with 401, 403, 413, 415, 422 or 429. Who asks, and how much it is, is looked at before anything of it is read.
 */
export async function POST(
  request: Request,
  { params }: RouteContext<"/[locale]/desk/evidence-files">,
): Promise<Response> {
  const { locale } = await params;
  const t = translator(isLocale(locale) ? locale : DEFAULT_LOCALE);
  const actor = await currentActor();
  if (!actor) return refusal(401, t("desk.evidence.signedOut"));
  if (!can(actor.role, "evidence:upload")) return refusal(403, t("desk.evidence.forEditors"));
  const tooLarge = () => refusal(413, t("desk.evidence.tooLargeUnnamed"));
  if (Number(request.headers.get("content-length")) > BODY_BYTES_MAX) return tooLarge();
  const wait = await secondsBeforeUse("evidence_file", actor.id);
  if (wait > 0) {
    const text = t("desk.evidence.busy", { minutes: Math.ceil(wait / 60) });
    return refusal(429, text, { "Retry-After": String(wait) });
  }

  const { form, isTooLarge } = await readFormWithin(request, BODY_BYTES_MAX);
  if (isTooLarge) return tooLarge();
  const file = form?.get("file");
  if (!(file instanceof File)) return refusal(422, t("desk.evidence.notAForm"));
  try {
    const input = { name: file.name, bytes: await file.bytes() };
    const kept = await uploadEvidenceFile(actor, input, new Date());
    return Response.json(kept, { status: 201, headers });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return refusal(statusOf(error, file.size), error.message);
  }
}

function refusal(status: number, message: string, more: Record<string, string> = {}): Response {
  return Response.json({ message }, { status, headers: { ...headers, ...more } });
}

function statusOf(error: AppError, size: number): number {
  if (!(error instanceof Invalid)) return error.code === "forbidden" ? 403 : 409;
  if ("type" in error.fields) return 415;
  return size > EVIDENCE_FILE_BYTES_MAX ? 413 : 422;
}
