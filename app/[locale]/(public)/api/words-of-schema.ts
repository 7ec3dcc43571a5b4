import type { Translate } from "@/lib/format/messages";

type Schema = Record<string, unknown>;

/** What a JSON schema allows, in a few words: "list of Claim", "integer or null", "one of: a, b". */
export function wordsOfSchema(schema: Schema, t: Translate): string {
  if (typeof schema.$ref === "string") return schema.$ref.split("/").at(-1) ?? "";
  if (Array.isArray(schema.anyOf)) return wordsOfUnion(schema.anyOf as Schema[], t);
  if (Array.isArray(schema.allOf)) return wordsOfUnion(schema.allOf as Schema[], t);
  if (Array.isArray(schema.oneOf)) return wordsOfUnion(schema.oneOf as Schema[], t);
  if (schema.const !== undefined) return t("apiDocs.endpoints.oneOf", { codes: String(schema.const) });
  if (Array.isArray(schema.enum)) return t("apiDocs.endpoints.oneOf", { codes: schema.enum.join(", ") });
  if (schema.type === "array") {
    const items = (schema.items ?? {}) as Schema;
    return t("apiDocs.endpoints.listOf", { what: wordsOfSchema(items, t) });
  }
  const type = [schema.type ?? "any"].flat().join(", ");
  return schema.format ? `${type} (${schema.format})` : type;
}

function wordsOfUnion(schemas: readonly Schema[], t: Translate): string {
  const kept = schemas.filter(({ type }) => type !== "null").map((schema) => wordsOfSchema(schema, t));
  const isNullable = kept.length < schemas.length;
  return [...new Set(kept), ...(isNullable ? [t("apiDocs.endpoints.orNull")] : [])].join(" ");
}
