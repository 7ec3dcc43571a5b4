import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import { isPublicClaimantSql, isPublicPublicationSql, isPublicReportSql } from "./gate-sql";

/** So many of the public records that come after one, in the order of their ids; a query of what the gate lets out. */
export type IdsAfter = (after: string | null, limit: number) => Promise<string[]>;

/** The public reports, of one publication where it is named. */
export function publicReportIds(publication: string | null): IdsAfter {
  return (after, limit) =>
    idsOf(Prisma.sql`select r.id from report r
      where ${isPublicReportSql(Prisma.sql`r.id`)} and ${isBehind(Prisma.sql`r.id`, after)}
        ${publication === null ? Prisma.empty : Prisma.sql`and r.publication_id = (select id from publication where slug = ${publication})`}
      order by r.id limit ${limit}`);
}

export const publicClaimantIds: IdsAfter = (after, limit) =>
  idsOf(Prisma.sql`select k.id from claimant k
    where ${isPublicClaimantSql} and ${isBehind(Prisma.sql`k.id`, after)} order by k.id limit ${limit}`);

export const publicPublicationIds: IdsAfter = (after, limit) =>
  idsOf(Prisma.sql`select p.id from publication p
    where ${isPublicPublicationSql} and ${isBehind(Prisma.sql`p.id`, after)} order by p.id limit ${limit}`);

/**
 * Reads as many public records as `limit`, or all that are left: fewer would say that there are no more. A record that
 * ceased to be public between its id and its row is not among the ids of the next try.
 */
export async function readPublic<Row>(
  idsAfter: IdsAfter,
  after: string | null,
  limit: number,
  read: (ids: string[]) => Promise<Row[]>,
): Promise<Row[]> {
  for (let tries = 0; tries < 5; tries += 1) {
    const ids = await idsAfter(after, limit);
    const rows = await read(ids);
    if (rows.length === ids.length) return rows;
  }
  throw new Error("What is public changed five times while it was read.");
}

function isBehind(id: Prisma.Sql, after: string | null): Prisma.Sql {
  return after === null ? Prisma.sql`true` : Prisma.sql`${id} > ${after}::uuid`;
}

async function idsOf(query: Prisma.Sql): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>(query);
  return rows.map(({ id }) => id);
}
