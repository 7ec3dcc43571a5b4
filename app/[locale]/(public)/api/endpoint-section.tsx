import { FAILURES } from "@/lib/api/openapi/answers";
import type { OpenApiDocument } from "@/lib/api/openapi/document";
import { exampleOf } from "@/lib/api/openapi/examples";
import type { Described } from "@/lib/api/openapi/site-document";
import type { TryValues } from "@/lib/api/openapi/try-values";
import { translator } from "@/lib/format/messages";
import { CodeBlock } from "./code-block";
import { FieldTable, ParameterTable } from "./field-tables";
import { TryForm } from "./try-form";

type Props = { described: Described; document: OpenApiDocument; values: TryValues; locale: string };

/** One endpoint: what it does, what it takes, what it answers, an example, and for a read a form to try it with. */
export function EndpointSection({ described, document, values, locale }: Props) {
  const t = translator(locale);
  const { method, path, operation } = described;
  const { operationId: id, summary, parameters } = operation;
  const scope = operation.security.flatMap((one) => one.token ?? [])[0];
  const example = exampleOf({ id });
  const base = document.servers[0]?.url ?? "";
  const body = schemaNamed(operation.requestBody, document);
  return (
    <section className="mt-14 border-t border-ink pt-4" aria-labelledby={id}>
      <h2 id={id} className="text-2xl">
        {summary}
      </h2>
      <p className="mt-1 wrap-anywhere" dir="ltr">
        <code>
          {method} {path}
        </code>
      </p>
      <p className="small text-muted mt-1">
        {scope === undefined ? t("apiDocs.endpoints.open") : t("apiDocs.endpoints.scope", { scope })}
      </p>
      <ParameterTable parameters={parameters} name={`${method} ${path}`} locale={locale} />
      {body ? <FieldTable title={t("apiDocs.endpoints.body")} schema={body} locale={locale} /> : null}
      {method === "GET" && scope === undefined ? (
        <TryForm described={described} values={values} locale={locale} />
      ) : null}
      {example ? (
        <>
          <h3 className="text-lg mt-6">{t("apiDocs.endpoints.request")}</h3>
          <CodeBlock label={`${t("apiDocs.endpoints.request")}: ${summary}`}>
            {`curl "${base}${example.request}"`}
          </CodeBlock>
          <h3 className="text-lg mt-6">{t("apiDocs.endpoints.response")}</h3>
          <p className="small text-muted">{t("apiDocs.endpoints.shortened")}</p>
          <CodeBlock label={`${t("apiDocs.endpoints.response")}: ${summary}`}>
            {JSON.stringify(example.answer, null, 2)}
          </CodeBlock>
        </>
      ) : null}
      <h3 className="text-lg mt-6">{t("apiDocs.endpoints.statuses")}</h3>
      <ul className="mt-1">
        {Object.entries(operation.responses).map(([status, answer]) => (
          <li key={status}>
            <code>{status}</code> {String(answer.description ?? FAILURES[Number(status)] ?? "")}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The component that a body is, or null. */
function schemaNamed(body: Record<string, unknown> | undefined, document: OpenApiDocument) {
  const text = JSON.stringify(body ?? {});
  const name = /#\/components\/schemas\/(\w+)/.exec(text)?.[1];
  return (name && document.components.schemas[name]) || null;
}
