import type { Parameter } from "@/lib/api/openapi/parameters";
import type { Described } from "@/lib/api/openapi/site-document";
import type { TryValues } from "@/lib/api/openapi/try-values";
import { type Translate, translator } from "@/lib/format/messages";

type Props = { described: Described; values: TryValues; locale: string };

/**
 * A read as a plain form whose answer opens as JSON. With scripts the answer stands below it, and the parts of the path
 * can be typed too; they have no name, so that the form alone does not send them.
 */
export function TryForm({ described: { path, operation }, values, locale }: Props) {
  const t = translator(locale);
  const id = operation.operationId;
  const inPath = operation.parameters.filter((parameter) => parameter.in === "path");
  const inQuery = operation.parameters.filter((parameter) => parameter.in === "query");
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => initialOf(path, name, values));
  return (
    <form
      action={`/api/v1${filled}`}
      method="get"
      className="api-try no-print mt-4 border border-rule p-4"
      aria-label={`${t("apiDocs.try.title")}: ${operation.summary}`}
      data-path={`/api/v1${path}`}
      data-running={t("apiDocs.try.running")}
      data-answered={t.raw("apiDocs.try.answered")}
      data-failed={t("apiDocs.try.failed")}
    >
      <h3 className="text-lg">{t("apiDocs.try.title")}</h3>
      <div className="mt-2 grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        {inPath.map(({ name }) => (
          <p key={name} className="api-try-path" hidden>
            <label htmlFor={`${id}-${name}`} className="small block">
              {t("apiDocs.try.inPath", { name })}
            </label>
            <input
              id={`${id}-${name}`}
              data-path-name={name}
              defaultValue={initialOf(path, name, values)}
              className="w-full"
              dir="ltr"
            />
          </p>
        ))}
        {inQuery.map((parameter) => (
          <QueryField key={parameter.name} {...{ parameter, id, values, path }} t={t} />
        ))}
      </div>
      <button type="submit" className="mt-3">
        {t("apiDocs.try.open")}
      </button>
      <output className="api-try-told small block mt-2" />
      <section className="api-try-answer" aria-label={t("apiDocs.try.region")} hidden />
    </form>
  );
}

type FieldProps = { parameter: Parameter; id: string; path: string; values: TryValues; t: Translate };

function QueryField({ parameter: { name, required, schema }, id, path, values, t }: FieldProps) {
  const field = `${id}-${name}`;
  const initial = required || isAnchor(path, name) ? initialOf(path, name, values) : (FIRST[name] ?? "");
  return (
    <p>
      <label htmlFor={field} className="small block">
        {name}
      </label>
      {Array.isArray(schema.enum) ? (
        <select id={field} name={name} defaultValue="" className="w-full">
          <option value="">{t("apiDocs.try.blank")}</option>
          {schema.enum.map((code) => (
            <option key={String(code)}>{String(code)}</option>
          ))}
        </select>
      ) : (
        <input
          id={field}
          name={name}
          defaultValue={initial}
          required={required}
          className="w-full"
          dir={name === "q" ? "auto" : "ltr"}
          autoComplete="off"
        />
      )}
    </p>
  );
}

/** So few that an answer can be looked over. */
const FIRST: Record<string, string> = { limit: "2" };

/** Without it the read refuses, though it alone could also be left out. */
function isAnchor(path: string, name: string): boolean {
  return path === "/attributions" && name === "claim";
}

function initialOf(path: string, name: string, values: TryValues): string {
  if (name === "q") return values.claimant.split("-")[0] ?? "";
  if (name === "id") return path.startsWith("/reports") ? values.report : values.claim;
  if (name === "slug" && path.startsWith("/claimants")) return values.claimant;
  if (name === "slug" && path.startsWith("/publications")) return values.publication;
  if (name === "slug") return values.event;
  return name in values ? values[name as keyof TryValues] : "";
}
