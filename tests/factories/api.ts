import { makeApiToken } from "../../lib/accounts/api-tokens";
import { endpointOf } from "../../lib/api/endpoints";
import { handle } from "../../lib/api/handle";
import type { ApiScope, Role } from "../../lib/vocabulary";
import { anAccount } from "./accounts";
import { anAdmin } from "./cast";
import { tick } from "./clock";

/** A program's token of a person of this role. */
export async function aProgram(role: Role, scopes: ApiScope[] = ["read", "log", "review"]) {
  const owner = await anAccount({ role });
  const token = await makeApiToken(await anAdmin(), { actorId: owner.id, name: "A program", scopes }, tick());
  return { owner, token };
}

export type Asked = {
  token?: string | null;
  /** What the address names; more than that is not sent. */
  params?: Readonly<Record<string, unknown>>;
  query?: string;
  /** JSON unless it is a text. */
  body?: unknown;
  /** The version that was read. */
  version?: number;
  headers?: Record<string, string>;
};

/** Asks an endpoint as the framework does, without a server. */
export async function ask(id: string, { token, params, query = "", body, version, headers }: Asked = {}) {
  const { method, path } = endpointOf(id);
  const named: Record<string, string> = {};
  for (const [, name = ""] of path.matchAll(/\{(\w+)\}/g)) named[name] = String(params?.[name] ?? "");
  const place = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => named[name] ?? "");
  const request = new Request(`http://localhost:3000/api/v1${place}${query}`, {
    method,
    headers: {
      "x-client-address": "192.0.2.1",
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && { "Content-Type": "application/json" }),
      ...(version !== undefined && { "If-Match": `"v${version}"` }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const answer = await handle(endpointOf(id))(request, { params: Promise.resolve(named) });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, json: text === "" ? null : JSON.parse(text) };
}
