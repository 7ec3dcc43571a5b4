import { createHash } from "node:crypto";
import type { Translate } from "../format/messages";
import { csvOf } from "./csv";
import { dataPackage, type WrittenTable } from "./datapackage";
import { LICENCE } from "./licence";
import { type Setting, TABLE_NAMES, type Table, type TableName } from "./table";
import { type ZipEntry, zipOf } from "./zip";

/**
 * The whole public data set as one archive, in chunks of bytes: each table as CSV, a data package with their schema, a
 * README with counts, the licence, and the SHA-256 of every file. Nothing of it is kept in memory or on disk.
 */
export function archiveOf(
  tableOf: (name: TableName) => Table,
  setting: Setting,
  t: Translate,
): AsyncGenerator<Uint8Array> {
  return zipOf(filesOf(tableOf, setting, t), new Date(setting.retrievedAt));
}

async function* filesOf(
  tableOf: (name: TableName) => Table,
  setting: Setting,
  t: Translate,
): AsyncGenerator<ZipEntry> {
  const tables: WrittenTable[] = [];
  const sums: string[] = [];
  for (const table of TABLE_NAMES.map(tableOf)) {
    const written: WrittenTable = { table, rows: 0, bytes: 0, sha256: "" };
    yield { path: `${table.name}.csv`, chunks: measured(written, setting) };
    tables.push(written);
    sums.push(`${written.sha256}  ${table.name}.csv`);
  }
  const keyOf = (name: TableName) => tableOf(name).key;
  const described = dataPackage({ tables, keyOf, created: setting.retrievedAt }, setting.site, t);
  const texts = {
    "datapackage.json": `${JSON.stringify(described, null, 2)}\n`,
    "README.md": readme(tables, setting, t),
    "LICENSE.txt": `${t("exports.package.licence", { address: LICENCE })}\n`,
  };
  for (const [path, content] of Object.entries(texts)) {
    yield { path, chunks: [content] };
    sums.push(`${createHash("sha256").update(content).digest("hex")}  ${path}`);
  }
  yield { path: "SHA256SUMS", chunks: [`${sums.join("\n")}\n`] };
}

/** A table as CSV, counted and digested as it goes by. */
async function* measured(written: WrittenTable, setting: Setting): AsyncGenerator<string> {
  const { table } = written;
  const digest = createHash("sha256");
  const counted = async function* () {
    for await (const rows of table.batches(table.query.parse({}), setting)) {
      written.rows += rows.length;
      yield rows;
    }
  };
  for await (const chunk of csvOf(table.columns, counted())) {
    digest.update(chunk);
    written.bytes += Buffer.byteLength(chunk);
    yield chunk;
  }
  written.sha256 = digest.digest("hex");
}

function readme(tables: readonly WrittenTable[], { site, retrievedAt }: Setting, t: Translate): string {
  const lines = tables.map(
    ({ table, rows }) => `| ${table.name}.csv | ${rows} | ${t(`exports.table.${table.name}.what`)} |`,
  );
  return [
    `# ${t("exports.package.title")}`,
    t("exports.package.description"),
    t("exports.package.read", { date: retrievedAt, site }),
    ["| File | Rows | What it holds |", "| --- | ---: | --- |", ...lines].join("\n"),
    t("exports.package.columns"),
    t("exports.package.cells"),
    t("exports.package.check"),
    t("exports.package.cite", { address: LICENCE }),
  ]
    .join("\n\n")
    .concat("\n");
}
