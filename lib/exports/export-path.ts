import type { ExportFormat } from "./formats";
import type { TableName } from "./table";

/** The address of a list as a file, without `lang`: "/export/claims.csv", with the filters that say something. */
export function exportPath(
  table: TableName,
  format: ExportFormat,
  filters: Readonly<Record<string, string | null>> = {},
): string {
  const query = new URLSearchParams(
    Object.entries(filters).filter((filter): filter is [string, string] => Boolean(filter[1])),
  ).toString();
  return `/export/${table}.${format}${query ? `?${query}` : ""}`;
}
