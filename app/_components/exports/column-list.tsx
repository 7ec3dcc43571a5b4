import { describeColumn } from "@/lib/exports/datapackage";
import type { Table } from "@/lib/exports/table";
import { translator } from "@/lib/format/messages";

/** What stands in each column of a list, closed until it is asked for. */
export function ColumnList({ table, locale }: { table: Pick<Table, "name" | "columns">; locale: string }) {
  const t = translator(locale);
  return (
    <details className="border-b border-rule py-2">
      <summary className="py-1 font-semibold">
        {t("dataPage.columns.caption", { table: t(`exports.table.${table.name}.name`) })}
      </summary>
      <dl className="mt-2 small">
        {table.columns.map(({ name, type, isRequired }) => (
          <div
            key={name}
            className="border-t border-rule py-2 grid items-baseline gap-x-6 sm:grid-cols-[14rem_minmax(0,1fr)]"
          >
            <dt className="font-mono">{name}</dt>
            <dd>
              {describeColumn(name, t)}{" "}
              <span className="text-muted">
                {t("dataPage.columns.kind", {
                  type: t(`dataPage.columns.types.${type}`),
                  isRequired: String(isRequired === true),
                })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
