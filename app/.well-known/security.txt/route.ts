import { DEFAULT_LOCALE } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";
import { securityContact } from "@/lib/http/security-contact";

const VALID_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Whom to tell of a weakness of this installation (RFC 9116). */
export function GET(): Response {
  const lines = [
    `Contact: ${securityContact()}`,
    `Expires: ${new Date(Date.now() + VALID_DAYS * DAY_MS).toISOString()}`,
    "Preferred-Languages: en",
    `Canonical: ${siteUrl("/.well-known/security.txt")}`,
    `Policy: ${siteUrl(`/${DEFAULT_LOCALE}/about#weaknesses`)}`,
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}

// Asked for each time: a build has neither the address of the site nor a database.
export const dynamic = "force-dynamic";
