import type { Metadata } from "next";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { type Described, operationsOf, siteDocument, tagSlug } from "@/lib/api/openapi/site-document";
import { findTryValues } from "@/lib/api/openapi/try-values";
import { isLocale, translator } from "@/lib/format/messages";
import { EndpointSection } from "../endpoint-section";
import { FieldTable } from "../field-tables";

type Props = PageProps<"/[locale]/api/[tag]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, tag: slug } = await params;
  const tag = findTag(slug);
  if (!isLocale(locale) || !tag) return missingMetadata(locale);
  return {
    title: `${tag.name} · ${translator(locale)("apiDocs.title")}`,
    description: tag.description,
    alternates: { canonical: `/${locale}/api/${slug}` },
  };
}

/** The endpoints of one kind of record. */
export default async function ApiTagPage({ params }: Props) {
  const { locale, tag: slug } = await params;
  const tag = findTag(slug);
  if (!isLocale(locale) || !tag) return <Missing locale={locale} />;
  const document = siteDocument();
  const operations = operationsOf(document, tag.name);
  const values = await findTryValues();
  const t = translator(locale);
  return (
    <>
      <Breadcrumb crumbs={[{ label: t("apiDocs.title"), href: `/${locale}/api` }]} locale={locale} />
      <PageTitle title={tag.name} kicker={t("apiDocs.kicker")} />
      <p className="measure-text font-serif text-xl leading-normal">{tag.description}</p>
      <nav aria-label={t("apiDocs.endpoints.label")} className="mt-6 no-print">
        <ul>
          {operations.map(({ method, path, operation }) => (
            <li key={operation.operationId} className="py-1">
              <a href={`#${operation.operationId}`}>{operation.summary}</a>{" "}
              <code className="small text-muted wrap-anywhere" dir="ltr">
                {method} {path}
              </code>
            </li>
          ))}
        </ul>
      </nav>
      {operations.map((described) => (
        <EndpointSection key={described.operation.operationId} {...{ described, document, values, locale }} />
      ))}
      {shapesOf(operations).map((name) => {
        const schema = document.components.schemas[name];
        return schema ? (
          <section key={name} className="mt-14 border-t border-ink pt-4">
            <h2 className="text-2xl">{t("apiDocs.endpoints.shape")}</h2>
            <FieldTable title={name.replace(/Answer\d*$/, "")} schema={schema} locale={locale} />
          </section>
        ) : null;
      })}
      <script type="module" src="/api-try.js" />
    </>
  );
}

function findTag(slug: string) {
  return siteDocument().tags.find(({ name }) => tagSlug(name) === slug);
}

/** The components that the answers of these operations are made of, each once. */
function shapesOf(operations: readonly Described[]): string[] {
  const names = operations.flatMap(({ operation }) => {
    const found = /#\/components\/schemas\/(\w+)/.exec(
      JSON.stringify(operation.responses["200"] ?? operation.responses["201"] ?? {}),
    );
    return found?.[1] ?? [];
  });
  return [...new Set(names)];
}
