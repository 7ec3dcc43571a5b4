import { once } from "node:events";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { Client } from "pg";
import { from } from "pg-copy-streams";

/** A row by the names of the schema (camel case). Objects are JSON, lists of texts are PostgreSQL's arrays. */
export type Row = { readonly [field: string]: Value };
export type Value = string | number | boolean | Date | null | readonly string[] | object;

/** Tables that are being filled. `put` only keeps; `flush` sends what was kept. */
export type Tables = {
  put(table: string, row: Row): void;
  flush(): Promise<void>;
  end(): Promise<void>;
};

/** Text that is JSON already. */
export class Written {
  constructor(readonly json: string) {}
}

type Open = { client: Client; filling: Writable; fields: readonly string[] };

/**
 * Opens tables to be filled by COPY, each on a connection of its own. No key and no trigger is asked meanwhile: what is
 * put in must be right.
 */
export function openTables(url: string): Tables {
  const open = new Map<string, Open>();
  const kept = new Map<string, { fields: readonly string[]; lines: string }>();
  const openTable = async (table: string, fields: readonly string[]): Promise<Open> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query("set session_replication_role = replica; set synchronous_commit = off");
    const columns = fields.map((field) => client.escapeIdentifier(columnOf(field))).join(", ");
    const filling = client.query(from(`copy ${client.escapeIdentifier(table)} (${columns}) from stdin`));
    const opened = { client, fields, filling };
    open.set(table, opened);
    return opened;
  };
  return {
    put(table, row) {
      let own = kept.get(table);
      if (!own) {
        own = { fields: open.get(table)?.fields ?? Object.keys(row), lines: "" };
        kept.set(table, own);
      }
      own.lines += `${own.fields.map((field) => textOf(row[field])).join("\t")}\n`;
    },
    async flush() {
      for (const [table, { fields, lines }] of kept) {
        const { filling } = open.get(table) ?? (await openTable(table, fields));
        if (!filling.write(lines)) await once(filling, "drain");
      }
      kept.clear();
    },
    async end() {
      for (const { filling, client } of open.values()) {
        await finished(filling.end());
        await client.end();
      }
    },
  };
}

function textOf(value: Value | undefined): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Written) return escaped(value.json);
  if (Array.isArray(value))
    return escaped(`{${value.map((one) => `"${String(one).replace(/["\\]/g, "\\$&")}"`).join(",")}}`);
  return escaped(JSON.stringify(value));
}

const SIGNS: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => SIGNS[sign] ?? sign) : text;
}

function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
