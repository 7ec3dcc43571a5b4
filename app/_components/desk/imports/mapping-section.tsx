import { translator } from "@/lib/format/messages";
import type { FormState } from "@/lib/forms/form-state";
import type { ImportMapping } from "@/lib/imports/schema";
import type { MappedRow } from "@/lib/imports/types";
import type { ImportView, SavedMapping } from "@/lib/imports/view-types";
import type { FieldTexts } from "../field-texts";
import { ZoneList } from "../zone-field";
import { ChooseMappingForm } from "./choose-mapping-form";
import { ClaimsPreview } from "./claims-preview";
import type { ImportWords } from "./import-words";
import { MappingForm } from "./mapping-form";
import { formOfMapping } from "./mapping-values";
import { SaveMappingForm } from "./save-mapping-form";
import { TextMappingForm } from "./text-mapping-form";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

type Props = {
  view: ImportView;
  columns: readonly string[];
  /** The first rows by the mapping that was chosen. */
  mapped: readonly (MappedRow & { number: number })[];
  saved: readonly SavedMapping[];
  ready: readonly { id: string; mapping: ImportMapping }[];
  actions: { take: Action; build: Action; write: Action; save: Action };
  words: ImportWords;
  texts: FieldTexts;
  locale: string;
};

/** What the columns of a file are: a mapping that is there, the form for a simple one, or its text; and what comes of it. */
export function MappingSection({ view, columns, mapped, saved, ready, actions, ...rest }: Props) {
  const { words, texts, locale } = rest;
  const t = translator(locale);
  const { mapping, isSubmitting, version, format, fileName } = view;
  const asForm = mapping && formOfMapping(mapping);
  const name = fileName.replace(/\.[^.]+$/, "");
  const options = [
    ...saved
      .filter((one) => one.mapping.format === format)
      .map(({ id, name: label }) => ({ value: `saved:${id}`, label })),
    ...ready
      .filter((one) => one.mapping.format === format)
      .map(({ id, mapping: { name: label } }) => ({ value: `ready:${id}`, label })),
  ];
  const chosen = options.find(({ label }) => label === mapping?.name)?.value ?? null;
  const common = { isSubmitting, version, words, texts };
  return (
    <>
      {mapping ? (
        <>
          <p className="measure-text">
            {t("desk.imports.mappedBy", { name: mapping.name })}{" "}
            {t(isSubmitting ? "desk.imports.runSubmits" : "desk.imports.runDrafts")}
          </p>
          {mapping.about ? <p className="small text-muted measure-text">{mapping.about}</p> : null}
          <h3 className="text-xl">{t("desk.imports.preview.title")}</h3>
          <ClaimsPreview mapping={mapping} mapped={mapped} locale={locale} />
        </>
      ) : (
        <p className="measure-text">{t("desk.imports.mappingLead")}</p>
      )}
      <div className="border-t border-rule">
        <ChooseMappingForm
          key={`take-${version}`}
          title={t("desk.imports.way.choose")}
          isOpen={mapping === null}
          action={actions.take}
          options={options}
          chosen={chosen}
          {...common}
        />
        <MappingForm
          key={`build-${version}`}
          title={t(mapping ? "desk.imports.way.change" : "desk.imports.way.build")}
          lead={mapping && !asForm ? t("desk.imports.way.saysMore") : null}
          action={actions.build}
          columns={columns}
          initial={asForm ?? { name, zone: "UTC", dateFormat: "YYYY-MM-DD" }}
          locale={locale}
          {...common}
        />
        <ZoneList />
        <TextMappingForm
          key={`write-${version}`}
          title={t("desk.imports.way.write")}
          action={actions.write}
          json={JSON.stringify(mapping ?? emptyMapping(view, name), null, 2)}
          {...common}
        />
        {mapping ? (
          <SaveMappingForm
            key={`save-${version}`}
            title={t("desk.imports.way.save")}
            action={actions.save}
            name={mapping.name}
            words={words}
            texts={texts}
          />
        ) : null}
      </div>
    </>
  );
}

/** What somebody begins with who writes the text. */
function emptyMapping({ format }: ImportView, name: string): object {
  return {
    mapping: 1,
    name,
    dataset: "my-data-set",
    format,
    zone: "UTC",
    event: { fixed: "event-slug" },
    report: { publication: { fixed: "publication-slug" }, url: { fixed: "https://example.org/" } },
    claims: [
      {
        claimant: { fixed: "claimant-slug" },
        measure: { fixed: "killed" },
        quantity: { figure: { column: "figure" } },
        stated: { from: { column: "date" }, format: "YYYY-MM-DD" },
      },
    ],
  };
}
