// biome-ignore-all lint/a11y/noRedundantRoles: a table that is laid out as blocks loses its roles
import type { ReactNode } from "react";

export type StackedRow = { key: string | number; cells: ReactNode[] };

/** `heading` is the column whose cell names its row; the caption is for those who listen. */
type Props = { caption: string; columns: string[]; rows: StackedRow[]; heading?: number };

/** A table where there is room; where there is not, each row is a card whose cells carry the column's name. */
export function StackedTable({ caption, columns, rows, heading = 0 }: Props) {
  return (
    <div className="figure-table">
      <table role="table">
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column} scope="col" role="columnheader">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ key, cells }) => (
            <tr key={key} role="row">
              {columns.map((column, i) =>
                i === heading ? (
                  <th key={column} role="rowheader" scope="row">
                    <CellContent column={column}>{cells[i]}</CellContent>
                  </th>
                ) : (
                  <td key={column} role="cell">
                    <CellContent column={column}>{cells[i]}</CellContent>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CellContent({ column, children }: { column: string; children: ReactNode }) {
  return (
    <>
      <span className="cell-name" aria-hidden="true">
        {column}
      </span>
      <div>{children}</div>
    </>
  );
}
