import { parseArgs } from "node:util";
import { Problem } from "../problem";
import { benchInstances } from "./instances";
import type { Measured } from "./measured";

const CHANGE_MS_MAX = 1_000;
const STOP_MS_MAX = 15_000;

/**
 * Several instances beside their bars. --trials, --restarts and --outage (in seconds) do less of each than the bars are
 * about.
 */
export async function measureInstances(options: readonly string[]): Promise<Measured[]> {
  const whole = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...options],
    options: { trials: whole, restarts: whole, outage: whole },
  });
  const { balancer, changes, restart, outage } = await benchInstances({
    trials: numberIn(values.trials, 1_000),
    restarts: numberIn(values.restarts, 3),
    outageSeconds: numberIn(values.outage, 30),
  });
  const failures = [restart.failed, outage.failed, outage.otherAnswers];
  for (const some of failures) for (const failure of some.slice(0, 5)) console.log(`failed: ${failure}`);
  const none = (what: string, failed: readonly string[], asked: number, more: string): Measured => ({
    what,
    value: String(failed.length),
    bar: `none of ${asked}${more}`,
    holds: failed.length === 0 && asked > 0,
  });
  return [
    {
      what: `${changes.trials} changes of one instance, not on the other's page in a second`,
      value: String(changes.late),
      bar: `none; 95th percentile ${changes.p95.toFixed(0)} ms, worst ${changes.worst.toFixed(0)} ms`,
      holds: changes.late === 0 && changes.worst < CHANGE_MS_MAX,
    },
    none(
      `requests that failed in ${restart.stops} restarts, one instance after the other`,
      restart.failed,
      restart.asked + restart.writes,
      `; ${restart.writes} of them writes; behind ${balancer}`,
    ),
    {
      what: "the longest stop of them, under load",
      value: `${(restart.longestStopMs / 1_000).toFixed(1)} s`,
      bar: `under ${STOP_MS_MAX / 1_000} s, each with exit code 0${restart.unclean.length ? `: ${restart.unclean}` : ""}`,
      holds: restart.longestStopMs < STOP_MS_MAX && restart.unclean.length === 0,
    },
    none("reads that failed while PostgreSQL was stopped", outage.failed, outage.asked, ""),
    {
      what: "writes meanwhile that were refused with when to try again",
      value: String(outage.writesRefused),
      bar: `all; ${outage.otherAnswers.length} got another answer, or pages that nobody had seen; ${outage.stale} reads told their age`,
      holds: outage.writesRefused > 0 && outage.otherAnswers.length === 0,
    },
    {
      what: "until writes and fresh pages were back by themselves",
      value: `${outage.recoveryMs.toFixed(0)} ms`,
      bar: "after PostgreSQL was",
      holds: true,
    },
  ];
}

function numberIn(text: string | undefined, otherwise: number): number {
  const number = Number(text ?? otherwise);
  if (!Number.isInteger(number) || number < 1) throw new Problem(`${text} is not a whole number above 0.`);
  return number;
}
