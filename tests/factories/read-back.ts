import { db } from "../../lib/db/client";
import type { EventSummary } from "../../lib/events/rules";
import type { FieldContent } from "../../lib/history/digest";

/**
 * What every table holds, as a count of its rows and a digest of them: two equal answers mean that nothing was
 * written, changed or deleted between them.
 */
export async function everyRow(): Promise<Record<string, string>> {
  const tables = await db().$queryRaw<{ name: string; held: string }[]>`
    select c.relname as name, (xpath('/row/held/text()', query_to_xml(format(
      'select count(*) || %L || coalesce(md5(string_agg(t::text, %L order by t::text)), %L) as held from %I t',
      ' rows ', ',', '', c.relname), false, true, '')))[1]::text as held
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    order by c.relname`;
  return Object.fromEntries(tables.map(({ name, held }) => [name, held]));
}

/** Tries something that must fail. Returns its error, and whether the database is as it was before. */
export async function refusalOf(
  work: () => Promise<unknown>,
): Promise<{ error: unknown; leftNothing: boolean }> {
  const before = JSON.stringify(await everyRow());
  const error = await work().then(
    () => null,
    (reason: unknown) => reason,
  );
  return { error, leftNothing: JSON.stringify(await everyRow()) === before };
}

/** The newest revision of a record, with its changed fields as [before, after]. */
export async function lastRevisionOf(subjectId: string) {
  const { content, ...revision } = await db().revision.findFirstOrThrow({
    where: { subjectId },
    orderBy: { version: "desc" },
    select: {
      action: true,
      version: true,
      actorId: true,
      actorRole: true,
      at: true,
      subjectKind: true,
      chainId: true,
      content: { select: { fields: true } },
    },
  });
  const fields = (content?.fields ?? {}) as Record<string, FieldContent | null>;
  const changes = Object.entries(fields).map(([name, field]) => [name, field && [field.before, field.after]]);
  return { ...revision, changes: Object.fromEntries(changes) as Record<string, unknown> };
}

/** The ends of the range that lists show of a measure's counts. */
export async function storedRange(measureId: string | null): Promise<[low: number, high: number] | null> {
  const { eventId } = await db().measure.findUniqueOrThrow({ where: { id: measureId ?? "" } });
  const row = await db().eventDerived.findUniqueOrThrow({ where: { eventId } });
  const { ranges } = row.summary as unknown as EventSummary;
  const { low, high } = ranges.find((range) => range.measureId === measureId && range.lane === "count") ?? {};
  return low && high ? [low.value, high.value] : null;
}

let heard: string[] | null = null;
const listening = new WeakSet<object>();

/** What the database was asked while some work was done. Nothing else may ask meanwhile. */
export async function queriesOf(work: () => Promise<unknown>): Promise<string[]> {
  if (!listening.has(db()))
    db().$on("query" as never, ((event: { query: string }) => heard?.push(event.query)) as never);
  listening.add(db());
  const queries: string[] = [];
  heard = queries;
  await work();
  heard = null;
  return queries;
}

/** The outcomes of things done at once, on connections of their own: how many won, and the errors of the rest. */
export async function race(...contenders: Promise<unknown>[]): Promise<{ won: number; errors: unknown[] }> {
  const outcomes = await Promise.allSettled(contenders);
  const errors = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  return { won: outcomes.length - errors.length, errors };
}
