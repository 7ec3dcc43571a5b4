import { z } from "zod";
import type { Endpoint } from "../endpoint";
import { baseOf } from "../reads/define-read";
import { RelationResource } from "../reads/including";
import { AssessmentResource } from "../resources/assessment";
import { AttributionResource } from "../resources/attribution";
import { ClaimResource } from "../resources/claim";
import { ClaimRef } from "../resources/claim-ref";
import { ClaimantResource } from "../resources/claimant";
import { ComparisonResource } from "../resources/comparison";
import { EventResource } from "../resources/event";
import { MeasureResource } from "../resources/measure";
import { Quantity, Ref, UncertainDate, Wording } from "../resources/parts";
import { PublicationResource } from "../resources/publication";
import { ReportedRangeResource } from "../resources/range";
import { ReportRef, ReportResource } from "../resources/report";
import { RevisionResource } from "../resources/revision";
import { SearchResource } from "../resources/search";
import { VocabularyResource } from "../resources/vocabulary";

export type JsonSchema = Record<string, unknown>;

/** The shapes that have a name of their own in the document. */
const NAMED: Record<string, z.ZodType> = {
  Assessment: AssessmentResource,
  Attribution: AttributionResource,
  Claim: ClaimResource,
  ClaimRef,
  Claimant: ClaimantResource,
  Comparison: ComparisonResource,
  Event: EventResource,
  Measure: MeasureResource,
  Publication: PublicationResource,
  Quantity,
  Ref,
  Relation: RelationResource,
  Report: ReportResource,
  ReportRef,
  ReportedRange: ReportedRangeResource,
  Revision: RevisionResource,
  SearchResults: SearchResource,
  UncertainDate,
  Vocabulary: VocabularyResource,
  Wording,
};

/** RFC 9457, with the places in the request that a rule refused. */
const PROBLEM: JsonSchema = {
  type: "object",
  description: "What went wrong and what to do about it (RFC 9457).",
  required: ["type", "title", "status", "detail"],
  properties: {
    type: { type: "string" },
    title: { type: "string", description: "What went wrong, the same each time." },
    status: { type: "integer" },
    detail: { type: "string", description: "What went wrong this time, and what to do about it." },
    instance: { type: "string", description: "The id of the request, by which it is found in the log." },
    errors: {
      type: "array",
      description: "Where in the request, as JSON pointers or names of the query.",
      items: {
        type: "object",
        required: ["pointer", "message"],
        properties: { pointer: { type: "string" }, message: { type: "string" } },
      },
    },
  },
};

export type Schemas = {
  components: Record<string, JsonSchema>;
  /** The name of the component of an endpoint's data, and of its body. */
  dataOf(endpoint: Endpoint): string;
  bodyOf(endpoint: Endpoint): string | null;
};

/** The components of the document, made from the schemas of the endpoints. */
export function schemasOf(endpoints: readonly Endpoint[]): Schemas {
  const names = new Map<object, string>(Object.entries(NAMED).map(([name, schema]) => [schema, name]));
  const answers = z.registry<{ id: string }>();
  const bodies = z.registry<{ id: string }>();
  for (const [schema, id] of names) answers.add(schema as z.ZodType, { id });
  const bodyNames = new Map<object, string>();
  for (const { id, data, body } of endpoints) {
    if (!names.has(data)) {
      const base = names.get(baseOf(data));
      names.set(data, base ? freeName(`${base}Answer`, names) : pascal(id, "Data"));
      answers.add(data, { id: names.get(data) ?? "" });
    }
    if (body && !bodyNames.has(body)) {
      bodyNames.set(body, pascal(id, "Body"));
      bodies.add(body, { id: pascal(id, "Body") });
    }
  }
  return {
    components: { ...jsonSchemas(answers, "output"), ...jsonSchemas(bodies, "input"), Problem: PROBLEM },
    dataOf: ({ data }) => names.get(data) ?? "",
    bodyOf: ({ body }) => (body && bodyNames.get(body)) ?? null,
  };
}

function freeName(name: string, taken: ReadonlyMap<object, string>): string {
  const names = new Set(taken.values());
  if (!names.has(name)) return name;
  for (let n = 2; ; n += 1) if (!names.has(`${name}${n}`)) return `${name}${n}`;
}

function pascal(id: string, end: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1) + end;
}

function jsonSchemas(
  registry: z.core.$ZodRegistry<{ id: string }>,
  io: "input" | "output",
): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(registry as never, {
    uri: (id: string) => `#/components/schemas/${id}`,
    io,
    unrepresentable: "any",
  }) as { schemas: Record<string, JsonSchema> };
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, stripped(schema)]));
}

/** A schema by itself, as a parameter has it. */
export function jsonSchema(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  return stripped(z.toJSONSchema(schema, { io, unrepresentable: "any" }) as JsonSchema);
}

// What names a whole document has no place inside another.
function stripped({ $schema: _, $id: __, ...schema }: JsonSchema): JsonSchema {
  return schema;
}
