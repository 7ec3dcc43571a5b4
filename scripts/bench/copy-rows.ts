import { createReadStream, createWriteStream, rmSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";

/**
 * Takes the rows of a query from one database and puts them into the same table of another by a bare COPY FROM STDIN,
 * columns that PostgreSQL computes left out. Returns how long the second took, in ms, with the rows ready in a file.
 */
export async function copyRows(
  from: Client,
  to: Client,
  { table, where }: { table: string; where: string },
  file: string,
): Promise<number> {
  const columns = await from.query<{ name: string }>(
    `select quote_ident(column_name) as name from information_schema.columns
    where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  );
  const names = columns.rows.map(({ name }) => name).join(", ");
  try {
    const rows = from.query(copyTo(`copy (select ${names} from "${table}" where ${where}) to stdout`));
    await pipeline(rows, createWriteStream(file));
    const start = performance.now();
    await pipeline(createReadStream(file), to.query(copyFrom(`copy "${table}" (${names}) from stdin`)));
    return performance.now() - start;
  } finally {
    rmSync(file, { force: true });
  }
}
