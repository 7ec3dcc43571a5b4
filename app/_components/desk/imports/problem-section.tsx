import { Pager } from "@/app/_components/ui/pager";
import { translator } from "@/lib/format/messages";
import type { ImportProblemView } from "@/lib/imports/view-types";
import { ProblemTable } from "./problem-table";

type Props = {
  problems: ImportProblemView[];
  count: number;
  /** The address of the import. */
  page: string;
  behind: number;
  next: number | null;
  locale: string;
};

/** What is wrong with a file, a page at a time, and all of it as a file. */
export function ProblemSection({ problems, count, page, behind, next, locale }: Props) {
  const t = translator(locale);
  return (
    <>
      <p className="measure-text">
        {t("desk.imports.problems.lead", { count })}{" "}
        <a href={`${page}/problems.csv`} download>
          {t("desk.imports.problems.download")}
        </a>
      </p>
      <ProblemTable problems={problems} locale={locale} />
      <Pager
        previous={behind === 0 ? null : page}
        next={next === null ? null : `${page}?after=${next}`}
        locale={locale}
      />
    </>
  );
}
