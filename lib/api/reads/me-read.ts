import { z } from "zod";
import { API_SCOPES, ROLES } from "../../vocabulary";
import { endpoint } from "../endpoint";
import { Failure } from "../failure";

const Me = z
  .strictObject({ name: z.string(), role: z.enum(ROLES), scopes: z.array(z.enum(API_SCOPES)) })
  .meta({ description: "Whom a token acts for, and what it may do." });

export const getMe = endpoint({
  method: "GET",
  path: "/me",
  id: "getMe",
  tag: "tokens",
  summary: "Tells whom a token acts for, and what it may do.",
  scope: null,
  params: z.strictObject({}),
  query: z.strictObject({}),
  body: null,
  data: Me,
  isList: false,
  needsVersion: false,
  async run({ actor, scopes }) {
    if (!actor)
      throw new Failure(401, "Send a token as Authorization: Bearer <token>.", {
        headers: { "WWW-Authenticate": 'Bearer realm="Counterclaim"' },
      });
    return { status: 200, data: { name: actor.name, role: actor.role, scopes: [...scopes] } };
  },
});
