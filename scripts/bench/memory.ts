import { readFileSync } from "node:fs";
import autocannon from "autocannon";
import { startDeskServer } from "./desk-server";
import type { Measured } from "./measured";

const MEGABYTES_MAX = 350;
const ADDRESSES = 100_000;
const MINUTES = 10;
const GROWTH_PERCENT_MAX = 5;

/** Of each address there are as many as the number behind it allows. */
const PATHS = [
  "/en/claims?q=",
  "/api/v1/claims?limit=20&q=",
  "/en/search?q=",
  "/en/events/makiivka-2023?n=",
  "/en?n=",
];

/**
 * How much memory an instance has after ten minutes of load over a hundred thousand distinct addresses, and whether it still
 * grows then, over two minutes more. `--minutes N` for another time.
 */
export async function measureMemory(options: readonly string[]): Promise<Measured[]> {
  const at = options.indexOf("--minutes");
  const minutes = at === -1 ? MINUTES : Number(options[at + 1]);
  const { address, pid } = await startDeskServer();
  let n = 0;
  const next = () => {
    n = (n + 1) % ADDRESSES;
    return `${PATHS[n % PATHS.length]}${n}`;
  };
  const load = (seconds: number) =>
    autocannon({
      url: address,
      connections: 16,
      duration: seconds,
      headers: { "accept-encoding": "br" },
      requests: [{ setupRequest: (request) => ({ ...request, path: next() }) }],
    });
  const { requests, non2xx, errors, timeouts } = await load(minutes * 60);
  const after = residentOf(pid as number);
  await load(120);
  const later = residentOf(pid as number);
  const growth = (100 * (later - after)) / after;
  return [
    {
      what: `an instance after ${minutes} minutes of load over ${ADDRESSES} addresses`,
      value: `${after.toFixed(0)} MB`,
      bar: `under ${MEGABYTES_MAX} MB; ${requests.total} requests, ${non2xx + errors + timeouts} failed`,
      holds: after < MEGABYTES_MAX && non2xx + errors + timeouts === 0,
    },
    {
      what: "its growth in two minutes more",
      value: `${growth.toFixed(1)} %`,
      bar: `under ${GROWTH_PERCENT_MAX} %; ${later.toFixed(0)} MB`,
      holds: growth < GROWTH_PERCENT_MAX,
    },
  ];
}

/** The resident memory of a process, in MB, as Linux tells it. */
function residentOf(pid: number): number {
  const [, kib] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return (Number(kib) * 1024) / 1e6;
}
