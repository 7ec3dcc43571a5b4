import type { z } from "zod";
import { readTextWithin } from "../http/read-text-within";
import type { Endpoint } from "./endpoint";
import { Failure } from "./failure";

const BODY_BYTES_MAX = 1_000_000;

/** The parameters of an address; one that no record can have is a 404. */
export function readParams({ params }: Endpoint, given: unknown): unknown {
  const parsed = params.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Failure(404, "There is nothing at this address.");
}

/** The query, each name once. Throws 400, with what is wrong by name. */
export function readQuery({ query }: Endpoint, search: URLSearchParams): unknown {
  const names = [...search.keys()];
  const repeated = names.find((name, at) => names.indexOf(name) !== at);
  if (repeated !== undefined) throw malformed([{ pointer: repeated, message: "Give this once." }]);
  const parsed = query.safeParse(Object.fromEntries(search));
  if (parsed.success) return parsed.data;
  throw malformed(
    parsed.error.issues.flatMap((issue) => {
      if (issue.code === "unrecognized_keys")
        return issue.keys.map((pointer) => ({ pointer, message: "There is no such parameter here." }));
      return [{ pointer: issue.path.join("."), message: issue.message }];
    }),
  );
}

function malformed(errors: { pointer: string; message: string }[]): Failure {
  const names = errors.map(({ pointer, message }) => `${pointer}: ${message}`);
  return new Failure(400, `The query is not understood. ${names.join(" ")}`, { errors });
}

/** The text of a body. Throws 415 where it is no JSON by its type, 413 where it is too large. */
export async function readBodyText(request: Request): Promise<string> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw new Failure(415, "Send the body as JSON, with Content-Type: application/json.");
  const text = await readTextWithin(request, BODY_BYTES_MAX);
  if (text === null) throw new Failure(413, "The body is larger than 1 MB.");
  return text;
}

/** A body by its endpoint's schema. Throws 400 where it is no JSON, 422 with what is wrong by place. */
export function parseBody({ body }: Endpoint, text: string): unknown {
  if (!body) return null;
  const parsed = body.safeParse(toJson(text));
  if (parsed.success) return parsed.data;
  throw invalid(parsed.error.issues);
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure(400, "The body is not JSON.");
  }
}

function invalid(issues: readonly z.core.$ZodIssue[]): Failure {
  const errors = issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({
          pointer: pointerOf([...issue.path, key]),
          message: "There is no such field.",
        }))
      : [{ pointer: pointerOf(issue.path), message: issue.message }],
  );
  return new Failure(422, "The body breaks a rule.", { errors });
}

/** RFC 6901: the place of a value in a document. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The version that the caller read, of the ETag that it sends back. Throws 428 where it is needed and missing. */
export function readVersion({ needsVersion }: Endpoint, request: Request): number | null {
  const header = request.headers.get("if-match");
  if (header === null) {
    if (!needsVersion) return null;
    throw new Failure(428, "Send If-Match with the ETag that you had when you read the record.");
  }
  const [, version] = /^"v([1-9]\d{0,8})(?:-[0-9a-f]+)?(?:-(?:br|gzip))?"$/.exec(header.trim()) ?? [];
  if (version === undefined)
    throw new Failure(412, "If-Match is no ETag that this record ever had: read it again.");
  return Number(version);
}
