import { versionFileHref } from "@/app/_components/events/as-of-href";
import { feedLocale } from "@/lib/format/feed-locale";
import { leadTo, nothingHere } from "@/lib/http/plain-answers";
import { findRenamed, findVersion, readVersionNumber } from "@/lib/past/find-version";
import { snapshotOf } from "@/lib/past/snapshot";

type Context = RouteContext<"/export/events/[slug]/v/[file]">;

/** One version of an event as a file, `{number}.json`, by whose SHA-256 anyone can check that it is what it was. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug, file } = await params;
  const number = file.endsWith(".json") ? readVersionNumber(file.slice(0, -".json".length)) : null;
  const found = number === null ? null : await findVersion(slug, number);
  if (found === null) return leadOn(request, slug, file);
  if (typeof found === "number")
    return new Response(null, { status: 307, headers: { Location: versionFileHref(slug, found) } });
  const { text, sha256 } = snapshotOf(found.page, found.version);
  return new Response(text, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${slug}-v${number}.json"`,
      "Cache-Control": "public, no-cache",
      ETag: `"${sha256}"`,
    },
  });
}

/** Under a former address stand the versions of the same event (R30); at any other, nothing. */
async function leadOn(request: Request, slug: string, file: string): Promise<Response> {
  const renamed = await findRenamed(slug);
  return renamed ? leadTo(`/export/events/${renamed}/v/${file}`, request) : nothingHere(feedLocale(request));
}
