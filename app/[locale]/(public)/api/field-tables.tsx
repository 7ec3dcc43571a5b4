import type { Parameter } from "@/lib/api/openapi/parameters";
import { translator } from "@/lib/format/messages";
import { wordsOfSchema } from "./words-of-schema";

type Schema = Record<string, unknown>;

/** What a request is made of. */
export function ParameterTable({
  parameters,
  name,
  locale,
}: {
  parameters: readonly Parameter[];
  name: string;
  locale: string;
}) {
  const t = translator(locale);
  return (
    <Rows
      caption={t("apiDocs.endpoints.caption", { name })}
      head={t("apiDocs.endpoints.name")}
      about={t("apiDocs.endpoints.about")}
      rows={parameters.map((parameter) => ({
        name: parameter.name,
        place: [
          t(`apiDocs.endpoints.${parameter.in}`),
          ...(parameter.required ? [t("apiDocs.endpoints.required")] : []),
        ].join(", "),
        what: [
          parameter.description ?? "",
          parameter.in === "header" ? "" : sentence(wordsOfSchema(parameter.schema, t)),
        ]
          .filter((part) => part !== "")
          .join(" "),
      }))}
    />
  );
}

/** The fields of a shape, with what each may be. */
export function FieldTable({ title, schema, locale }: { title: string; schema: Schema; locale: string }) {
  const t = translator(locale);
  const required = new Set((schema.required ?? []) as string[]);
  const fields = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  const description = typeof schema.description === "string" ? schema.description : null;
  return (
    <>
      <h3 className="text-lg mt-6">{title}</h3>
      {description ? <p className="small text-muted measure-text">{description}</p> : null}
      {fields.length > 0 ? (
        <Rows
          caption={title}
          head={t("apiDocs.endpoints.field")}
          about={t("apiDocs.endpoints.about")}
          rows={fields.map(([name, field]) => ({
            name,
            place: required.has(name) ? t("apiDocs.endpoints.required") : "",
            what: [
              typeof field.description === "string" ? field.description : "",
              sentence(wordsOfSchema(field, t)),
            ]
              .filter((part) => part !== "")
              .join(" "),
          }))}
        />
      ) : (
        <p className="mt-1">{wordsOfSchema(schema, t)}</p>
      )}
    </>
  );
}

function sentence(words: string): string {
  return words === "" ? "" : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

type Row = { name: string; place: string; what: string };

function Rows({ caption, head, about, rows }: { caption: string; head: string; about: string; rows: Row[] }) {
  return (
    <table className="mt-3 w-full max-w-4xl table-fixed border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-ink small text-muted">
          <th scope="col" className="w-2/5 sm:w-1/4 py-1 pe-4 text-start font-semibold">
            {head}
          </th>
          <th scope="col" className="py-1 text-start font-semibold">
            {about}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, place, what }) => (
          <tr key={`${name} ${place}`} className="border-b border-rule align-top">
            <th scope="row" className="py-1.5 pe-4 text-start font-normal wrap-anywhere">
              <code className="small">{name}</code>
              <span className="small text-muted block">{place}</span>
            </th>
            <td className="py-1.5 wrap-anywhere">{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
