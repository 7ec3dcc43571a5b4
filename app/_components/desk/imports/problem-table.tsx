import { StackedTable } from "@/app/_components/ui/stacked-table";
import { translator } from "@/lib/format/messages";
import { formatFigure } from "@/lib/format/numbers";
import type { ImportProblemView } from "@/lib/imports/view-types";
import { problemWords } from "./problem-words";

const VALUE_SHOWN_MAX = 120;

/** What is wrong with a file: where, with which value, and what to do about it. */
export function ProblemTable({ problems, locale }: { problems: ImportProblemView[]; locale: string }) {
  const t = translator(locale);
  const words = problemWords(locale);
  return (
    <StackedTable
      caption={t("desk.imports.problems.caption")}
      columns={(["row", "column", "value", "wrong", "todo"] as const).map((name) =>
        t(`desk.imports.problems.${name}`),
      )}
      rows={problems.map((problem) => {
        const { message, suggestion } = words(problem);
        return {
          key: problem.position,
          cells: [
            problem.row === 0 ? t("desk.imports.problems.wholeFile") : formatFigure(problem.row, locale),
            problem.column === null ? "–" : <bdi key="column">{problem.column}</bdi>,
            problem.value === null ? "–" : <bdi key="value">{shortened(problem.value)}</bdi>,
            <span key="message">
              <span className={problem.isError ? "font-semibold" : "text-muted"}>
                {t(problem.isError ? "desk.imports.problems.error" : "desk.imports.problems.note")}
              </span>{" "}
              {message}
            </span>,
            suggestion,
          ],
        };
      })}
    />
  );
}

function shortened(value: string): string {
  return value.length > VALUE_SHOWN_MAX ? `${value.slice(0, VALUE_SHOWN_MAX)}…` : value;
}
