import "server-only";
import { db } from "../db/client";
import { Slug } from "../forms/fields";
import { publishedEvent } from "../publishing/gate";

/**
 * What names a public event, by the slug in its address, and since when it is public (ms since 1970 UTC), or null. One
 * query.
 */
export async function findEventName(
  slug: string,
): Promise<{ id: string; title: string; publishedAt: number } | null> {
  if (!Slug.safeParse(slug).success) return null;
  const select = { id: true, title: true, publishedAt: true } as const;
  const row = await db().event.findFirst({ where: { slug, ...publishedEvent }, select });
  return row && { ...row, publishedAt: row.publishedAt?.getTime() ?? 0 };
}
