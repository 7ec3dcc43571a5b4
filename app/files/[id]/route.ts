import { PUBLIC_ID } from "@/app/_components/ui/public-id";
import { currentActor } from "@/app/_desk/actor";
import { findDeskEvidenceFile } from "@/lib/evidence/desk-evidence-files";
import { contentDisposition } from "@/lib/evidence/file-name";
import { findEvidenceFile } from "@/lib/evidence/queries";
import { DEFAULT_LOCALE, translator } from "@/lib/format/messages";
import { markLength } from "@/lib/http/answer";

type Context = RouteContext<"/files/[id]">;

/** A file of evidence, as a download and as nothing else: what it holds was typed by nobody here. */
export async function GET(request: Request, context: Context): Promise<Response> {
  return answer(request, context, true);
}

/** The same, without the bytes: nothing of them is read. */
export async function HEAD(request: Request, context: Context): Promise<Response> {
  return answer(request, context, false);
}

async function answer(request: Request, { params }: Context, withBytes: boolean): Promise<Response> {
  const { id } = await params;
  const found = PUBLIC_ID.test(id) ? await findFile(id) : null;
  const t = translator(DEFAULT_LOCALE);
  if (!found) return told(404, t("errors.notFound.title"));
  const { file, isPublic } = found;
  if (file.isRemoved) return told(410, t("evidenceFile.goneText"));

  const etag = `"${file.sha256}"`;
  const caching = {
    ETag: etag,
    // Asked for again each time: it may be unpublished or removed. Compressed on the way it would be another file.
    "Cache-Control": `${isPublic ? "public" : "private"}, no-cache, no-transform`,
  };
  if (isHeld(request.headers.get("if-none-match"), etag))
    return new Response(null, { status: 304, headers: caching });
  markLength(file.size);
  const headers = {
    ...caching,
    "Content-Type": file.type.startsWith("text/") ? `${file.type}; charset=utf-8` : file.type,
    "Content-Disposition": contentDisposition(file.name, file.type),
  };
  return new Response(withBytes ? streamOf(file.pieces()) : null, { headers });
}

/** For readers by the gate, or else for who may see it at the desk. */
async function findFile(publicId: string) {
  const file = await findEvidenceFile(publicId);
  if (file) return { file, isPublic: true };
  const actor = await currentActor();
  const own = actor && (await findDeskEvidenceFile(actor, publicId));
  return own ? { file: own, isPublic: false } : null;
}

function told(status: number, text: string): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "private, no-store" },
  });
}

function isHeld(asked: string | null, etag: string): boolean {
  const tags = (asked ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}

function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
