import { translator } from "@/lib/format/messages";
import { formatFigure } from "@/lib/format/numbers";
import type { Row } from "@/lib/imports/types";

type Props = { columns: readonly string[]; rows: readonly Row[]; locale: string };

const COLUMNS_SHOWN_MAX = 30;

/** The first rows of a file as they are read, in a frame of their own that scrolls. */
export function RowsTable({ columns, rows, locale }: Props) {
  const t = translator(locale);
  const shown = columns.slice(0, COLUMNS_SHOWN_MAX);
  const more = columns.length - shown.length;
  return (
    <>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
        tabIndex={0}
        aria-label={t("desk.imports.rows.caption")}
        className="overflow-x-auto border border-rule bg-panel"
      >
        <table className="small border-collapse tabular-nums [&_:is(td,th)]:px-3 [&_:is(td,th)]:py-1.5 [&_:is(td,th)]:text-start [&_:is(td,th)]:align-top [&_:is(td,th)]:border-b [&_:is(td,th)]:border-rule">
          <caption className="sr-only">{t("desk.imports.rows.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("desk.imports.problems.row")}</th>
              {shown.map((column) => (
                <th key={column} scope="col" className="whitespace-nowrap">
                  <bdi>{column}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ number, values }) => (
              <tr key={number}>
                <th scope="row" className="text-muted font-normal">
                  {formatFigure(number, locale)}
                </th>
                {shown.map((column) => (
                  <td key={column} className="min-w-24 max-w-72">
                    <bdi className="line-clamp-3">{told(values.get(column))}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {more > 0 ? (
        <p className="small text-muted mt-1">{t("desk.imports.rows.more", { count: more })}</p>
      ) : null}
    </>
  );
}

function told(value: unknown): string {
  return value === null || value === undefined ? "" : String(value).slice(0, 300);
}
