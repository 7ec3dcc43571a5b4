import "server-only";
import { Prisma } from "../../prisma/generated/client";
import type { Transaction } from "./client";
import { instantText } from "./instant-text";

/** The tables that are written many rows at a time. */
export type BulkTable =
  | "claim"
  | "attribution"
  | "revision"
  | "revision_content"
  | "claim_link"
  | "imported_record"
  | "import_problem";

type Value = string | number | boolean | Date | null | object;

type Row = { readonly [field: string]: Value };

/** Inserts rows of one table in one statement, whatever their number. */
export async function insertRows(tx: Transaction, table: BulkTable, rows: readonly Row[]): Promise<void> {
  if (rows.length > 0) await tx.$executeRaw(insertionOf(table, rows));
}

/**
 * The statement that inserts these rows, one or more: they travel as one JSON text, and PostgreSQL reads each field as its
 * column's type. Every row has the fields of the first, by the names of the schema (camel case).
 */
export function insertionOf(table: BulkTable, rows: readonly Row[]): Prisma.Sql {
  const fields = Object.keys(rows[0] as Row);
  const names = fields.map(columnOf);
  const into = Prisma.raw(`"${table}" (${names.map((name) => `"${name}"`).join(", ")})`);
  const columns = Prisma.raw(names.map((name) => `r."${name}"`).join(", "));
  const type = Prisma.raw(`null::"${table}"`);
  const keys = names.map((name, i) => `${i === 0 ? "{" : ","}"${name}":`);
  const written = rows.map((row) => {
    let text = "";
    for (const [i, field] of fields.entries()) text += keys[i] + jsonOf(row[field]);
    return `${text}}`;
  });
  const json = `[${written.join(",")}]`;
  return Prisma.sql`insert into ${into} select ${columns} from json_populate_recordset(${type}, ${json}::json) r`;
}

/** A value that is written out as JSON already. */
export class Written {
  constructor(readonly json: string) {}
}

/** As the driver would write it: half a character, which no JSON of PostgreSQL may have, becomes U+FFFD. */
function jsonOf(value: Value | undefined): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return JSON.stringify(value.replace(/[\ud800-\udfff]/gu, "\ufffd"));
  if (value instanceof Written) return value.json;
  return JSON.stringify(value instanceof Date ? instantText(value) : value);
}

function columnOf(field: string): string {
  if (!/^[a-zA-Z0-9]+$/.test(field)) throw new Error(`${field} is no field of a table.`);
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
