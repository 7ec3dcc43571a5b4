import type { Metadata } from "next";
import { ColumnList } from "@/app/_components/exports/column-list";
import { DownloadLinks } from "@/app/_components/exports/download-links";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { tableOf } from "@/lib/exports/all-tables";
import { exportPath } from "@/lib/exports/export-path";
import { LICENCE } from "@/lib/exports/licence";
import { TABLE_NAMES } from "@/lib/exports/table";
import { isLocale, translator } from "@/lib/format/messages";

type Props = PageProps<"/[locale]/data">;

const FORMATS = ["csv", "xlsx", "json", "ndjson"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  const t = translator(locale);
  return {
    title: t("dataPage.title"),
    description: t("dataPage.description"),
    alternates: { canonical: `/${locale}/data` },
  };
}

/** What can be downloaded, in which formats, under which licence, and what its columns mean. */
export default async function DataPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const t = translator(locale);
  return (
    <>
      <PageTitle title={t("dataPage.title")} />
      <p className="measure-text font-serif text-xl leading-normal">{t("dataPage.lead")}</p>
      <section className="mt-12">
        <h2 className="text-2xl">{t("dataPage.all.title")}</h2>
        <p className="mt-2 measure-text">{t("dataPage.all.body")}</p>
        <p className="mt-2">
          <a className="inline-block py-1" href="/export/counterclaim.zip" type="application/zip">
            {t("dataPage.all.link")}
          </a>
        </p>
      </section>
      <section className="mt-12 max-w-3xl">
        <h2 className="text-2xl border-b border-ink pb-2">{t("dataPage.lists.title")}</h2>
        <p className="mt-2 mb-2 measure-text">
          {t("dataPage.lists.body")} <a href={`/${locale}/claims`}>{t("dataPage.lists.claims")}</a>
        </p>
        <ul>
          {TABLE_NAMES.map((table) => (
            <li
              key={table}
              className="border-b border-rule py-3 grid items-baseline gap-x-8 sm:grid-cols-[minmax(0,1fr)_15rem]"
            >
              <div>
                <p className="font-semibold">{t(`exports.table.${table}.name`)}</p>
                <p className="small text-muted">{t(`exports.table.${table}.what`)}</p>
              </div>
              <p>
                <DownloadLinks
                  hrefOf={(format) => exportPath(table, format)}
                  name={t(`exports.table.${table}.name`)}
                  locale={locale}
                />
              </p>
            </li>
          ))}
        </ul>
      </section>
      <section className="mt-12">
        <h2 className="text-2xl">{t("dataPage.events.title")}</h2>
        <p className="mt-2 measure-text">{t("dataPage.events.body")}</p>
      </section>
      <section className="mt-12">
        <h2 className="text-2xl">{t("dataPage.formats.title")}</h2>
        {FORMATS.map((format) => (
          <p key={format} className="mt-2 measure-text">
            {t(`dataPage.formats.${format}`)}
          </p>
        ))}
      </section>
      <section className="mt-12">
        <h2 className="text-2xl">{t("dataPage.licence.title")}</h2>
        <p className="mt-2 measure-text">
          {t.rich("dataPage.licence.body", {
            licence: (words) => (
              <a href={LICENCE} rel="license">
                {words}
              </a>
            ),
          })}
        </p>
      </section>
      <section className="mt-12 max-w-3xl" id="columns">
        <h2 className="text-2xl border-b border-ink pb-2">{t("dataPage.columns.title")}</h2>
        {TABLE_NAMES.map((table) => (
          <ColumnList key={table} table={tableOf(table)} locale={locale} />
        ))}
      </section>
    </>
  );
}
