import { findTokenActor } from "@/lib/accounts/api-tokens";
import { problemAnswer } from "@/lib/http/problem";

/** Whom a token acts for, and what it may do. */
export async function GET(request: Request): Promise<Response> {
  const [, token] = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  const found = token ? await findTokenActor(token, new Date()) : null;
  if (!found) return unauthorised(request, token !== undefined);
  const { actor, scopes } = found;
  return Response.json(
    { data: { name: actor.name, role: actor.role, scopes } },
    { headers: { "Cache-Control": "private, no-store" } },
  );
}

// RFC 6750: the error is named only where a token was sent.
function unauthorised(request: Request, isTokenSent: boolean): Response {
  return problemAnswer({
    status: 401,
    title: "Unauthorized",
    detail: isTokenSent
      ? "This token is unknown or revoked, or its person is suspended. Ask an admin for another."
      : "Send a token as Authorization: Bearer <token>. An admin makes one at the desk, under Accounts.",
    requestId: request.headers.get("x-request-id"),
    headers: {
      "WWW-Authenticate": `Bearer realm="Counterclaim"${isTokenSent ? ', error="invalid_token"' : ""}`,
    },
  });
}
