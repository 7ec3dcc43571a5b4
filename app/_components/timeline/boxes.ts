/**
 * A box on a plot: where it begins and ends across, in percent of the plot's width and pixels beyond, and its top and
 * bottom in pixels. Text keeps its size while the plot grows, so that a place must stay free at every greater width.
 */
export type Box = { x0: number; dx0: number; x1: number; dx1: number; y0: number; y1: number };

/** Whether two boxes are apart in a plot of that width, and stay so in every wider one. */
export function areApart(a: Box, b: Box, plotPx: number): boolean {
  if (a.y1 <= b.y0 || b.y1 <= a.y0) return true;
  return isBefore(a, b, plotPx) || isBefore(b, a, plotPx);
}

/** Whether two boxes are apart in a plot of that very width. */
export function areApartAt(a: Box, b: Box, plotPx: number): boolean {
  if (a.y1 <= b.y0 || b.y1 <= a.y0) return true;
  return endOf(a, plotPx) <= startOf(b, plotPx) || endOf(b, plotPx) <= startOf(a, plotPx);
}

// Whatever is anchored further to the left moves less when the plot grows, so that the gap between them cannot close.
function isBefore(a: Box, b: Box, plotPx: number): boolean {
  return a.x1 <= b.x0 && endOf(a, plotPx) <= startOf(b, plotPx);
}

const startOf = ({ x0, dx0 }: Box, plotPx: number) => (x0 / 100) * plotPx + dx0;
const endOf = ({ x1, dx1 }: Box, plotPx: number) => (x1 / 100) * plotPx + dx1;

/** Whether a box lies within a plot of that width, and in every wider one. */
export function isWithin(box: Box, plotPx: number, top: number, bottom: number): boolean {
  const isAcross = startOf(box, plotPx) >= 0 && endOf(box, plotPx) <= plotPx;
  return isAcross && box.y0 >= top && box.y1 <= bottom;
}

/** A box of pixels around a point whose place across is in percent. */
export function boxAround(
  at: { x: number; y: number },
  reach: { left: number; right: number; up: number; down: number },
): Box {
  return {
    x0: at.x,
    dx0: -reach.left,
    x1: at.x,
    dx1: reach.right,
    y0: at.y - reach.up,
    y1: at.y + reach.down,
  };
}
