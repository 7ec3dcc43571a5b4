import { readFileSync } from "node:fs";
import autocannon from "autocannon";

/** One way to answer, that is measured beside others. */
export type Subject = {
  name: string;
  origin: string;
  /** The path and query of the next request: the same each time, or each time another. */
  path: () => string;
  headers?: Record<string, string>;
  /** Of the process that answers, to know its processor time. */
  pid?: number | undefined;
};

/** Medians over the rounds. */
export type Measured = {
  requestsPerSecond: number;
  /** In ms. */
  p50: number;
  p99: number;
  /** Of the process that answers, user and system, in ms; null where it is not known. */
  cpuMs: number | null;
  /** Answers that were not 2xx, errors and timeouts. */
  failed: number;
};

type Options = { connections?: number; rounds?: number; seconds?: number; warmUpSeconds?: number };

/**
 * Asks each in turn, round after round, so that whatever else the machine does meets them all: on loopback, 16 at once
 * for five rounds of three seconds each, after one to warm up.
 */
export async function compareLoads<Name extends string>(
  subjects: readonly (Subject & { name: Name })[],
  { connections = 16, rounds = 5, seconds = 3, warmUpSeconds = 3 }: Options = {},
): Promise<Record<Name, Measured>> {
  const runs = new Map<Name, Measured[]>(subjects.map(({ name }) => [name, []]));
  for (const subject of subjects) await load(subject, connections, warmUpSeconds);
  for (let round = 0; round < rounds; round += 1)
    for (const subject of subjects) runs.get(subject.name)?.push(await load(subject, connections, seconds));
  return Object.fromEntries([...runs].map(([name, all]) => [name, medians(all)])) as Record<Name, Measured>;
}

async function load({ origin, path, headers = {}, pid }: Subject, connections: number, duration: number) {
  const before = pid === undefined ? null : cpuMsOf(pid);
  const result = await autocannon({
    url: origin,
    connections,
    duration,
    headers,
    requests: [{ setupRequest: (request) => ({ ...request, path: path() }) }],
  });
  const after = pid === undefined ? null : cpuMsOf(pid);
  return {
    requestsPerSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMs: before === null || after === null ? null : (after - before) / Math.max(1, result.requests.total),
    failed: result.errors + result.timeouts + result.non2xx,
  };
}

function medians(runs: readonly Measured[]): Measured {
  const median = (value: (run: Measured) => number) => {
    const sorted = runs.map(value).toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] as number;
  };
  return {
    requestsPerSecond: median((run) => run.requestsPerSecond),
    p50: median((run) => run.p50),
    p99: median((run) => run.p99),
    cpuMs: runs.some(({ cpuMs }) => cpuMs === null) ? null : median(({ cpuMs }) => cpuMs as number),
    failed: runs.reduce((sum, { failed }) => sum + failed, 0),
  };
}

/** User and system time of a process so far, in ms, as Linux tells it; null elsewhere. */
function cpuMsOf(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}
