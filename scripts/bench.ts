import { benchParse, PARSE_MICROSECONDS_MAX } from "./bench/parse";
import { benchSummary } from "./bench/summary";
import { generateClient } from "./generate";
import { Problem } from "./problem";
import { shutDown, stopOnSignals } from "./shutdown";

/** One measurement beside its bar. */
interface Measured {
  what: string;
  value: string;
  bar: string;
  holds: boolean;
}

const PARTS = ["rules", "desk", "search", "export", "import"];

/** npm run bench [-- rules | desk | search | export | import]: how fast it is, each beside its bar; 1 where one fails. */
export async function main([part]: string[]): Promise<number> {
  if (part && !PARTS.includes(part))
    throw new Problem(`There is no part ${part}; say one of ${PARTS.join(", ")}.`);
  const wants = (name: string) => !part || part === name;
  const rows = [
    ...(wants("rules") ? [...benchSummaries(), ...benchWordings()] : []),
    ...(wants("desk") ? await benchJournalists() : []),
    ...(wants("search") ? await benchSearches() : []),
    ...(wants("export") ? await benchExports() : []),
    ...(wants("import") ? await benchImports() : []),
  ];
  for (const { what, value, bar, holds } of rows)
    console.log(`${holds ? "ok  " : "SLOW"} ${what.padEnd(66)} ${value.padStart(10)}  (${bar})`);
  return rows.every(({ holds }) => holds) ? 0 : 1;
}

const COMMAND_TIMES_MAX = 15;

async function benchJournalists(): Promise<Measured[]> {
  stopOnSignals();
  try {
    // Loaded only when it is wanted: it needs the database's client, which may not be there yet.
    await generateClient();
    const { benchDesk } = await import("./bench/desk");
    const load = await benchDesk();
    for (const error of load.errors.slice(0, 5)) console.log(`error: ${error}`);
    const none = (what: string, n: number): Measured => ({
      what,
      value: String(n),
      bar: "none",
      holds: n === 0,
    });
    const times = load.commandP95 / load.bareP95;
    return [
      {
        what: "20 journalists, 30 s: forms sent",
        value: String(load.sent),
        bar: `${load.saved} claims saved`,
        holds: load.saved > 0,
      },
      {
        what: "of them refused in words",
        value: String(load.conflicts),
        bar: "honest conflicts",
        holds: true,
      },
      none("errors", load.errors.length),
      none("claims acknowledged and not there", load.lost),
      none("claims there twice", load.doubled),
      none("breaks in the history", load.historyBreaks),
      none("derived values out of step", load.derivedDifferences),
      {
        what: "answer to a form, 95th percentile",
        value: `${load.answerP95.toFixed(0)} ms`,
        bar: "20 at once",
        holds: true,
      },
      {
        what: "a bare transaction of the same rows, 95th percentile",
        value: `${load.bareP95.toFixed(1)} ms`,
        bar: "20 at once",
        holds: true,
      },
      {
        what: "the command that logs a claim, 95th percentile",
        value: `${load.commandP95.toFixed(1)} ms`,
        bar: `${times.toFixed(1)} times, under ${COMMAND_TIMES_MAX}`,
        holds: times < COMMAND_TIMES_MAX,
      },
    ];
  } finally {
    await shutDown();
  }
}

const SEARCH_P95_MS = 100;

async function benchSearches(): Promise<Measured[]> {
  stopOnSignals();
  try {
    await generateClient();
    const { benchSearch } = await import("./bench/search");
    const { asked, p50, p95, max, slowest } = await benchSearch();
    return [
      {
        what: `${asked} searches of 200,000 claims, 95th percentile`,
        value: `${p95.toFixed(0)} ms`,
        bar: `under ${SEARCH_P95_MS} ms; median ${p50.toFixed(0)} ms, slowest ${max.toFixed(0)} ms: ${slowest}`,
        holds: p95 < SEARCH_P95_MS,
      },
    ];
  } finally {
    await shutDown();
  }
}

const EXPORT_ROWS_PER_SECOND = 20_000;
const EXPORT_GROWN_MB = 50;

async function benchExports(): Promise<Measured[]> {
  stopOnSignals();
  try {
    await generateClient();
    const { benchExport } = await import("./bench/export");
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
  } finally {
    await shutDown();
  }
}

const IMPORT_CLAIMS_PER_SECOND = 1_500;
const IMPORT_MEGABYTES = 400;

async function benchImports(): Promise<Measured[]> {
  stopOnSignals();
  try {
    await generateClient();
    const { benchImport } = await import("./bench/import");
    const { claims, seconds, peakBytes, bareSeconds, historyBreaks } = await benchImport();
    const peak = peakBytes / 1e6;
    return [
      {
        what: `${claims} claims of a CSV with their history, claims a second`,
        value: (claims / seconds).toFixed(0),
        bar: `at least ${IMPORT_CLAIMS_PER_SECOND}; ${seconds.toFixed(1)} s`,
        holds: claims / seconds >= IMPORT_CLAIMS_PER_SECOND,
      },
      {
        what: "the most memory of the process that logs them",
        value: `${peak.toFixed(0)} MB`,
        bar: `under ${IMPORT_MEGABYTES} MB`,
        holds: peak < IMPORT_MEGABYTES,
      },
      {
        what: "a bare COPY of the same rows",
        value: `${bareSeconds.toFixed(1)} s`,
        bar: `logging takes ${(seconds / bareSeconds).toFixed(1)} times as long`,
        holds: true,
      },
      {
        what: "breaks in the history",
        value: String(historyBreaks),
        bar: "none",
        holds: historyBreaks === 0,
      },
    ];
  } finally {
    await shutDown();
  }
}

const SUMMARY_MS = 50;

function benchSummaries(): Measured[] {
  const [few, some, many] = [benchSummary(100, 31), benchSummary(1_000, 31), benchSummary(10_000, 7)];
  const growth = many / few;
  // A hundred times as many claims, of twice the logarithm.
  const allowed = 100 * (Math.log(10_000) / Math.log(100));
  return [
    {
      what: "summary of an event, 1,000 claims and 5,000 attributions",
      value: `${some.toFixed(1)} ms`,
      bar: `under ${SUMMARY_MS} ms`,
      holds: some < SUMMARY_MS,
    },
    {
      what: "its growth from 100 to 10,000 claims",
      value: `${growth.toFixed(0)} times`,
      bar: `n log n is ${allowed.toFixed(0)} times`,
      holds: growth <= allowed,
    },
  ];
}

function benchWordings(): Measured[] {
  const { meanMicroseconds, medianMicroseconds } = benchParse();
  return Object.entries({ mean: meanMicroseconds, median: medianMicroseconds }).map(
    ([name, microseconds]) => ({
      what: `reading a wording, ${name} over the table of the tests`,
      value: `${microseconds.toFixed(1)} µs`,
      bar: `under ${PARSE_MICROSECONDS_MAX} µs`,
      holds: microseconds < PARSE_MICROSECONDS_MAX,
    }),
  );
}
