import type { Translate } from "../format/messages";
import { LICENCE } from "./licence";
import type { Column, Table, TableName } from "./table";

/** A table as it was written: how long it is, and its SHA-256 in hex. */
export type WrittenTable = { table: Table; rows: number; bytes: number; sha256: string };

type Package = {
  tables: readonly WrittenTable[];
  keyOf: (name: TableName) => readonly string[];
  created: string;
};

/** What is in the archive, for people and programs: a Frictionless data package with the schema of each table. */
export function dataPackage({ tables, keyOf, created }: Package, site: string, t: Translate) {
  return {
    profile: "tabular-data-package",
    name: "counterclaim",
    title: t("exports.package.title"),
    description: t("exports.package.description"),
    homepage: `${site}/data`,
    created,
    licenses: [{ name: "CC-BY-4.0", title: "Creative Commons Attribution 4.0", path: LICENCE }],
    resources: tables.map(({ table, rows, bytes, sha256 }) => ({
      profile: "tabular-data-resource",
      name: table.name,
      path: `${table.name}.csv`,
      title: t(`exports.table.${table.name}.name`),
      description: t(`exports.table.${table.name}.what`),
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true },
      bytes,
      hash: `sha256:${sha256}`,
      rows,
      schema: {
        fields: table.columns.map((column) => fieldOf(column, t)),
        ...(table.key.length > 0 && { primaryKey: table.key }),
        foreignKeys: Object.entries(table.refersTo).map(([fields, resource]) => ({
          fields,
          reference: { resource, fields: keyOf(resource)[0] },
        })),
        missingValues: [""],
      },
    })),
  };
}

function fieldOf({ name, type, codes, isRequired }: Column, t: Translate) {
  return {
    name,
    type,
    description: describeColumn(name, t),
    constraints: { required: isRequired === true, ...(codes && { enum: codes }) },
  };
}

/** What stands in a column; one of the same name says the same in every table. */
export function describeColumn(name: string, t: Translate): string {
  return t(`exports.column.${name}` as "exports.column.event");
}
