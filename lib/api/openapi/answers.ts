import type { Endpoint } from "../endpoint";
import type { JsonSchema } from "./schemas";

/** What an answer that tells of a failure means, by its status. */
export const FAILURES: Record<number, string> = {
  400: "The request is malformed: the problem names the part.",
  401: "No token was sent where one is needed, or it is unknown or revoked.",
  403: "The token, or the person whose it is, may not do this.",
  404: "There is no such record, or it is not public.",
  409: "The state of the record, or of another, does not allow this; or a person must first answer a question.",
  412: "Somebody changed the record since you read it: read it again.",
  413: "The body is larger than 1 MB.",
  415: "The body is not JSON.",
  422: "The request breaks a rule: the problem says which, field by field.",
  428: "Send If-Match with the ETag of the record that you read.",
  429: "Too many requests: wait as long as Retry-After says.",
};

/** Records that have former addresses, which lead on. */
const MOVING = /^\/(events|claims|claimants|publications|measures)\/\{/;

/** Reads whose parts of the query name records, or can ask too much. */
const NAMING = new Set(["listAttributions", "listAssessments"]);
const REFUSING = new Set(["listAttributions", "search"]);

/** What is made, rather than changed, at these addresses. */
const COLLECTIONS = /\/(events|claimants|publications|reports|measures|claims|attributions|assessments)$/;

/** The statuses that an endpoint answers with, in order. */
export function statusesOf(endpoint: Endpoint): number[] {
  const { method, path, id, scope, needsVersion, body } = endpoint;
  const hasParams = path.includes("{");
  const statuses =
    method === "GET"
      ? [
          200,
          304,
          400,
          401,
          429,
          ...(MOVING.test(path) ? [308] : []),
          ...(hasParams || NAMING.has(id) ? [404] : []),
          ...(REFUSING.has(id) ? [422] : []),
          ...(scope === null ? [] : [403]),
        ]
      : [
          method === "POST" && COLLECTIONS.test(path) ? 201 : 200,
          400,
          401,
          403,
          409,
          422,
          429,
          ...(hasParams ? [404] : []),
          ...(body ? [413, 415] : []),
          ...(needsVersion ? [412, 428] : []),
        ];
  return statuses.sort((a, b) => a - b);
}

const header = (description: string, schema: JsonSchema = { type: "string" }) => ({ description, schema });

const COMMON = ["X-Request-Id", "RateLimit", "RateLimit-Policy"] as const;

export const HEADERS: Record<string, JsonSchema> = {
  ETag: header("Of what is answered; send it back as If-None-Match, or before a change as If-Match."),
  Link: header('Of a list: the address of its next page, with rel="next".'),
  Location: header("Where the record is."),
  RateLimit: header("What is left of the limit, and for how long."),
  "RateLimit-Policy": header("How many requests are allowed in which time."),
  "Retry-After": header("So many seconds to wait.", { type: "integer" }),
  "X-Request-Id": header("The id of the request, by which it is found in the log."),
};

function headersOf(names: readonly string[]): Record<string, { $ref: string }> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

/** What is answered at a status. */
export function answerOf(status: number, schema: JsonSchema, example: unknown, isList: boolean): JsonSchema {
  if (status === 304)
    return { description: "Nothing changed since.", headers: headersOf([...COMMON, "ETag"]) };
  if (status === 308)
    return {
      description: "The record has another address now.",
      headers: headersOf([...COMMON, "Location"]),
    };
  if (status >= 400) return { $ref: `#/components/responses/Problem${status}` };
  const made = status === 201 ? ["Location"] : [];
  const paged = isList ? ["Link"] : [];
  return {
    description:
      status === 201 ? "It is on file." : isList ? "One page." : "What was asked for, as it is now.",
    headers: headersOf([...COMMON, "ETag", ...made, ...paged]),
    content: { "application/json": { schema, ...(example !== undefined && { example }) } },
  };
}

/** The failures as components, each with a problem as its body. */
export function problemResponses(): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(FAILURES).map(([status, description]) => [
      `Problem${status}`,
      {
        description,
        headers: headersOf(status === "429" ? [...COMMON, "Retry-After"] : COMMON),
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  );
}
