import type { z } from "zod";
import type { Actor } from "../auth/actor";
import type { ApiScope } from "../vocabulary";

/** What an endpoint is called with: all of it parsed by its schemas. */
export type Call<P, Q, B> = {
  params: P;
  query: Q;
  body: B;
  /** Who asks; null: nobody who sent a token. Never null where the endpoint has a scope of writing. */
  actor: Actor | null;
  /** What the token allows. */
  scopes: readonly ApiScope[];
  /** The version that the caller read, from If-Match (R33); null: none was sent. */
  ifMatch: number | null;
  /** Whose request, and which: the same again must not be done twice. */
  idempotencyKey: string | null;
  now: Date;
};

/** What it answers when all went well; what did not is thrown as an AppError. */
export type Reply<D> = {
  status: 200 | 201;
  data: D;
  /** Of lists: the cursor of the next page, null on the last. */
  next?: string | null;
  /** Of one record: its version, which becomes its ETag. */
  version?: number;
  /** Of a record that was made: its path below /api/v1. */
  location?: string;
  /** Of a merged or renamed record: its present path below /api/v1 (308, R30). */
  movedTo?: string;
};

/** One method at one address of the API: its route, its entry in the OpenAPI document and its tests are made from it. */
export type Endpoint = {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below /api/v1, with parameters in braces: "/claims/{id}". */
  path: string;
  /** Verb and noun, unique: "listClaims". */
  id: string;
  tag: string;
  summary: string;
  /** Null: open to everybody. Else what the token must be allowed. */
  scope: ApiScope | null;
  params: z.ZodObject;
  query: z.ZodObject;
  body: z.ZodType | null;
  /** Of the data of the answer; of a list, of one of its items. */
  data: z.ZodType;
  isList: boolean;
  /** A record whose version the caller must send as If-Match. */
  needsVersion: boolean;
  run(call: Call<never, never, never>): Promise<Reply<unknown>>;
};

type Given<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodType | null,
  D extends z.ZodType,
  L,
> = Omit<Endpoint, "params" | "query" | "body" | "data" | "isList" | "run"> & {
  params: P;
  query: Q;
  body: B;
  data: D;
  isList: L;
  run(
    call: Call<z.output<P>, z.output<Q>, B extends z.ZodType ? z.output<B> : null>,
  ): Promise<Reply<L extends true ? z.input<D>[] : z.input<D>>>;
};

/** Declares an endpoint; its function gets what its schemas parse, and gives what its answer's schema takes. */
export function endpoint<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodType | null,
  D extends z.ZodType,
  L extends boolean,
>(given: Given<P, Q, B, D, L>): Endpoint {
  return given as unknown as Endpoint;
}
