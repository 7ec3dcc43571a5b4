import { DataTable } from "@/app/_components/ui/data-table";
import { translator } from "@/lib/format/messages";
import { formatFigure } from "@/lib/format/numbers";
import type { Counts } from "@/lib/imports/types";

const NAMES = ["new", "changed", "same", "duplicate", "invalid", "leftOut"] as const;

type Props = {
  counts: Counts /** Of a dry run: what would become of them. */;
  isDry: boolean;
  locale: string;
};

/** What became of the claims that a file asks for, or would: in a sentence, and as a table. */
export function CountsTable({ counts, isDry, locale }: Props) {
  const t = translator(locale);
  return (
    <div className="grid gap-3">
      <p className="measure-text font-serif text-xl">
        {t(isDry ? "desk.imports.counts.wouldBe" : "desk.imports.counts.were", counts)}
      </p>
      <DataTable caption={t("desk.imports.counts.caption")}>
        <thead>
          <tr>
            <th scope="col">{t("desk.imports.counts.what")}</th>
            <th scope="col">{t("desk.imports.counts.number")}</th>
            <th scope="col">{t("desk.imports.counts.meaning")}</th>
          </tr>
        </thead>
        <tbody>
          {NAMES.map((name) => (
            <tr key={name}>
              <th scope="row">{t(`desk.imports.counts.${name}.label`)}</th>
              <td>{formatFigure(counts[name], locale)}</td>
              <td className="small text-muted">{t(`desk.imports.counts.${name}.meaning`)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}

/** "12 new, 3 the same, 2 invalid": those that there are. */
export function countsInShort(counts: Counts, locale: string): string {
  const t = translator(locale);
  return NAMES.filter((name) => counts[name] > 0)
    .map((name) => t(`desk.imports.counts.${name}.short`, { count: counts[name] }))
    .join(", ");
}
