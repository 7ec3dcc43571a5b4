import type { Box } from "./boxes";
import { isFree, noteLines, type PlacedLabel, type Plot, placeAt } from "./labels";

const MAX_PX = 120;

/** The name of the band of the event itself, beside it; null where it has no room or no band. */
export function eventLabel(
  { event, footPx }: { event: { from: number; to: number } | null; footPx: number },
  words: string,
  taken: readonly Box[],
  plot: Plot,
): PlacedLabel | null {
  if (!event) return null;
  const lines = noteLines(words, MAX_PX) ?? [];
  for (const top of [0, 16, 32, footPx - 18]) {
    for (const [anchor, x, dx] of [
      ["start", event.to, 5],
      ["end", event.from, -5],
    ] as const) {
      const placed = placeAt(lines, { x, dx, anchor, top });
      if (isFree(placed.box, taken, plot)) return placed.label;
    }
  }
  return null;
}
