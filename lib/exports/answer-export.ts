import { translator } from "../format/messages";
import { siteUrl } from "../format/site-url";
import { attachment, exportFileName } from "./file-name";
import { EXPORT_TYPES, type ExportFormat } from "./formats";
import { LICENCE } from "./licence";
import { RETRY_AFTER_SECONDS, takePlace } from "./places";
import { streamOf } from "./stream";

type Download = {
  /** What is in it, in words of addresses. */
  subject: readonly string[];
  format: ExportFormat | "zip";
  retrievedAt: string;
  /** Short ones are made at one go and hold nobody up; of long ones so many at once. */
  isLong: boolean;
  chunks: AsyncGenerator<string | Uint8Array>;
};

/**
 * The answer to who downloads a file: streamed, with its name, its licence and where it is described. 429 where too
 * many long ones go on at once.
 */
export function answerExport(request: Request, locale: string, download: Download): Response {
  const { subject, format, retrievedAt, isLong, chunks } = download;
  const headers = {
    "Content-Type": EXPORT_TYPES[format],
    "Content-Disposition": attachment(exportFileName(subject, retrievedAt, format)),
    "Cache-Control": "public, no-cache",
    "Access-Control-Allow-Origin": "*",
    "X-Robots-Tag": "noindex",
    Link: `<${LICENCE}>; rel="license", <${siteUrl(`/${locale}/data`)}>; rel="describedby"`,
  };
  if (request.method === "HEAD") return new Response(null, { headers });

  const leave = isLong ? takePlace(request.headers.get("x-client-address") ?? "unknown") : () => {};
  if (!leave) return tooMany(locale);
  return new Response(streamOf(chunks, leave), { headers });
}

function tooMany(locale: string): Response {
  const words = translator(locale)("exports.tooMany", { seconds: RETRY_AFTER_SECONDS });
  return new Response(`${words}\n`, {
    status: 429,
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "no-store",
      "Retry-After": String(RETRY_AFTER_SECONDS),
    },
  });
}
