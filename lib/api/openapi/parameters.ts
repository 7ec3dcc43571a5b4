import type { z } from "zod";
import type { Endpoint } from "../endpoint";
import { type JsonSchema, jsonSchema } from "./schemas";

export type Parameter = {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  description?: string;
  style?: "form";
  explode?: false;
  schema: JsonSchema;
};

const IF_NONE_MATCH: Parameter = {
  name: "If-None-Match",
  in: "header",
  required: false,
  description: "The ETag of the answer that you have: 304 where nothing changed.",
  schema: { type: "string" },
};

const IF_MATCH: Parameter = {
  name: "If-Match",
  in: "header",
  required: true,
  description: "The ETag of the record as you read it: 412 where somebody changed it since.",
  schema: { type: "string" },
};

const IDEMPOTENCY_KEY: Parameter = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "A name of your own for this request: sent again within 24 hours, it is answered, not done again.",
  schema: { type: "string", maxLength: 255 },
};

/** What a request of an endpoint is made of, beside its body. */
export function parametersOf(endpoint: Endpoint): Parameter[] {
  const { method, needsVersion, params, query } = endpoint;
  return [
    ...Object.entries(params.shape).map(([name, schema]) => parameter(name, "path", schema as z.ZodType)),
    ...Object.entries(query.shape).map(([name, schema]) => parameter(name, "query", schema as z.ZodType)),
    ...(method === "GET" ? [IF_NONE_MATCH] : []),
    ...(needsVersion ? [IF_MATCH] : []),
    ...(method === "POST" ? [IDEMPOTENCY_KEY] : []),
  ];
}

function parameter(name: string, place: "path" | "query", zod: z.ZodType): Parameter {
  // What is typed is text; what it is read as says more.
  const { description, ...schema } = withoutNull(jsonSchema(zod, "output"));
  return {
    name,
    in: place,
    required: place === "path" || !zod.safeParse(undefined).success,
    ...(typeof description === "string" && { description }),
    ...(schema.type === "array" && { style: "form", explode: false }),
    schema,
  };
}

/** A blank is null to us, and is not sent by others. */
function withoutNull(schema: JsonSchema): JsonSchema {
  const { anyOf, ...rest } = schema;
  if (!Array.isArray(anyOf)) return schema;
  const kept = anyOf.filter((one: JsonSchema) => one.type !== "null") as JsonSchema[];
  return kept.length === 1 ? { ...kept[0], ...rest } : { ...rest, anyOf: kept };
}
