import { DAY } from "./dates";
import { drawFrom } from "./draw";
import type { Plan } from "./event";

/** The one that is the same among however many claims: forty published claims with their claimants. */
export const FORTY = "event-of-forty";

/** The one with the most claims: a hundredth of all, and 10,000 at most. */
export const LARGEST = "event-1";

const BEGIN = Date.parse("2015-01-01T00:00:00Z");
const END = Date.parse("2025-06-01T00:00:00Z");

/**
 * So many claims in events, in the order in which these happened: a few of thousands by Zipf, most of five to forty, and
 * one of exactly forty. Every fiftieth event is not public.
 */
export function planEvents(claims: number): Plan[] {
  const sizes = sizesOf(claims - 40);
  const draw = drawFrom(`events of ${claims}`);
  const placed = sizes
    .map((size, at) => ({ size, at, order: draw.below(2 ** 31) }))
    .sort((a, b) => a.order - b.order);
  const plans = placed.map(
    ({ size, at }, nth): Plan => ({
      slug: `event-${at + 1}`,
      size,
      occurred: BEGIN + Math.floor(((END - BEGIN) / placed.length) * nth),
      recordStatus: at % 50 === 49 ? "draft" : "published",
      isWhole: false,
      claimants: Number.POSITIVE_INFINITY,
    }),
  );
  const forty: Plan = {
    slug: FORTY,
    size: 40,
    occurred: END + DAY,
    recordStatus: "published",
    isWhole: true,
    claimants: 200,
  };
  return [...plans, forty];
}

function sizesOf(claims: number): number[] {
  const draw = drawFrom(`sizes of ${claims}`);
  const largest = Math.min(10_000, Math.floor(claims / 100));
  const sizes: number[] = [];
  for (let left = claims; left > 0; ) {
    const zipf = Math.floor(largest / (sizes.length + 1) ** 0.85);
    const size = Math.min(left, zipf > 40 ? zipf : 5 + draw.skewed(36));
    sizes.push(size);
    left -= size;
  }
  return sizes;
}
