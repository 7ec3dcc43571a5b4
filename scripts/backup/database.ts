import { Client } from "pg";
import type { ChainHeads, SavedTable } from "./manifest";

// COPY writes values as the session shows them: the same everywhere, and without loss. It takes as long as it takes.
const SESSION = [
  "datestyle=ISO",
  "intervalstyle=postgres",
  "timezone=UTC",
  "bytea_output=hex",
  "extra_float_digits=3",
  "statement_timeout=0",
  "idle_in_transaction_session_timeout=0",
];

/** A connection whose settings change nothing of what COPY reads and writes. */
export async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString, options: SESSION.map((one) => `-c ${one}`).join(" ") });
  // A lost connection is told by the statement that was under way.
  client.on("error", () => {});
  await client.connect();
  return client;
}

export type Table = Pick<SavedTable, "name" | "columns">;

/** The tables of the app, with the columns that PostgreSQL does not compute itself, by name. */
export async function listTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname as name,
      json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod)) order by attname) as columns
    from pg_class c join pg_attribute on attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''
    where relnamespace = 'public'::regnamespace and relkind = 'r' and ${ofNoExtension("pg_class", "c")}
    group by relname order by relname`,
  );
  return rows;
}

/** A condition: the object of this catalogue came with no extension. */
export const ofNoExtension = (catalogue: string, alias: string) =>
  `not exists (select from pg_depend where classid = '${catalogue}'::regclass and objid = ${alias}.oid and deptype = 'e')`;

/** Where every chain of the history ends. */
export async function readHeads(client: Client): Promise<ChainHeads> {
  const { rows } = await client.query<ChainHeads>(
    `select count(*)::int as chains, coalesce(sum(length), 0)::int as revisions,
      encode(sha256(convert_to(coalesce(
        string_agg(id || ' ' || length || ' ' || head_hash, E'\\n' order by id collate "C"), ''), 'UTF8')), 'hex') as sha256
    from chain`,
  );
  return rows[0] as ChainHeads;
}

/** The columns as COPY lists them. */
export const columnList = (client: Client, { columns }: Table) =>
  columns.map(({ name }) => client.escapeIdentifier(name)).join(", ");
