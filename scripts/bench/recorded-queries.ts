import { Client } from "pg";

/** A statement as it was sent. */
export type Sent = { text: string; values: unknown[] };

type Query = (query: unknown, values?: unknown, ...rest: unknown[]) => unknown;

/** Runs the work and returns what every client of this process sent to PostgreSQL meanwhile. */
export async function recordQueries(work: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = [];
  const prototype = Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  prototype.query = function (this: unknown, asked, values, ...rest) {
    const text = typeof asked === "string" ? asked : (asked as { text?: string } | null)?.text;
    const given = Array.isArray(values) ? values : ((asked as { values?: unknown[] } | null)?.values ?? []);
    if (text !== undefined) sent.push({ text, values: given });
    return query.call(this, asked, values, ...rest);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return sent;
}

/** A step of a plan, as EXPLAIN (FORMAT JSON) writes it. */
type Step = {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows"?: number;
  "Actual Loops"?: number;
  "Rows Removed by Filter"?: number;
  "Shared Hit Blocks"?: number;
  "Shared Read Blocks"?: number;
  Plans?: Step[];
};

export type Explained = {
  ms: number;
  /** Of 8 kB, each time that one was looked at. */
  blocks: number;
  /** The tables that were read from end to end, whatever was wanted of them. */
  scanned: string[];
  text: string;
};

/** Runs a statement that only reads again, and tells how PostgreSQL did it; null of any other. */
export async function explain(client: Client, { text, values }: Sent): Promise<Explained | null> {
  if (!/^\s*(select|with)\b/i.test(text) || /for (update|share)/i.test(text)) return null;
  const { rows } = await client.query({
    text: `explain (analyze, buffers, format json) ${text}`,
    values,
  });
  const [told] = rows[0]["QUERY PLAN"] as { Plan: Step; "Execution Time": number; "Planning Time": number }[];
  if (!told) return null;
  const { Plan: plan } = told;
  return {
    ms: told["Execution Time"] + told["Planning Time"],
    blocks: (plan["Shared Hit Blocks"] ?? 0) + (plan["Shared Read Blocks"] ?? 0),
    scanned: [...new Set(stepsOf(plan).flatMap(scannedBy))],
    text,
  };
}

function stepsOf(step: Step): Step[] {
  return [step, ...(step.Plans ?? []).flatMap(stepsOf)];
}

function scannedBy(step: Step): string[] {
  const table = step["Relation Name"];
  return step["Node Type"] === "Seq Scan" && table && (step["Actual Loops"] ?? 1) > 0 ? [table] : [];
}
