import { translator } from "../format/messages";

/** Leads to the present address of what was asked for, with what was asked of it (R30). `path` without query. */
export function leadTo(path: string, request: Request): Response {
  return new Response(null, { status: 308, headers: { Location: `${path}${new URL(request.url).search}` } });
}

/** Said in plain words at an address without a page, where nothing public is found. */
export function nothingHere(locale: string): Response {
  return new Response(`${translator(locale)("errors.nothingHere")}\n`, {
    status: 404,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
