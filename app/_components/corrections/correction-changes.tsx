import type { FieldChange } from "@/lib/claims/list-changes";
import { translator } from "@/lib/format/messages";
import { fieldWords, valueWords } from "../history/revision-words";
import { StackedTable } from "../ui/stacked-table";

/** Field by field what a correction changed, the old value before the new one. */
export function CorrectionChanges({ changes, locale }: { changes: FieldChange[]; locale: string }) {
  const t = translator(locale);
  if (changes.length === 0) return null;
  const shown = (change: FieldChange, value: FieldChange["before"]) => {
    if (change.isRedacted) return <span className="text-muted">{t("corrections.gone")}</span>;
    const words = valueWords(change.field, value, locale);
    if (words === "") return <span className="text-muted">{t("corrections.blank")}</span>;
    return <bdi className="whitespace-pre-line wrap-anywhere">{words}</bdi>;
  };
  return (
    <StackedTable
      caption={t("corrections.changesCaption")}
      columns={(["field", "before", "after"] as const).map((column) => t(`corrections.${column}`))}
      rows={changes.map((change) => ({
        key: change.field,
        cells: [
          fieldWords(change.field, t),
          <span key="before">{shown(change, change.before)}</span>,
          <span key="after">{shown(change, change.after)}</span>,
        ],
      }))}
    />
  );
}
