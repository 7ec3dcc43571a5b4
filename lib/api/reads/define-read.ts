import { z } from "zod";
import { CURSOR, readCursor } from "../../db/cursor";
import { type Call, type Endpoint, endpoint } from "../endpoint";

/** The id of a claim or a report, as it stands in its address. */
export const PublicId = z
  .string()
  .regex(/^[0-9a-z]{6,20}$/, "Give the id of a claim or a report, as in its address.")
  .meta({ description: "The short id that stands in its address." });

const LIMIT_MAX = 100;
const LIMIT = 20;

/** What every list takes, beside its filters. */
export function paging<Sort extends string>(after: z.ZodType<string>, sorts: readonly [Sort, ...Sort[]]) {
  return {
    limit: z.coerce
      .number("Give a number from 1 to 100.")
      .int("Give a whole number from 1 to 100.")
      .min(1, "Give a number from 1 to 100.")
      .max(LIMIT_MAX, "Give a number from 1 to 100.")
      .default(LIMIT)
      .meta({ description: `So many at once: ${LIMIT} unless told, at most ${LIMIT_MAX}.` }),
    after: after.optional().meta({ description: "The cursor of the next page, as the page before gave it." }),
    sort: z
      .enum(sorts)
      .default(sorts[0])
      .meta({ description: "The order; a minus is newest, or last, first." }),
  };
}

/** A cursor of an instant and an id. */
export const InstantCursor = z
  .string()
  .regex(CURSOR, "Give a cursor as an answer gave it.")
  .refine((text) => readCursor(text) !== null, "Give a cursor as an answer gave it.");

/** A cursor that is the number of a revision. */
export const NumberCursor = z.string().regex(/^[1-9]\d{0,8}$/, "Give a cursor as an answer gave it.");

type Told<D> = { row?: D; rows?: D[]; next?: string | null; version?: number; movedTo?: string };

type Read<
  P extends z.ZodObject,
  Q extends z.ZodRawShape,
  D extends z.ZodObject,
  I extends Record<string, z.ZodType>,
> = {
  path: string;
  id: string;
  tag: string;
  summary: string;
  params: P;
  query: Q;
  data: D;
  /** What may be sent along, by name. */
  includes: I;
  isList: boolean;
  run(call: {
    params: z.output<P>;
    query: z.output<z.ZodObject<Q>>;
    include: ReadonlySet<keyof I & string>;
  }): Promise<Told<z.input<D> & { included?: Included<I> }>>;
};

export type Included<I extends Record<string, z.ZodType>> = { [Name in keyof I]?: z.input<I[Name]> };

/**
 * Declares a read that is open to everybody. It takes `fields`, the names of its answer that are wanted, and `include`,
 * what is sent along under `included`; names that it does not have are refused.
 */
export function defineRead<
  P extends z.ZodObject,
  Q extends z.ZodRawShape,
  D extends z.ZodObject,
  I extends Record<string, z.ZodType>,
>({ query, data, includes, run, ...given }: Read<P, Q, D, I>): Endpoint {
  const names = Object.keys(data.shape);
  const included = Object.keys(includes);
  return endpoint({
    ...given,
    method: "GET",
    scope: null,
    query: z.strictObject({
      ...Object.fromEntries(Object.entries(query).map(([name, schema]) => [name, blankIsAbsent(schema)])),
      fields: namesOf(names, "Only these top-level names of the answer, with commas between them."),
      ...(included.length > 0 && {
        include: namesOf(included, "What to send along, under “included”, with commas between them."),
      }),
    }),
    body: null,
    data: included.length > 0 ? withIncluded(data, includes) : data,
    needsVersion: false,
    async run(call: Call<unknown, unknown, null>) {
      const { fields, include, ...asked } = call.query as { fields?: string[]; include?: string[] };
      const told = await run({
        params: call.params as z.output<P>,
        query: asked as z.output<z.ZodObject<Q>>,
        include: new Set(include),
      });
      const pick = (row: object) => (fields ? picked(row, fields) : row);
      const shown = given.isList ? (told.rows ?? []).map(pick) : told.row && pick(told.row);
      return {
        status: 200,
        data: shown as never,
        ...(given.isList && { next: told.next ?? null }),
        ...(told.version !== undefined && { version: told.version }),
        ...(told.movedTo !== undefined && { movedTo: told.movedTo }),
      };
    },
  } as never);
}

// A list and one of its records have one schema where they send the same along.
const extended = new WeakMap<object, WeakMap<object, z.ZodObject>>();
const bases = new WeakMap<object, z.ZodObject>();

function withIncluded(data: z.ZodObject, includes: Record<string, z.ZodType>): z.ZodObject {
  const ofData = extended.get(data) ?? new WeakMap<object, z.ZodObject>();
  const known = ofData.get(includes);
  if (known) return known;
  const optional = Object.entries(includes).map(([name, schema]) => [name, schema.optional()]);
  const whole = data
    .extend({
      included: z
        .strictObject(Object.fromEntries(optional))
        .optional()
        .meta({ description: "What include asked for." }),
    })
    .meta({ description: data.description });
  extended.set(data, ofData.set(includes, whole));
  bases.set(whole, data);
  return whole;
}

/** The record that an answer's schema is of, without what is sent along. */
export function baseOf(data: object): object {
  return bases.get(data) ?? data;
}

function namesOf(names: readonly string[], description: string) {
  const [first = "", ...others] = names;
  return blankIsAbsent(
    z
      .string()
      .transform((text) => text.split(","))
      .pipe(z.array(z.enum([first, ...others], `Name some of: ${names.join(", ")}.`)))
      .optional()
      .meta({ description }),
  );
}

// A form sends the fields that nobody filled in, too.
function blankIsAbsent(schema: z.core.$ZodType) {
  return z.preprocess((value) => (value === "" ? undefined : value), schema);
}

function picked(row: object, fields: readonly string[]): object {
  const kept = Object.entries(row).filter(([name]) => name === "included" || fields.includes(name));
  return Object.fromEntries(kept);
}

/** One page of rows that were asked for with one more than it takes, and the cursor of its last row. */
export function pageFrom<Row>(
  found: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => string,
): { rows: Row[]; next: string | null } {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last !== undefined ? cursorOf(last) : null };
}
