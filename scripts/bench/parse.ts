import { parseQuantity } from "../../lib/quantity/parse";
import { WORDINGS } from "../../tests/fixtures/wordings";

/** How long one wording takes to be read, over a whole table of wordings. */
export type ParseBench = {
  name: "parse";
  wordings: number;
  meanMicroseconds: number;
  medianMicroseconds: number;
};

/** The bar for both, so that a form can answer at every key that is pressed. */
export const PARSE_MICROSECONDS_MAX = 50;

const ROUNDS = 200;
const WARM_UP_ROUNDS = 20;

/**
 * Reads every wording of the table many times, after a warm-up, and tells what one takes: the mean over
 * all, and the median of the wordings' own means. Takes a few seconds, and changes nothing.
 */
export function benchParse(): ParseBench {
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) for (const row of WORDINGS) readOne(row);

  const means = WORDINGS.map((row) => {
    const from = performance.now();
    for (let round = 0; round < ROUNDS; round += 1) readOne(row);
    return ((performance.now() - from) * 1000) / ROUNDS;
  }).toSorted((a, b) => a - b);
  return {
    name: "parse",
    wordings: WORDINGS.length,
    meanMicroseconds: means.reduce((sum, one) => sum + one, 0) / means.length,
    medianMicroseconds: means[Math.floor(means.length / 2)] ?? Number.NaN,
  };
}

function readOne({ raw, kinds, language, unit }: (typeof WORDINGS)[number]): void {
  parseQuantity(raw, kinds ?? ["killed"], { language: language ?? null, unit: unit ?? null });
}
