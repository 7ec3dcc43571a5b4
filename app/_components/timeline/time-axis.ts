/** When something stands on the axis of time: in its middle, with the ends of what its date can mean. */
export type Span = { at: number; from: number | null; to: number | null };

/**
 * The span of a date (instants, ms since 1970 UTC; null where it is open). One that reaches back before its event began
 * is cut there: nobody counted its dead before.
 */
export function spanOf({ from, to }: Pick<Span, "from" | "to">, begins: number): Span {
  const isCut = (from ?? -Infinity) < begins && (to ?? Infinity) > begins;
  const first = isCut ? begins : from;
  if (first === null || to === null) return { at: first ?? to ?? begins, from: first, to };
  return { at: (first + to) / 2, from: first, to };
}

/**
 * The spans of an account in its order: where dates overlap, a figure stands never after the next one, as far as its
 * own date lets it give way.
 */
export function spansInOrder(spans: readonly Span[]): Span[] {
  let most = Infinity;
  const pulled = spans.toReversed().map((span) => {
    const at = Math.min(span.at, Math.max(most, span.from ?? -Infinity));
    most = Math.min(most, at);
    return { ...span, at };
  });
  let least = -Infinity;
  return pulled.reverse().map((span) => {
    const at = Math.max(span.at, Math.min(least, span.to ?? Infinity));
    least = Math.max(least, at);
    return { ...span, at };
  });
}

export type Where = "main" | "earlier" | "later";

/**
 * The axis of time: true to scale between two instants; what lies further off stands in a strip at either end, in its
 * order. Places are percent of the plot.
 */
export type TimeAxis = {
  from: number;
  to: number;
  /** Told by hours; else by days at most, which then are points on it. */
  isOfHours: boolean;
  main: { from: number; to: number };
  strips: { earlier: Strip | null; later: Strip | null };
  /** Of an instant in the true part; what is outside comes to its edge. */
  at: (instant: number) => number;
};
type Strip = { from: number; to: number };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Kept free before the first mark, so that it is not cut off. */
const START_PERCENT = 4;
const STRIP_PERCENT = 15;
const BREAK_PERCENT = 3;

/**
 * Makes an axis on which the account itself keeps room: further instants and that of the event widen it, the nearest
 * first, while the account fills at least its share. Further ones that stay outside get a strip; the event does not.
 * `endPercent` is kept free after the last mark, for its label.
 */
export function makeTimeAxis(
  account: readonly Span[],
  further: readonly number[],
  event: number,
  endPercent: number,
): TimeAxis {
  const isOfHours = account.filter(({ from, to }) => (to ?? 0) - (from ?? 0) < DAY_MS / 2).length > 1;
  const core = coreOf(account, isOfHours ? 6 * HOUR_MS : DAY_MS, further);
  const longestMs = (core.to - core.from) / shareOf(account.length);
  const distance = (instant: number) => Math.max(core.from - instant, instant - core.to);
  const { from, to } = [...further, event]
    .sort((a, b) => distance(a) - distance(b))
    .reduce((span, instant) => {
      const wider = { from: Math.min(span.from, instant), to: Math.max(span.to, instant) };
      return wider.to - wider.from <= longestMs ? wider : span;
    }, core);
  const hasEarlier = further.some((instant) => instant < from);
  const hasLater = further.some((instant) => instant > to);
  return { isOfHours, ...axisBetween(from, to, hasEarlier, hasLater, endPercent) };
}

function coreOf(
  account: readonly Span[],
  leastMs: number,
  further: readonly number[],
): { from: number; to: number } {
  const [from, to] = endsOf(account.map(({ at }) => at));
  if (to - from >= leastMs) return { from, to };
  // An account of one moment has no length of its own: it takes one from what stands around it.
  const [first, last] = endsOf([...further, from, to]);
  const lengthMs = from === to ? Math.max(leastMs, (last - first) / 12) : leastMs;
  const middle = (from + to) / 2;
  return { from: middle - lengthMs / 2, to: middle + lengthMs / 2 };
}

function endsOf(instants: readonly number[]): [first: number, last: number] {
  return [Math.min(...instants), Math.max(...instants)];
}

/** Two figures are legible on a quarter of the axis; many need more. */
function shareOf(figures: number): number {
  return Math.max(0.25, Math.min(0.6, 0.12 * (figures - 1)));
}

function axisBetween(
  from: number,
  to: number,
  hasEarlier: boolean,
  hasLater: boolean,
  endPercent: number,
): Omit<TimeAxis, "isOfHours"> {
  const start = hasEarlier ? STRIP_PERCENT + BREAK_PERCENT : 0;
  const end = hasLater ? 100 - STRIP_PERCENT - BREAK_PERCENT : 100;
  const percentMs = (to - from) / (end - start - START_PERCENT - endPercent);
  const [first, last] = [from - START_PERCENT * percentMs, to + endPercent * percentMs];
  return {
    from: first,
    to: last,
    main: { from: start, to: end },
    strips: {
      earlier: hasEarlier ? { from: 0, to: STRIP_PERCENT } : null,
      later: hasLater ? { from: 100 - STRIP_PERCENT, to: 100 } : null,
    },
    at: (instant) => {
      const within = Math.min(last, Math.max(first, instant));
      return rounded(start + ((within - first) / (last - first)) * (end - start));
    },
  };
}

export function whereIs(instant: number, axis: TimeAxis): Where {
  if (instant < axis.from) return "earlier";
  return instant > axis.to ? "later" : "main";
}

/** Dates that mean more than this much of the axis, and more than a day on one of days, show how much. */
const SPAN_PERCENT_MIN = 6;

/** The ends of a span on the axis, where they are worth showing: those of a day too, where `leastMs` is less than one. */
export function shownSpan(
  { from, to }: Span,
  axis: TimeAxis,
  leastMs = axis.isOfHours ? 2 * HOUR_MS : 1.5 * DAY_MS,
): { from: number; to: number } | null {
  if (from !== null && to !== null && to - from < leastMs) return null;
  const ends = { from: axis.at(from ?? axis.from), to: axis.at(to ?? axis.to) };
  return ends.to - ends.from >= SPAN_PERCENT_MIN ? ends : null;
}

/** Where the true axis is broken off before a strip, in the order of time. */
export function breaksOf({ strips, main }: TimeAxis): number[] {
  const { earlier, later } = strips;
  return [
    ...(earlier ? [rounded((earlier.to + main.from) / 2)] : []),
    ...(later ? [rounded((main.to + later.from) / 2)] : []),
  ];
}

/** The places of things of one strip, evenly, in the order in which they are given. */
export function placesInStrip(strip: Strip, count: number): number[] {
  return Array.from({ length: count }, (_, i) =>
    rounded(strip.from + ((i + 0.5) / count) * (strip.to - strip.from)),
  );
}

function rounded(percent: number): number {
  return Math.round(percent * 100) / 100;
}
