import { momentOf } from "../quantity/moment";
import type { MeasureKind } from "../vocabulary";
import { type FigureValues, type Kin, twinOf } from "./check-claim";
import { SAME_CLAIM_MS } from "./twins";

/** What a dry run takes to be on file: records that would be made first, and claims that would be logged before. */
export type Pretended = {
  claimants: ReadonlySet<string>;
  reports: ReadonlySet<string>;
  measures: ReadonlyMap<string, { kinds: MeasureKind[]; periodEarliest: Date | null }>;
  claims: PretendedClaims;
};

export type PretendedClaims = {
  /** Those that a figure may be the same as (R27, R28), and perhaps some more. */
  kinOf(figure: FigureValues): Kin[];
  add(figure: FigureValues, kin: Kin): void;
};

/** More three-day spans than this are not looked through one by one. */
const SPANS_MAX = 40;

/** Claims that would have been logged, found again by claimant, measure and either the as-of or the days about it. */
export function pretendedClaims(): PretendedClaims {
  const byAsOf = new Map<string, Kin[]>();
  const byDays = new Map<string, Kin[]>();
  // A number for each pair of claimant and measure: there is a key or two for each claim of a file.
  const pairs = new Map<string, number>();
  const pairOf = ({ claimantId, measureId }: FigureValues) => {
    const ids = `${claimantId} ${measureId}`;
    const known = pairs.get(ids) ?? pairs.size;
    pairs.set(ids, known);
    return known;
  };
  const spansOf = (pair: number, twin: Parameters<typeof momentOf>[0], margin: number) => {
    const { earliest, latest } = momentOf(twin);
    const first = Math.floor((earliest - margin) / SAME_CLAIM_MS);
    const last = Math.floor((latest + margin) / SAME_CLAIM_MS);
    if (!(last - first <= SPANS_MAX)) return null;
    return Array.from({ length: last - first + 1 }, (_, at) => `${pair} ${first + at}`);
  };
  return {
    kinOf(figure) {
      const [pair, twin] = [pairOf(figure), twinOf(figure)];
      const same = twin.asOfEarliest === null ? [] : (byAsOf.get(`${pair} ${twin.asOfEarliest}`) ?? []);
      const spans = spansOf(pair, twin, SAME_CLAIM_MS);
      const near = [...(spans ?? [`${pair} all`]), `${pair} wide`].flatMap((span) => byDays.get(span) ?? []);
      return [...new Set([...same, ...near])].filter(
        (other) => other.asOfEarliest === null || twin.asOfEarliest === null || same.includes(other),
      );
    },
    add(figure, kin) {
      const [pair, twin] = [pairOf(figure), twinOf(figure)];
      if (twin.asOfEarliest !== null) push(byAsOf, `${pair} ${twin.asOfEarliest}`, kin);
      for (const span of spansOf(pair, twin, 0) ?? [`${pair} wide`]) push(byDays, span, kin);
      push(byDays, `${pair} all`, kin);
    },
  };
}

function push(of: Map<string, Kin[]>, key: string, kin: Kin): void {
  const others = of.get(key);
  if (others) others.push(kin);
  else of.set(key, [kin]);
}
