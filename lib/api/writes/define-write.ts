import type { z } from "zod";
import type { Actor } from "../../auth/actor";
import { DEFAULT_LOCALE } from "../../format/messages";
import { siteUrl } from "../../format/site-url";
import type { ApiScope } from "../../vocabulary";
import { type Call, type Endpoint, endpoint } from "../endpoint";
import { noParams, Written } from "./parts";

type Write<P extends z.ZodObject, B extends z.ZodType> = {
  method: "POST" | "PATCH";
  path: string;
  id: string;
  tag: string;
  summary: string;
  scope: ApiScope;
  params: P;
  body: B;
  /** 201: a record is made; its address is told. */
  status: 200 | 201;
  needsVersion: boolean;
  run(call: {
    params: z.output<P>;
    body: z.output<B>;
    actor: Actor;
    /** 0 where none is needed. */
    version: number;
    idempotencyKey: string | null;
    now: Date;
  }): Promise<Told>;
};

/** What a write tells of its record; `path` is where it is read, below /api/v1, `desk` below the desk. */
export type Told = Omit<Written, "deskUrl" | "recordStatus"> & {
  recordStatus?: Written["recordStatus"];
  path: string;
  desk: string;
};

/** Declares a write: one command, in the name of the person whose token was sent. */
export function defineWrite<P extends z.ZodObject, B extends z.ZodType>({
  run,
  status,
  ...given
}: Write<P, B>): Endpoint {
  return endpoint({
    ...given,
    query: noParams,
    data: Written,
    isList: false,
    async run({ params, body, actor, ifMatch, idempotencyKey, now }: Call<unknown, unknown, unknown>) {
      if (!actor) throw new Error("A write was asked for by nobody.");
      const told = await run({
        params: params as z.output<P>,
        body: body as z.output<B>,
        actor,
        version: ifMatch ?? 0,
        idempotencyKey,
        now,
      });
      const { path, desk, recordStatus = null, ...record } = told;
      const data = { ...record, recordStatus, deskUrl: siteUrl(`/${DEFAULT_LOCALE}/desk${desk}`) };
      return { status, data, version: told.version, ...(status === 201 && { location: path }) };
    },
  } as never);
}
