import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import { canonicalUrl } from "./rules";

/** The id of the report on file that has this address, whatever form of it was pasted (R29); or null. */
export async function findReportByUrl(actor: Actor, url: string): Promise<string | null> {
  authorise(actor, "report:file");
  const where = { canonicalUrl: canonicalUrl(url) };
  return (await db().report.findUnique({ where, select: { id: true } }))?.id ?? null;
}

/**
 * The id of the publication that most reports of this address's site are of; null where none is, or where two are as
 * likely. On a site that many publish on, the site is the channel or account.
 */
export async function findPublicationByUrl(actor: Actor, url: string): Promise<string | null> {
  authorise(actor, "report:file");
  const site = siteOf(canonicalUrl(url));
  if (!site) return null;
  const [first, second] = await db().$queryRaw<{ id: string; count: number }[]>`
    select publication.id, count(*)::int as count
    from report join publication on publication.id = report.publication_id
    where starts_with(report.canonical_url, ${site}) and publication.merged_into_id is null
    group by publication.id order by count desc, publication.id limit 2`;
  return first && first.count !== second?.count ? first.id : null;
}

const SHARED =
  /(?:^|\.)(?:t\.me|telegram\.me|x\.com|facebook\.com|instagram\.com|tiktok\.com|vk\.com|medium\.com)$/;
const WITHOUT_OWNER = /(?:^|\.)(?:youtube\.com|rutube\.ru|docs\.google\.com|drive\.google\.com)$/;

/** The beginning that all addresses of one publisher share; null where an address does not tell whose it is. */
function siteOf(canonical: string): string | null {
  const { origin, hostname, pathname } = new URL(canonical);
  const [, owner] = pathname.split("/");
  if (WITHOUT_OWNER.test(hostname) && !owner?.startsWith("@")) return null;
  if (!SHARED.test(hostname) && !WITHOUT_OWNER.test(hostname)) return `${origin}/`;
  return owner && pathname.split("/").length > 2 ? `${origin}/${owner}/` : null;
}
