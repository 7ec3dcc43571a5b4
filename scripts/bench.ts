import { benchParse, PARSE_MICROSECONDS_MAX } from "./bench/parse";
import { benchSummary } from "./bench/summary";

/** One measurement beside its bar. */
interface Measured {
  what: string;
  value: string;
  bar: string;
  holds: boolean;
}

/** npm run bench: how fast the rules are, each beside its bar; 1 where one does not hold. */
export async function main(): Promise<number> {
  const rows = [...benchSummaries(), ...benchWordings()];
  for (const { what, value, bar, holds } of rows)
    console.log(`${holds ? "ok  " : "SLOW"} ${what.padEnd(66)} ${value.padStart(10)}  (${bar})`);
  return rows.every(({ holds }) => holds) ? 0 : 1;
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
