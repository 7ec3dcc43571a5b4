import type { Metadata } from "next";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { DataTable } from "@/app/_components/ui/data-table";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { StackedTable } from "@/app/_components/ui/stacked-table";
import { pageActor } from "@/app/_desk/actor";
import { isLocale, translator } from "@/lib/format/messages";
import { formatFigure } from "@/lib/format/numbers";
import { IMPORT_BYTES_MAX } from "@/lib/imports/reading/limits";
import { READY_MAPPINGS } from "@/lib/imports/ready-mappings";
import { BASES, IMPORT_FORMATS, MEDIA, QUALIFIERS, STANDINGS } from "@/lib/vocabulary";

type Props = PageProps<"/[locale]/desk/imports/format">;

const COLUMNS = [
  "event",
  "claimant",
  "measure",
  "figure",
  "qualifier",
  "low",
  "high",
  "stated",
  "as_of",
  "zone",
  "basis",
  "standing",
  "publication",
  "medium",
  "report_url",
  "report_title",
  "report_published",
  "language",
  "translation",
  "translated_by",
  "passage",
] as const;
const REQUIRED: readonly string[] = ["event", "claimant", "measure", "stated", "publication"];
const DATES = ["day", "month", "minute", "range", "other", "serial"] as const;
/** No person writes these: what has no bare number, or speaks of another claim. */
const WRITTEN = QUALIFIERS.filter((code) => !["words", "between", "relative"].includes(code));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale)
    ? { title: translator(locale)("desk.imports.format.title") }
    : missingMetadata(locale);
}

/** What a file must look like to be imported, with a template. */
export default async function ImportFormatPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  await pageActor(locale);
  const t = translator(locale);
  const codes: Partial<Record<(typeof COLUMNS)[number], readonly string[]>> = {
    qualifier: WRITTEN,
    basis: BASES,
    standing: STANDINGS.filter((code) => code !== "disowned"),
    medium: MEDIA,
  };
  return (
    <>
      <Breadcrumb
        crumbs={[{ label: t("desk.imports.title"), href: `/${locale}/desk/imports` }]}
        locale={locale}
      />
      <PageTitle title={t("desk.imports.format.title")}>
        <p className="measure-text">{t("desk.imports.format.lead")}</p>
        <p className="mt-2">
          <a className="font-semibold" href="/import-template.csv" download>
            {t("desk.imports.format.download")}
          </a>
        </p>
      </PageTitle>
      <Section title={t("desk.imports.format.files")}>
        <DataTable caption={t("desk.imports.format.files")}>
          <thead>
            <tr>
              <th scope="col">{t("desk.imports.format.format")}</th>
              <th scope="col">{t("desk.imports.format.size")}</th>
              <th scope="col">{t("desk.imports.format.rows")}</th>
            </tr>
          </thead>
          <tbody>
            {IMPORT_FORMATS.map((format) => (
              <tr key={format}>
                <th scope="row">{t(`importFormat.${format}.label`)}</th>
                <td className="whitespace-nowrap">
                  {t("desk.imports.format.megabytes", { size: IMPORT_BYTES_MAX[format] / 1_000_000 })}
                </td>
                <td>{t(`desk.imports.format.rowsOf.${format}`)}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
        <p className="measure-text">{t("desk.imports.format.found")}</p>
      </Section>
      <Section title={t("desk.imports.format.columns")}>
        <p className="measure-text">{t("desk.imports.format.columnsLead")}</p>
        <StackedTable
          caption={t("desk.imports.format.columns")}
          columns={[t("desk.imports.format.column"), t("desk.imports.format.meaning")]}
          rows={COLUMNS.map((name) => ({
            key: name,
            cells: [
              <span key="name">
                <code dir="ltr">{name}</code>
                {REQUIRED.includes(name) ? (
                  <span className="small text-muted"> {t("desk.form.required")}</span>
                ) : null}
              </span>,
              <span key="meaning">
                {t(`desk.imports.format.is.${name}`)}
                {codes[name] ? (
                  <span className="block small text-muted">
                    {t("desk.imports.format.oneOf")} <code dir="ltr">{codes[name].join(", ")}</code>
                  </span>
                ) : null}
              </span>,
            ],
          }))}
        />
      </Section>
      <Section title={t("desk.imports.format.figures")}>
        <p className="measure-text">{t("desk.imports.format.figuresLead")}</p>
        <p className="measure-text">{t("desk.imports.format.blank")}</p>
      </Section>
      <Section title={t("desk.imports.format.dates")}>
        <p className="measure-text">{t("desk.imports.format.datesLead")}</p>
        <ul className="list-disc ps-5 measure-text">
          {DATES.map((name) => (
            <li key={name}>{t(`desk.imports.format.date.${name}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t("desk.imports.format.never")}>
        <p className="measure-text">{t("desk.imports.format.neverLead")}</p>
      </Section>
      <Section title={t("desk.imports.format.ready")}>
        <p className="measure-text">
          {t("desk.imports.format.readyLead", { count: formatFigure(READY_MAPPINGS.length, locale) })}
        </p>
        <ul className="border-t border-rule">
          {READY_MAPPINGS.map(({ id, mapping }) => (
            <li key={id} className="border-b border-rule py-3 measure-text">
              <span className="font-semibold">{mapping.name}</span>{" "}
              <code className="small text-muted" dir="ltr">
                {id}
              </code>
              {mapping.about ? <p className="small text-muted">{mapping.about}</p> : null}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="mt-10 grid gap-3 min-w-0">
      <h2 className="text-2xl">{title}</h2>
      {children}
    </section>
  );
}
