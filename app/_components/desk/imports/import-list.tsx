import { DayText } from "@/app/_components/ui/date-text";
import { StackedTable } from "@/app/_components/ui/stacked-table";
import { formatFileSize } from "@/lib/format/file-size";
import { translator } from "@/lib/format/messages";
import type { ImportInList } from "@/lib/imports/view-types";
import { countsInShort } from "./counts-table";
import { ImportStateWords } from "./import-state";

/** Files that were imported, the newest first: whose, when, and what came of them. */
export function ImportList({ imports, locale }: { imports: ImportInList[]; locale: string }) {
  const t = translator(locale);
  return (
    <StackedTable
      caption={t("desk.imports.list.caption")}
      columns={(["file", "by", "when", "state", "counts"] as const).map((name) =>
        t(`desk.imports.list.${name}`),
      )}
      rows={imports.map(
        ({ publicId, fileName, format, fileSize, uploadedBy, uploadedAt, state, counts }) => ({
          key: publicId,
          cells: [
            <span key="file">
              <a className="font-semibold wrap-anywhere" href={`/${locale}/desk/imports/${publicId}`}>
                <bdi>{fileName}</bdi>
              </a>{" "}
              <span className="small text-muted">
                {t(`importFormat.${format}.label`)}, {formatFileSize(fileSize, locale)}
              </span>
            </span>,
            <bdi key="by">{uploadedBy.name}</bdi>,
            <DayText key="when" instant={uploadedAt.getTime()} locale={locale} form="short" />,
            <ImportStateWords key="state" state={state} locale={locale} />,
            countsInShort(counts, locale) || "–",
          ],
        }),
      )}
    />
  );
}
