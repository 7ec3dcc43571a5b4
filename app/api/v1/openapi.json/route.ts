import { siteDocument } from "@/lib/api/openapi/site-document";

// The address of the site is known when it runs.
export const dynamic = "force-dynamic";

/** The OpenAPI document of the API. */
export function GET(): Response {
  return Response.json(siteDocument(), {
    headers: { "Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=0, must-revalidate" },
  });
}
