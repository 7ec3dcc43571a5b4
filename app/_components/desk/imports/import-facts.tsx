import { DayText, tellDay } from "@/app/_components/ui/date-text";
import { Fact, FactList } from "@/app/_components/ui/fact-list";
import { formatFileSize } from "@/lib/format/file-size";
import { translator } from "@/lib/format/messages";
import type { ImportView } from "@/lib/imports/view-types";
import { ImportStateWords } from "./import-state";

/** Where an import stands, whose file it is, and whether the same one was imported before. */
export function ImportFacts({ view, locale }: { view: ImportView; locale: string }) {
  const t = translator(locale);
  const { importedBefore: before } = view;
  return (
    <div className="max-w-3xl">
      <FactList>
        <Fact label={t("desk.imports.list.state")}>
          <ImportStateWords state={view.state} locale={locale} />
        </Fact>
        <Fact label={t("desk.imports.list.file")}>
          {t(`importFormat.${view.format}.label`)}, {formatFileSize(view.fileSize, locale)}
        </Fact>
        <Fact label={t("desk.imports.list.by")}>
          <bdi>{view.uploadedBy.name}</bdi>, <DayText instant={view.uploadedAt.getTime()} locale={locale} />
        </Fact>
        {view.mapping ? (
          <Fact label={t("desk.imports.mappingOf")}>
            <bdi>{view.mapping.name}</bdi>
          </Fact>
        ) : null}
        <Fact label="SHA-256">
          <code className="small wrap-anywhere" dir="ltr">
            {view.sha256}
          </code>
        </Fact>
        {before ? (
          <Fact label={t("desk.imports.before")}>
            <a href={`/${locale}/desk/imports/${before.publicId}`}>
              {t("desk.imports.beforeOn", { date: tellDay(before.finishedAt.getTime(), locale) })}
            </a>
          </Fact>
        ) : null}
      </FactList>
    </div>
  );
}
