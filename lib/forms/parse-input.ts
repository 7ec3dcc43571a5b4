import type { z } from "zod";
import { Invalid } from "../errors";

/** Parses what a caller gave by its schema, or throws Invalid with a sentence per field. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input, { error: sentenceFor });
  if (parsed.success) return parsed.data;

  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join(".") || "form"] ??= issue.message;
  throw new Invalid(fields);
}

/** What a schema without a sentence of its own says: to a person, and not of types. */
function sentenceFor(issue: z.core.$ZodRawIssue): string | undefined {
  const isBlank = issue.input === null || issue.input === undefined || issue.input === "";
  if (issue.code === "invalid_type" && isBlank) return "Fill this in.";
  if (issue.code === "invalid_value" || (issue.code === "invalid_format" && issue.format === "uuid"))
    return "Choose from the list.";
  return undefined;
}
