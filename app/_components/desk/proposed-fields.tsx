import { translator } from "@/lib/format/messages";
import type { Json } from "@/lib/history/digest";
import type { ProposalView } from "@/lib/proposals/desk-proposals";
import { fieldWords, valueWords } from "../history/revision-words";
import { StackedTable } from "../ui/stacked-table";

/** Field by field: as its author read it, as proposed, and as it is now. Of a report only what is proposed. */
export function ProposedFields({ proposal, locale }: { proposal: ProposalView; locale: string }) {
  const t = translator(locale);
  const { kind, names } = proposal;
  const shown = (field: string, value: Json) => {
    const words =
      field.endsWith("Id") && typeof value === "string"
        ? (names[value] ?? value)
        : valueWords(field, value, locale);
    if (words === "") return <span className="text-muted">{t("desk.proposal.blank")}</span>;
    return <bdi className="whitespace-pre-line wrap-anywhere">{words}</bdi>;
  };
  const columns = (["field", "before", "proposed", "current"] as const).filter(
    (column) => kind === "correction" || column === "field" || column === "proposed",
  );
  const fields = proposal.fields.filter(({ proposed }) => kind === "correction" || proposed !== null);
  return (
    <StackedTable
      caption={t("desk.proposal.caption")}
      columns={columns.map((column) => t(`desk.proposal.${column}`))}
      rows={fields.map((change) => ({
        key: change.field,
        cells: columns.map((column) =>
          column === "field" ? (
            fieldWords(change.field, t)
          ) : (
            <span key={column} className={column === "proposed" ? "font-semibold" : undefined}>
              {shown(change.field, change[column])}
            </span>
          ),
        ),
      }))}
    />
  );
}
