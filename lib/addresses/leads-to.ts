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

const TABLES: Record<AddressKind, { table: Prisma.Sql; former: Prisma.Sql }> = {
  event: { table: Prisma.sql`event`, former: Prisma.sql`event_id` },
  claimant: { table: Prisma.sql`claimant`, former: Prisma.sql`claimant_id` },
  publication: { table: Prisma.sql`publication`, former: Prisma.sql`publication_id` },
};
