import type { Served } from "./send-kept";

/** What the front has done so far. Plain numbers: counting must cost nothing. */
export type Counts = {
  served: Record<Served, number>;
  /** Who waited for a rendering that was under way. */
  waited: number;
  /** What is not kept: with a session, a write, a failure, or too long. */
  passed: number;
  evicted: number;
  /** In ms, since they were last read. */
  renders: number[];
  held: () => { entries: number; bytes: number };
};

export function noCounts(): Counts {
  return {
    served: { hit: 0, fresh: 0, stale: 0 },
    waited: 0,
    passed: 0,
    evicted: 0,
    renders: [],
    held: () => ({ entries: 0, bytes: 0 }),
  };
}

const RENDERS_MAX = 10_000;

/** Notes how long a rendering took, in ms. */
export function noteRender({ renders }: Counts, ms: number): void {
  if (renders.length < RENDERS_MAX) renders.push(ms);
}
