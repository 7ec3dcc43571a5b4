import { z } from "zod";
import {
  CaseClaim,
  CaseClaimant,
  type CaseEvent,
  CaseExpect,
  CaseHead,
  CaseMeasure,
  CaseParty,
  CasePublication,
  CaseReport,
} from "./case-shape";

/** A file of acceptance cases: contested events, and what must follow from their claims. */
export type CaseFile = { events: CaseEvent[]; unread: string[] };

/** Takes the text of a file apart, so that one bad record does not spoil the rest; one sentence where it is no file of cases. */
export function readCases(text: string): CaseFile | string {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return `it is not JSON (${(error as Error).message})`;
  }
  const file = z.object({ events: z.array(z.unknown()) }).safeParse(content);
  if (!file.success) return 'it holds no list of "events"';

  const unread: string[] = [];
  const events = file.data.events.flatMap((event, at) => readEvent(event, `event ${at + 1}`, unread));
  return { events, unread };
}

function readEvent(content: unknown, name: string, unread: string[]): CaseEvent[] {
  const head = CaseHead.safeParse(content);
  if (!head.success) {
    unread.push(`${name}: ${problemOf(head.error)}`);
    return [];
  }
  const lists = content as Record<string, unknown>;
  const own: string[] = [];
  const list = <S extends z.ZodType>(field: string, schema: S): z.output<S>[] =>
    readList(lists[field], field, schema, own);
  return [
    {
      ...head.data,
      parties: list("parties", CaseParty),
      claimants: list("claimants", CaseClaimant),
      publications: list("publications", CasePublication),
      reports: list("reports", CaseReport),
      measures: list("measures", CaseMeasure),
      claims: list("claims", CaseClaim),
      expect: readExpect(lists.expect, own),
      unread: own,
    },
  ];
}

function readList<S extends z.ZodType>(
  content: unknown,
  field: string,
  schema: S,
  unread: string[],
): z.output<S>[] {
  const records: unknown[] = Array.isArray(content) ? content : [];
  const seen = new Set<unknown>();
  return records.flatMap((record, at) => {
    const key = (record as { key?: unknown } | null)?.key;
    const parsed = schema.safeParse(record);
    const isSecond = key !== undefined && seen.has(key);
    seen.add(key);
    if (parsed.success && !isSecond) return [parsed.data];
    const problem = parsed.success ? "another one has this key" : problemOf(parsed.error);
    unread.push(`${field} ${typeof key === "string" ? key : at + 1}: ${problem}`);
    return [];
  });
}

// Field by field, so that one which cannot be read leaves the others asserted.
function readExpect(content: unknown, unread: string[]): CaseExpect {
  const given = (content ?? {}) as Record<string, unknown>;
  const fields = Object.entries(CaseExpect.shape).flatMap(([field, schema]) => {
    const parsed = schema.safeParse(given[field]);
    if (parsed.success) return [[field, parsed.data]];
    unread.push(`expect.${field}: ${problemOf(parsed.error)}`);
    return [];
  });
  return Object.fromEntries(fields);
}

function problemOf({ issues }: z.ZodError): string {
  return issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join(".")}: ${message}` : message))
    .join("; ");
}
