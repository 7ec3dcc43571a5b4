import { formatLocaleOf, translator } from "@/lib/format/messages";
import { formatFigure } from "@/lib/format/numbers";
import { type ConventionWord, WORD_CONVENTIONS } from "@/lib/quantity/interval";
import { DataTable } from "../ui/data-table";

const WORDS = Object.keys(WORD_CONVENTIONS) as ConventionWord[];

/** How number words are read, from the conventions that the rules read. */
export function WordTable({ locale }: { locale: string }) {
  const t = translator(locale);
  const told = (n: number) => formatFigure(n, formatLocaleOf(locale));
  return (
    <DataTable caption={t("method.words.caption")} isNumeric>
      <thead>
        <tr>
          {(["word", "low", "high"] as const).map((column) => (
            <th key={column} scope="col">
              {t(`method.words.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {WORDS.map((word) => (
          <tr key={word}>
            <th scope="row">{t("figures.quoted", { raw: t(`method.words.list.${word}`) })}</th>
            <td>{told(WORD_CONVENTIONS[word].low)}</td>
            <td>{told(WORD_CONVENTIONS[word].high)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
