import type { Measured } from "./measured";

const CREATE_PERCENT_MIN = 8;

export async function measureCreating(): Promise<Measured[]> {
  const { benchCreate } = await import("./create");
  const { command, bare, commandOnOneEvent, bareOnOneEvent, ...wrong } = await benchCreate();
  const row = (where: string, own: number, yardstick: number): Measured => ({
    what: `claims logged a second, 16 at once, ${where}`,
    value: own.toFixed(0),
    bar: `${((100 * own) / yardstick).toFixed(1)} % of ${yardstick.toFixed(0)} by bare rows, at least ${CREATE_PERCENT_MIN} %`,
    holds: (100 * own) / yardstick >= CREATE_PERCENT_MIN,
  });
  const faults = wrong.historyBreaks + wrong.derivedDifferences;
  return [
    row("on 16 events", command, bare),
    row("on one event", commandOnOneEvent, bareOnOneEvent),
    {
      what: "breaks in their history, and derived values out of step",
      value: String(faults),
      bar: "none",
      holds: faults === 0,
    },
  ];
}

const COMMAND_TIMES_MAX = 15;

export async function measureJournalists(): Promise<Measured[]> {
  const { benchDesk } = await import("./desk");
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
}

const IMPORT_CLAIMS_PER_SECOND = 1_500;
const IMPORT_MEGABYTES = 400;

export async function measureImports(): Promise<Measured[]> {
  const { benchImport } = await import("./import");
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
}
