import type { Measured } from "./measured";
import { benchParse, PARSE_MICROSECONDS_MAX } from "./parse";
import { benchSummary } from "./summary";

/** The pure rules: no database. */
export function measureRules(): Measured[] {
  return [...measureSummaries(), ...measureWordings()];
}

const SUMMARY_MS = 50;

function measureSummaries(): Measured[] {
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

function measureWordings(): Measured[] {
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
