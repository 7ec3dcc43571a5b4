import { once } from "node:events";
import { createReadStream, createWriteStream, rmSync } from "node:fs";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import type { Client, Connection } from "pg";

/** What `pg` asks of a query of our own making. */
type Copying = {
  submit(connection: Connection): void;
  handleCopyInResponse?(connection: CopyConnection): void;
  handleCopyData?(message: { chunk: Buffer }): void;
  handleError(error: Error): void;
  handleCommandComplete(): void;
  handleReadyForQuery(): void;
};
type CopyConnection = { stream: Writable; sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void };

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
    const out = createWriteStream(file);
    await copy(from, `copy (select ${names} from "${table}" where ${where}) to stdout`, {
      // The driver uses the memory of a chunk again.
      handleCopyData: ({ chunk }) => out.write(Buffer.from(chunk)),
    });
    out.end();
    await finished(out);
    const start = performance.now();
    await copy(to, `copy "${table}" (${names}) from stdin`, {
      handleCopyInResponse: (connection) => void send(connection, file),
    });
    return performance.now() - start;
  } finally {
    rmSync(file, { force: true });
  }
}

/** A table that rows are put into. `write` waits for as long as the database takes; `end` is done when all are in. */
export type Filling = { write(lines: string): Promise<void>; end(): Promise<void> };

/** Begins a COPY FROM STDIN into these columns; what is written is its text format. The client does nothing else until its end. */
export function fillTable(client: Client, table: string, columns: readonly string[]): Promise<Filling> {
  const names = columns.map((name) => client.escapeIdentifier(name)).join(", ");
  return new Promise((resolve, reject) => {
    const done = copy(client, `copy ${client.escapeIdentifier(table)} (${names}) from stdin`, {
      handleCopyInResponse: (connection) =>
        resolve({
          async write(lines) {
            connection.sendCopyFromChunk(Buffer.from(lines));
            if (!connection.stream.writableNeedDrain) return;
            // A row that is refused ends the COPY, and nothing is read any more.
            await Promise.race([once(connection.stream, "drain"), done]);
          },
          end() {
            connection.endCopyFrom();
            return done;
          },
        }),
    });
    done.catch(reject);
  });
}

function copy(
  client: Client,
  sql: string,
  handlers: Pick<Copying, "handleCopyData" | "handleCopyInResponse">,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const copying: Copying = {
      submit: (connection) => connection.query(sql),
      handleError: reject,
      handleCommandComplete: () => {},
      handleReadyForQuery: resolve,
      ...handlers,
    };
    client.query(copying);
  });
}

async function send(connection: CopyConnection, file: string): Promise<void> {
  for await (const chunk of createReadStream(file, { highWaterMark: 64 * 1024 })) {
    connection.sendCopyFromChunk(chunk as Buffer);
    if (connection.stream.writableNeedDrain) await once(connection.stream, "drain");
  }
  connection.endCopyFrom();
}
