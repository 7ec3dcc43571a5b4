import { siteUrl } from "../../format/site-url";
import type { Endpoint } from "../endpoint";
import { answerOf, HEADERS, problemResponses, statusesOf } from "./answers";
import { exampleOf } from "./examples";
import { type Parameter, parametersOf } from "./parameters";
import { type JsonSchema, type Schemas, schemasOf } from "./schemas";

export type Operation = {
  operationId: string;
  summary: string;
  tags: string[];
  parameters: Parameter[];
  requestBody?: JsonSchema;
  responses: Record<string, JsonSchema>;
  security: Record<string, string[]>[];
};

export type OpenApiDocument = {
  openapi: "3.1.0";
  info: JsonSchema;
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, JsonSchema>;
    responses: Record<string, JsonSchema>;
    headers: Record<string, JsonSchema>;
    securitySchemes: JsonSchema;
  };
};

/** What each tag is about, in the order in which the documentation has them. */
const TAGS: Record<string, string> = {
  Events: "Bounded happenings in time and place, with what was reported of their headline measure.",
  Measures: "What is counted, of whom, within one event. Figures compete only within one measure.",
  Claims: "Who said what, when, in which words.",
  Attributions: "How reports carry claims.",
  Assessments: "What editors decided about claims, dated, signed and with their reasons.",
  Revisions: "What changed in public, when, by whom and why.",
  Claimants: "Who asserts something as its own.",
  Publications: "Who publishes reports.",
  Reports: "Published items.",
  Finding: "Search, comparison, and the words of the codes.",
};

/** The OpenAPI 3.1 document of these endpoints, made from their schemas. */
export function openApiDocument(endpoints: readonly Endpoint[]): OpenApiDocument {
  const schemas = schemasOf(endpoints);
  const paths: OpenApiDocument["paths"] = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operationOf(endpoint, schemas),
    };
  }
  const used = new Set(endpoints.map(({ tag }) => tag));
  const known = Object.keys(TAGS).filter((name) => used.has(name));
  const further = [...used].filter((name) => !(name in TAGS));
  return {
    openapi: "3.1.0",
    info: {
      title: "Counterclaim API",
      version: "1.0.0",
      summary: "Contested figures: what was claimed, by whom, in which words, and how the claims relate.",
      description:
        "Reads are open to everybody; writes need a token. No figure here is an average, and none is a verdict. The data are under CC BY 4.0: name Counterclaim and link to the record.",
      license: { name: "CC BY 4.0", identifier: "CC-BY-4.0" },
    },
    servers: [{ url: siteUrl("/api/v1") }],
    tags: [...known, ...further].map((name) => ({ name, description: TAGS[name] ?? name })),
    paths,
    components: {
      schemas: schemas.components,
      responses: problemResponses(),
      headers: HEADERS,
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "A token that an admin makes at the desk, under Accounts. Scopes: read, log, review.",
        },
      },
    },
  };
}

function operationOf(endpoint: Endpoint, schemas: Schemas): Operation {
  const { id, summary, tag, scope, isList, body } = endpoint;
  const data = { $ref: `#/components/schemas/${schemas.dataOf(endpoint)}` };
  const example = exampleOf(endpoint)?.answer;
  const bodyName = schemas.bodyOf(endpoint);
  return {
    operationId: id,
    summary,
    tags: [tag],
    parameters: parametersOf(endpoint),
    ...(body &&
      bodyName && {
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: `#/components/schemas/${bodyName}` } } },
        },
      }),
    responses: Object.fromEntries(
      statusesOf(endpoint).map((status) => [
        String(status),
        answerOf(status, isList ? listSchema(data) : oneSchema(data), example, isList),
      ]),
    ),
    security: scope === null ? [{}, { token: [] }] : [{ token: [scope] }],
  };
}

function oneSchema(data: JsonSchema): JsonSchema {
  return { type: "object", required: ["data"], properties: { data } };
}

function listSchema(items: JsonSchema): JsonSchema {
  return {
    type: "object",
    required: ["data", "page"],
    properties: {
      data: { type: "array", items },
      page: {
        type: "object",
        required: ["nextCursor", "hasMore"],
        properties: {
          nextCursor: { type: ["string", "null"], description: "Send it as after; null on the last page." },
          hasMore: { type: "boolean" },
        },
      },
    },
  };
}
