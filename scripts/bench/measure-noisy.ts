import { parseArgs } from "node:util";
import { Problem } from "../problem";
import type { Measured } from "./measured";
import { benchNoisy } from "./noisy";

const TIMES_MAX = 1.5;
const SECONDS = 60;

/** How much longer others wait while one client asks for ten times its limit. --seconds measures for less than a minute. */
export async function measureNoisy(options: readonly string[]): Promise<Measured[]> {
  const { values } = parseArgs({ args: [...options], options: { seconds: { type: "string" } } });
  const seconds = Number(values.seconds ?? SECONDS);
  if (!Number.isInteger(seconds) || seconds < 5) throw new Problem("Measure for 5 seconds at least.");
  return (await benchNoisy(seconds)).flatMap(({ what, perMinute, quiet, beside, noisy }) => {
    const times = beside.p95 / quiet.p95;
    return [
      {
        what: `${what}, 95th percentile of ten readers beside one that asks for ${10 * perMinute} in a minute`,
        value: `${beside.p95.toFixed(0)} ms`,
        bar: `${times.toFixed(2)} times ${quiet.p95.toFixed(0)} ms without it, under ${TIMES_MAX}; medians ${beside.p50.toFixed(0)} and ${quiet.p50.toFixed(0)} ms; of the noisy one ${noisy.answered} answered, ${noisy.refused} refused`,
        holds: times < TIMES_MAX && noisy.refused > 0,
      },
      {
        what: `${what}, of them not answered with 200`,
        value: String(quiet.failed + beside.failed),
        bar: `none of ${quiet.asked + beside.asked}`,
        holds: quiet.failed + beside.failed === 0 && beside.asked > 0,
      },
    ];
  });
}
