import type { CompareChoice } from "@/lib/compare/schema";
import { translator } from "@/lib/format/messages";
import { ChoiceFields } from "./choice-fields";

type Props = { choice: CompareChoice; isFirst: boolean; path: string; locale: string };

/** Finds more to compare by typing: a plain GET, whose answer is a page of matches to tick. */
export function AddForm({ choice, isFirst, path, locale }: Props) {
  const t = translator(locale);
  return (
    <section className="no-print mt-8" aria-labelledby="add">
      <h2 id="add" className="text-xl">
        {t(isFirst ? "compare.add.titleFirst" : "compare.add.title")}
      </h2>
      <form action={path} className="mt-2 flex flex-wrap items-end gap-x-4 gap-y-3">
        <ChoiceFields choice={choice} />
        <div className="grid gap-1 grow max-w-xl">
          <label htmlFor="compare-q" className="small text-muted">
            {t("compare.add.label")}
          </label>
          <input
            id="compare-q"
            name="q"
            type="search"
            defaultValue={choice.q ?? ""}
            maxLength={200}
            required
            className="w-full"
          />
        </div>
        <button type="submit">{t("compare.add.find")}</button>
      </form>
    </section>
  );
}
