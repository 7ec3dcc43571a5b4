import { jsonArrayOf, jsonDocument } from "./json";
import { LICENCE } from "./licence";
import type { Setting, Table, TableName } from "./table";

const PARTS = ["measures", "claims", "attributions", "assessments", "corrections"] as const;

/** One event whole, as JSON: what is on file of it, and each list of what belongs to it. */
export function writeEvent(
  slug: string,
  tableOf: (name: TableName) => Table,
  setting: Setting,
): AsyncGenerator<string> {
  const head = { license: LICENCE, retrievedAt: setting.retrievedAt, query: { event: slug } };
  return jsonDocument(head, partsOf(slug, tableOf, setting));
}

async function* partsOf(
  slug: string,
  tableOf: (name: TableName) => Table,
  setting: Setting,
): AsyncGenerator<string> {
  yield '{"event":';
  for await (const [row] of tableOf("events").batches({ slug }, setting)) {
    const cells = tableOf("events").columns.map(({ name }, i) => [name, row?.[i] ?? null] as const);
    yield JSON.stringify(Object.fromEntries(cells));
  }
  for (const part of PARTS) {
    const { columns, query, batches } = tableOf(part);
    yield `,\n"${part}":`;
    yield* jsonArrayOf(columns, batches(query.parse({ event: slug }), setting));
  }
  yield "}";
}
