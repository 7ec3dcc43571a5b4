import { translator } from "@/lib/format/messages";
import { QUALIFIER_TABLE } from "@/lib/quantity/interval";
import { QUALIFIERS, type Qualifier } from "@/lib/vocabulary";
import { QualifierGlyph } from "../figures/qualifier-glyph";
import { StackedTable } from "../ui/stacked-table";

const COLUMNS = ["qualifier", "mark", "examples", "low", "high", "range"] as const;

/** What the words of a figure set, from the table that the rules read. */
export function QualifierTable({ locale }: { locale: string }) {
  const t = translator(locale);
  return (
    <StackedTable
      caption={t("method.qualifiers.caption")}
      columns={COLUMNS.map((column) => t(`method.qualifiers.${column}`))}
      rows={QUALIFIERS.map((qualifier) => {
        const { wording, low, high, entersRange } = QUALIFIER_TABLE[qualifier];
        return {
          key: qualifier,
          cells: [
            <span key="qualifier" className="font-semibold">
              {t(`qualifier.${qualifier}.label`)}
            </span>,
            <Mark key="mark" qualifier={qualifier} locale={locale} />,
            <span key="examples" lang="en">
              {wording.map((words) => t("figures.quoted", { raw: words })).join(", ")}
            </span>,
            t(`method.qualifiers.bound.${low}`),
            t(`method.qualifiers.bound.${high}`),
            t(entersRange ? "method.qualifiers.enters" : "method.qualifiers.staysOut"),
          ],
        };
      })}
    />
  );
}

function Mark({ qualifier, locale }: { qualifier: Qualifier; locale: string }) {
  return (
    <>
      <QualifierGlyph qualifier={qualifier} hatch={`method-${qualifier}`} />
      <small>{translator(locale)(`qualifier.${qualifier}.mark`)}</small>
    </>
  );
}
