import "server-only";
import { findTokenActor } from "../accounts/api-tokens";
import type { Actor } from "../auth/actor";
import type { ApiScope } from "../vocabulary";
import { Failure } from "./failure";

/** For whom a program asks, and what its token allows. */
export type Asking = { actor: Actor; scopes: ApiScope[] };

/**
 * For whom a program asks, by the token that it sent; null where it sent none and none is needed. Throws 401 where the
 * token is missing or not known, 403 where it is not for this.
 */
export async function whoAsks(request: Request, scope: ApiScope | null, now: Date): Promise<Asking | null> {
  const header = request.headers.get("authorization");
  if (header === null) {
    if (scope === null) return null;
    throw new Failure(
      401,
      "Send a token as Authorization: Bearer <token>. An admin makes one at the desk, under Accounts.",
      { headers: { "WWW-Authenticate": CHALLENGE } },
    );
  }
  const [, token] = /^Bearer +(\S+)$/i.exec(header) ?? [];
  const found = token ? await findTokenActor(token, now) : null;
  // RFC 6750: the error is named only where a token was sent.
  if (!found)
    throw new Failure(
      401,
      "This token is unknown or revoked, or its person is suspended. Ask an admin for another.",
      { headers: { "WWW-Authenticate": `${CHALLENGE}, error="invalid_token"` } },
    );
  if (scope !== null && !found.scopes.includes(scope))
    throw new Failure(403, `This token may not do this: it needs the scope ${scope}.`, {
      headers: { "WWW-Authenticate": `${CHALLENGE}, error="insufficient_scope", scope="${scope}"` },
    });
  return found;
}

const CHALLENGE = 'Bearer realm="Counterclaim"';
