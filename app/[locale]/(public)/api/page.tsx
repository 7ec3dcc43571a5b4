import type { Metadata } from "next";
import { DataTable } from "@/app/_components/ui/data-table";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { FAILURES } from "@/lib/api/openapi/answers";
import { operationsOf, siteDocument, tagSlug } from "@/lib/api/openapi/site-document";
import { isLocale, translator } from "@/lib/format/messages";
import { CodeBlock } from "./code-block";

type Props = PageProps<"/[locale]/api">;

/** What is told of the API as a whole, in this order: each with its paragraphs. */
const SECTIONS = {
  lists: ["page", "sort", "fields"],
  data: ["figures", "dates", "codes", "moved"],
  auth: ["body"],
  write: ["key", "match"],
  caching: ["body"],
  limits: ["body"],
  errors: ["body"],
  versions: ["body"],
  licence: ["body"],
} as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  const t = translator(locale);
  return {
    title: t("apiDocs.title"),
    description: t("apiDocs.description"),
    alternates: { canonical: `/${locale}/api` },
  };
}

/** What the API is, how to ask it, and which endpoints it has. */
export default async function ApiPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const document = siteDocument();
  const base = document.servers[0]?.url ?? "";
  const t = translator(locale);
  return (
    <>
      <PageTitle title={t("apiDocs.title")} />
      <p className="measure-text font-serif text-xl leading-normal">{t("apiDocs.lead")}</p>
      <p className="mt-4">
        <a href="/api/v1/openapi.json">{t("apiDocs.document")}</a>
      </p>
      <section className="mt-12 max-w-3xl">
        <h2 className="text-2xl">{t("apiDocs.start.title")}</h2>
        <p className="mt-2 measure-text wrap-anywhere">{t("apiDocs.start.body", { base })}</p>
        <CodeBlock label={t("apiDocs.start.title")}>{`curl "${base}/events?limit=2"`}</CodeBlock>
        <p className="mt-2 measure-text">{t("apiDocs.start.answer")}</p>
      </section>
      <section className="mt-12">
        <h2 className="text-2xl border-b border-ink pb-2">{t("apiDocs.topics.title")}</h2>
        <ul>
          {document.tags.map(({ name, description }) => (
            <li
              key={name}
              className="border-b border-rule py-3 grid gap-x-8 gap-y-1 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
            >
              <div>
                <p className="font-semibold">
                  <a href={`/${locale}/api/${tagSlug(name)}`}>{name}</a>
                </p>
                <p className="small text-muted">{description}</p>
              </div>
              <ul className="small wrap-anywhere" dir="ltr">
                {operationsOf(document, name).map(({ method, path, operation }) => (
                  <li key={operation.operationId}>
                    <code>
                      {method} {path}
                    </code>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </section>
      {Object.entries(SECTIONS).map(([name, parts]) => (
        <section key={name} className="mt-12">
          <h2 className="text-2xl">{t(`apiDocs.${name as keyof typeof SECTIONS}.title`)}</h2>
          {parts.map((part) => (
            <p key={part} className="mt-2 measure-text">
              {t(`apiDocs.${name}.${part}` as never)}
            </p>
          ))}
          {name === "auth" ? (
            <CodeBlock label={t("apiDocs.auth.title")}>
              {`curl -H "Authorization: Bearer TOKEN" "${base}/me"`}
            </CodeBlock>
          ) : null}
          {name === "errors" ? <StatusTable locale={locale} /> : null}
        </section>
      ))}
    </>
  );
}

function StatusTable({ locale }: { locale: string }) {
  const t = translator(locale);
  return (
    <div className="mt-4">
      <DataTable caption={t("apiDocs.errors.caption")}>
        <thead>
          <tr>
            <th scope="col">{t("apiDocs.errors.status")}</th>
            <th scope="col">{t("apiDocs.errors.meaning")}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(FAILURES).map(([status, meaning]) => (
            <tr key={status}>
              <th scope="row">{status}</th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}
