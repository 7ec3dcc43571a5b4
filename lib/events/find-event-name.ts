import "server-only";
import { db } from "../db/client";
import { Slug } from "../forms/fields";
import { publishedEvent } from "../publishing/gate";

/** The title of a public event by the slug in its address, or null. One query. */
export async function findEventName(slug: string): Promise<{ title: string } | null> {
  if (!Slug.safeParse(slug).success) return null;
  return db().event.findFirst({ where: { slug, ...publishedEvent }, select: { title: true } });
}
