import type { Measured } from "./measured";

const MEGABYTES_MAX = 250;

export async function measureBackup(): Promise<Measured[]> {
  const { benchBackup, WRITERS } = await import("./backup");
  const { backup, restore, bytes, claims, differences, isHistoryWhole, ...rates } = await benchBackup();
  for (const difference of differences) console.log(`differs: ${difference}`);
  const memory = (what: string, peakBytes: number): Measured => ({
    what: `the most memory of the process that ${what}`,
    value: `${(peakBytes / 1e6).toFixed(0)} MB`,
    bar: `under ${MEGABYTES_MAX} MB`,
    holds: peakBytes / 1e6 < MEGABYTES_MAX,
  });
  return [
    {
      what: `backup of ${claims} claims while ${WRITERS} people log more`,
      value: `${backup.seconds.toFixed(1)} s`,
      bar: `${(bytes / 1e6).toFixed(0)} MB; ${rates.rateMeanwhile.toFixed(0)} claims a second were logged meanwhile, ${rates.rateBefore.toFixed(0)} before`,
      holds: rates.rateMeanwhile > 0,
    },
    memory("backs up", backup.peakBytes),
    {
      what: "restored elsewhere",
      value: `${restore.seconds.toFixed(1)} s`,
      bar: "its ordinary settings",
      holds: true,
    },
    memory("restores", restore.peakBytes),
    {
      what: "differences of counts and chain heads to that moment",
      value: String(differences.length),
      bar: "none",
      holds: differences.length === 0,
    },
    {
      what: "history of what was restored",
      value: isHistoryWhole ? "holds" : "broken",
      bar: "holds",
      holds: isHistoryWhole,
    },
  ];
}
