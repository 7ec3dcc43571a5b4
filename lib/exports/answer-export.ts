import { takeReading } from "../auth/throttle";
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
 * The answer to who downloads a file: streamed, with its name, its licence and where it is described. 429 where there
 * were too many of one address in a minute, or too many long ones go on at once.
 */
export async function answerExport(request: Request, locale: string, download: Download): Promise<Response> {
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

  const address = request.headers.get("x-client-address") ?? "unknown";
  const left = await takeReading("download", address);
  if (left?.isAllowed === false)
    return tooMany(translator(locale)("errors.tooMany.plain", { seconds: left.resetSeconds }), left.headers);
  const leave = isLong ? takePlace(address) : () => {};
  if (!leave) {
    const words = translator(locale)("exports.tooMany", { seconds: RETRY_AFTER_SECONDS });
    return tooMany(words, { "Retry-After": String(RETRY_AFTER_SECONDS) });
  }
  return new Response(streamOf(chunks, leave), { headers: { ...headers, ...left?.headers } });
}

function tooMany(words: string, more: Readonly<Record<string, string>>): Response {
  return new Response(`${words}\n`, {
    status: 429,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", ...more },
  });
}
