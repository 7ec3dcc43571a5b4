import type { Measured } from "./measured";

const SEARCH_P95_MS = 100;

export async function measureUnkept(): Promise<Measured[]> {
  const { benchReads } = await import("./reads");
  return (await benchReads()).map(({ what, percentMin, read, bare }) => {
    const percent = (100 * read.requestsPerSecond) / bare.requestsPerSecond;
    return {
      what: `${what}, not kept, requests a second`,
      value: read.requestsPerSecond.toFixed(0),
      bar: `${percent.toFixed(1)} % of ${bare.requestsPerSecond.toFixed(0)} by bare Node and pg, at least ${percentMin} %; processor ${read.cpuMs?.toFixed(2)} and ${bare.cpuMs?.toFixed(2)} ms`,
      holds: percent >= percentMin && read.failed === 0,
    };
  });
}

const KEPT_PERCENT_MIN = 60;
const KEPT_P99_TIMES_MAX = 4;

export async function measureKept(): Promise<Measured[]> {
  const { benchStored } = await import("./stored");
  return (await benchStored()).flatMap(({ what, kept, bare }) => {
    const percent = (100 * kept.requestsPerSecond) / bare.requestsPerSecond;
    // What is measured in whole ms may be none.
    const times = Math.max(1, kept.p99) / Math.max(1, bare.p99);
    return [
      {
        what: `${what}, kept, requests a second`,
        value: kept.requestsPerSecond.toFixed(0),
        bar: `${percent.toFixed(0)} % of ${bare.requestsPerSecond.toFixed(0)} by bare Node, at least ${KEPT_PERCENT_MIN} %; processor ${kept.cpuMs?.toFixed(3)} and ${bare.cpuMs?.toFixed(3)} ms`,
        holds: percent >= KEPT_PERCENT_MIN && kept.failed === 0,
      },
      {
        what: `${what}, kept, 99th percentile`,
        value: `${kept.p99} ms`,
        bar: `${times.toFixed(1)} times ${bare.p99} ms, under ${KEPT_P99_TIMES_MAX} times`,
        holds: times < KEPT_P99_TIMES_MAX,
      },
    ];
  });
}

export async function measureSearches(): Promise<Measured[]> {
  const { benchSearch } = await import("./search");
  const { asked, p50, p95, max, slowest } = await benchSearch();
  return [
    {
      what: `${asked} searches of 200,000 claims, 95th percentile`,
      value: `${p95.toFixed(0)} ms`,
      bar: `under ${SEARCH_P95_MS} ms; median ${p50.toFixed(0)} ms, slowest ${max.toFixed(0)} ms: ${slowest}`,
      holds: p95 < SEARCH_P95_MS,
    },
  ];
}

const EXPORT_ROWS_PER_SECOND = 20_000;
const EXPORT_GROWN_MB = 50;

export async function measureExports(): Promise<Measured[]> {
  const { benchExport } = await import("./export");
  const { rowsPerSecond, megabytes, grownBytes } = await benchExport();
  const grown = grownBytes / 1e6;
  return [
    {
      what: "200,000 claims as CSV, rows a second",
      value: rowsPerSecond.toFixed(0),
      bar: `at least ${EXPORT_ROWS_PER_SECOND}; ${megabytes.toFixed(0)} MB in all`,
      holds: rowsPerSecond >= EXPORT_ROWS_PER_SECOND,
    },
    {
      what: "memory above idle meanwhile",
      value: `${grown.toFixed(0)} MB`,
      bar: `under ${EXPORT_GROWN_MB} MB`,
      holds: grown < EXPORT_GROWN_MB,
    },
  ];
}
