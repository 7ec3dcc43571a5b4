import { siteUrl } from "@/lib/format/site-url";

// Reading pages may be read by everybody. Not what is made for each asking: searches, and the same page of another day.
const CLOSED = ["/*/desk", "/*/search", "/*/sign-in", "/*/password", "/*/invitation", "/*?*asOf=", "/oembed"];

// Asked for each time: a build has neither the address of the site nor a database.
export const dynamic = "force-dynamic";

/** What programs that follow links may ask for, and where they find all addresses. */
export function GET(): Response {
  const lines = [
    "User-agent: *",
    "Allow: /",
    ...CLOSED.map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${siteUrl("/sitemap.xml")}`,
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
