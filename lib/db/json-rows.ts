import { Prisma } from "../../prisma/generated/client";

/** As Prisma is told what to read of a record; what it says of other records is left aside here. */
type Select = { readonly [field: string]: unknown };

const INSTANT = /(At|Earliest|Latest)$/;

/**
 * The columns of a select by the names of the schema, for a statement written by hand whose rows travel as one JSON.
 * Instants are milliseconds since 1970 UTC there: `withDates` makes them dates.
 */
export function columnsOf(alias: string, select: Select): Prisma.Sql {
  const fields = Object.keys(select).filter((field) => select[field] === true);
  return Prisma.raw(fields.map((field) => `${columnOf(alias, field)} as "${field}"`).join(", "));
}

function columnOf(alias: string, field: string): string {
  const column = `${alias}.${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
  return INSTANT.test(field) ? `date_part('epoch', ${column}) * 1000` : column;
}

/** Rows as they came as JSON, with dates where a select names instants. The rows themselves are changed. */
export function withDates<Row>(rows: readonly object[], select: Select): Row[] {
  const instants = Object.keys(select).filter((field) => INSTANT.test(field) && select[field] === true);
  for (const row of rows as Record<string, unknown>[])
    for (const field of instants) {
      const at = row[field];
      if (at !== null) row[field] = new Date(Math.round(at as number));
    }
  return rows as Row[];
}
