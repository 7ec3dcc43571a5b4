import "server-only";
import type { Actor } from "../auth/actor";
import { takeRequest } from "../auth/throttle";
import { AppError, Invalid, NeedsAnswer, StaleVersion } from "../errors";
import { sha256 } from "../history/digest";
import { CORS } from "../http/cors";
import { knowsTag } from "../http/known-tag";
import { tooManyRequests } from "../http/problem";
import { log } from "../log";
import { isUnreachable } from "../unreachable";
import type { Call, Endpoint, Reply } from "./endpoint";
import { Failure } from "./failure";
import { once } from "./idempotency";
import { parseBody, pointerOf, readBodyText, readParams, readQuery, readVersion } from "./read-request";
import { type Asking, whoAsks } from "./who-asks";

type Context = { params: Promise<unknown> };

/** Answers an endpoint's address: everything that all endpoints have in common is here, and nothing of any of them. */
export function handle(endpoint: Endpoint) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    const requestId = request.headers.get("x-request-id");
    const headers = new Headers(endpoint.method === "GET" ? CORS : {});
    const finish = (response: Response) => {
      headers.forEach((value, name) => {
        response.headers.set(name, value);
      });
      return response;
    };
    try {
      const now = new Date();
      headers.set("Vary", "Authorization");
      const asking = await whoAsks(request, endpoint.scope, now).catch(async (refusal: unknown) => {
        // Who tries tokens is counted by the address.
        await count(request, endpoint, null, headers);
        throw refusal;
      });
      await count(request, endpoint, asking?.actor ?? null, headers);
      return finish(await answer(endpoint, request, (await params) ?? {}, asking, now));
    } catch (error) {
      if (isUnreachable(error)) return finish(away().toResponse(requestId));
      if (error instanceof Failure) return finish(error.toResponse(requestId));
      if (error instanceof AppError) return finish(failureOf(error).toResponse(requestId));
      // The caller learns the id by which it is found in the log, and nothing else.
      log.error({ requestId, endpoint: endpoint.id, error }, "A request of the API failed");
      const sentence = "Something went wrong here; it has been noted. Try again later.";
      return finish(new Failure(500, sentence).toResponse(requestId));
    }
  };
}

/** Counts the request against its limit, and tells what is left of it. Throws 429. */
async function count(request: Request, { id, method }: Endpoint, actor: Actor | null, headers: Headers) {
  const kind = id === "search" ? "search" : method === "GET" ? "read" : "write";
  const key = actor ? `actor ${actor.id}` : `address ${request.headers.get("x-client-address") ?? ""}`;
  const left = await takeRequest(kind, key);
  for (const [name, value] of Object.entries(left.headers)) headers.set(name, value);
  if (!left.isAllowed) throw new Failure(429, tooManyRequests(left.resetSeconds));
}

async function answer(
  endpoint: Endpoint,
  request: Request,
  given: unknown,
  asking: Asking | null,
  now: Date,
): Promise<Response> {
  const { actor, scopes } = asking ?? { actor: null, scopes: [] };
  const url = new URL(request.url);
  const call = {
    params: readParams(endpoint, given),
    query: readQuery(endpoint, url.searchParams),
    actor,
    scopes,
    now,
  };
  if (endpoint.method === "GET")
    return tell(
      endpoint,
      request,
      await run(endpoint, { ...call, body: null, ifMatch: null, idempotencyKey: null }),
    );

  const ifMatch = readVersion(endpoint, request);
  const text = endpoint.body ? await readBodyText(request) : "";
  const key = request.headers.get("idempotency-key");
  const work = async () => {
    const body = parseBody(endpoint, text);
    const idempotencyKey = key === null || !actor ? null : `${actor.id} ${key}`;
    return tell(endpoint, request, await run(endpoint, { ...call, body, ifMatch, idempotencyKey }));
  };
  if (key === null || !actor || endpoint.method !== "POST") return work();
  const asked = `${endpoint.method} ${url.pathname}${url.search}\n${ifMatch ?? ""}\n${text}`;
  // A refusal is an answer like any other: sent again, the same request is refused the same way.
  const requestId = request.headers.get("x-request-id");
  return once(actor.id, key, asked, () => work().catch((error) => refused(error, requestId)));
}

function refused(error: unknown, requestId: string | null): Response {
  if (error instanceof Failure) return error.toResponse(requestId);
  if (error instanceof AppError) return failureOf(error).toResponse(requestId);
  throw error;
}

function run(endpoint: Endpoint, call: Call<unknown, unknown, unknown>) {
  return endpoint.run(call as Call<never, never, never>);
}

function tell(endpoint: Endpoint, request: Request, reply: Reply<unknown>): Response {
  const url = new URL(request.url);
  if (reply.movedTo !== undefined)
    return new Response(null, { status: 308, headers: { Location: `/api/v1${reply.movedTo}${url.search}` } });

  const next = reply.next ?? null;
  const page = endpoint.isList ? { page: { nextCursor: next, hasMore: next !== null } } : {};
  const body = JSON.stringify({ data: reply.data, ...page });
  const digest = sha256(body).slice(0, 16);
  const etag = reply.version === undefined ? `"${digest}"` : `"v${reply.version}-${digest}"`;
  const isOpen = endpoint.method === "GET" && !request.headers.has("authorization");
  const headers = new Headers({
    ETag: etag,
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": isOpen ? "public, max-age=0, must-revalidate" : "private, no-store",
  });
  if (reply.location !== undefined) headers.set("Location", `/api/v1${reply.location}`);
  if (next !== null) {
    url.searchParams.set("after", next);
    headers.set("Link", `<${url.pathname}${url.search}>; rel="next"`);
  }
  if (endpoint.method === "GET" && knowsTag(request, etag))
    return new Response(null, { status: 304, headers });
  return new Response(body, { status: reply.status, headers });
}

const STATUSES = {
  not_found: 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  signed_out: 401,
  unreachable: 503,
  too_often: 429,
} as const;

const RETRY_AFTER_SECONDS = "5";

function away(): Failure {
  const sentence =
    "The database cannot be reached just now. Try again in a few seconds; a write with the same Idempotency-Key is done once.";
  return new Failure(503, sentence, { headers: { "Retry-After": RETRY_AFTER_SECONDS } });
}

/** What an expected failure of a command means to a program. */
function failureOf(error: AppError): Failure {
  if (error instanceof StaleVersion) return new Failure(412, error.message);
  if (error instanceof NeedsAnswer) {
    const questions = error.questions.map(({ kind, publicId }) => ({ kind, claim: publicId }));
    return new Failure(409, error.message, { questions });
  }
  if (error instanceof Invalid) {
    const errors = Object.entries(error.fields).map(([path, message]) => ({
      // What commands name by ids, the API names: claimantId is the claimant.
      pointer: path === "form" ? "" : pointerOf(path.split(".").map((step) => step.replace(/(?<=.)Id$/, ""))),
      message,
    }));
    return new Failure(422, error.message, { errors });
  }
  return new Failure(STATUSES[error.code], error.message);
}
