import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import type { AddressKind } from "./former-slugs";

/**
 * The id of the record to which an address leads today, or null: that of the record which has or had it, or which that
 * one was merged into, however often (R30). It says nothing of what is public: whoever asks, asks the gate. One query.
 */
export async function findLeadsTo(kind: AddressKind, slug: string): Promise<string | null> {
  const { table, former } = TABLES[kind];
  const [found] = await db().$queryRaw<{ id: string }[]>`
    with recursive led as (
      select id, merged_into_id from ${table}
      where slug = ${slug} or id = (select ${former} from former_slug where kind = ${kind}::subject_kind and slug = ${slug})
      union
      select next.id, next.merged_into_id from led join ${table} next on next.id = led.merged_into_id
    )
    select id from led where merged_into_id is null limit 1`;
  return found?.id ?? null;
}

/** The same of many addresses at once: of each, the id of the record to which it leads; those that lead nowhere are left out. */
export async function listLeadsTo(
  kind: AddressKind,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (slugs.length === 0) return new Map();
  const { table, former } = TABLES[kind];
  const rows = await db().$queryRaw<{ asked: string; id: string }[]>`
    with recursive led as (
      (select slug as asked, id, merged_into_id from ${table} where slug = any(${slugs}::text[])
        union
        select f.slug, r.id, r.merged_into_id from former_slug f join ${table} r on r.id = f.${former}
        where f.kind = ${kind}::subject_kind and f.slug = any(${slugs}::text[]))
      union
      select led.asked, next.id, next.merged_into_id from led join ${table} next on next.id = led.merged_into_id
    )
    select asked, id from led where merged_into_id is null`;
  return new Map(rows.map(({ asked, id }) => [asked, id]));
}

const TABLES: Record<AddressKind, { table: Prisma.Sql; former: Prisma.Sql }> = {
  event: { table: Prisma.sql`event`, former: Prisma.sql`event_id` },
  claimant: { table: Prisma.sql`claimant`, former: Prisma.sql`claimant_id` },
  publication: { table: Prisma.sql`publication`, former: Prisma.sql`publication_id` },
};
