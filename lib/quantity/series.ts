import { groupBy } from "../group-by";
import { byMoment, firstFrom, isSameMoment, type Moment, momentOf, precedes } from "./moment";
import type { Figure } from "./quantity";
import { numberKey } from "./worded-numbers";

/** R28: the same number within three days is perhaps one claim. */
const SAME_CLAIM_MS = 3 * 24 * 3_600_000;

/** A figure with the moment that it describes and the number that it says. */
type Place = Moment & { figure: Figure; number: string | null };

/** The figures of one claimant, measure and lane, in the order of their moments. */
export type Series = {
  places: Place[];
  /** For each place, the position after the last that shares its moment, in an unbroken row from it. */
  momentEnds: number[];
  /** The same for its number. */
  numberEnds: number[];
};

export type FigurePair = readonly [earlier: Figure, later: Figure];
type IsDecided = (one: string, other: string) => boolean;

export function seriesOf(figures: readonly Figure[]): Series {
  return ordered(
    figures.map((figure) => ({ figure, ...momentOf(figure), number: numberKey(figure.quantity) })),
  );
}

function ordered(unordered: Place[]): Series {
  const places = unordered.sort(byMoment);
  return {
    places,
    momentEnds: rowEnds(places, isSameMoment),
    numberEnds: rowEnds(places, (a, b) => a.number === b.number),
  };
}

function rowEnds(places: Place[], isAlike: (a: Place, b: Place) => boolean): number[] {
  const ends = new Array<number>(places.length);
  for (let at = places.length - 1; at >= 0; at -= 1) {
    const [place, next] = [places[at], places[at + 1]];
    ends[at] = place && next && isAlike(place, next) ? (ends[at + 1] ?? at + 1) : at + 1;
  }
  return ends;
}

/**
 * For each figure, the next that comes after it (R18), nobody decided about (R19) and is not perhaps the same
 * claim.
 */
export function successions({ places, momentEnds, numberEnds }: Series, isDecided: IsDecided): FigurePair[] {
  return places.flatMap((place, own): FigurePair[] => {
    let at = Math.max(momentEnds[own] ?? 0, firstFrom(places, place.latest));
    for (let other = places[at]; other; other = places[at]) {
      if (mayBeOneClaim(place, other)) {
        // The rest of its row says the same number, and comes into question only after the three days.
        const laterOn = firstFrom(places, place.latest + SAME_CLAIM_MS + 1);
        at = Math.min(numberEnds[at] ?? at + 1, Math.max(at + 1, laterOn));
      } else if (isDecided(place.figure.id, other.figure.id)) at += 1;
      else return [[place.figure, other.figure]];
    }
    return [];
  });
}

/** For each figure, the next that perhaps is the same claim (R28) and that nobody decided about. */
export function sameNumbers(series: Series, isDecided: IsDecided): FigurePair[] {
  return seriesByNumber(series).flatMap(({ places }) =>
    places.flatMap((place, own): FigurePair[] => {
      for (const other of placesAfter(places, own)) {
        if (!mayBeOneClaim(place, other)) break;
        if (!isDecided(place.figure.id, other.figure.id)) return [[place.figure, other.figure]];
      }
      return [];
    }),
  );
}

function mayBeOneClaim(a: Place, b: Place): boolean {
  return isSameNumber(a, b) && b.earliest - a.latest <= SAME_CLAIM_MS;
}

/**
 * The first `max` pairs whose moments cannot be ordered (R18), and how many there are, less those that are
 * decided or perhaps one claim. `decided` holds pairs of these figures, each once.
 */
export function unorderedPairs(
  series: Series,
  decided: readonly (readonly [string, string])[],
  max: number,
): { pairs: FigurePair[]; count: number } {
  const { places } = series;
  const byId = new Map(places.map((place) => [place.figure.id, place]));
  const settled = decided.filter(([one, other]) => {
    const [a, b] = [byId.get(one), byId.get(other)];
    return a && b && a !== b && isInQuestion(a, b);
  });
  const settledKeys = new Set(settled.flatMap(([one, other]) => [pairKey(one, other), pairKey(other, one)]));

  const partners = partnersOf(series);
  const pairs: FigurePair[] = [];
  for (const [own, place] of places.entries()) {
    let left = partners.get(place.figure) ?? 0;
    for (const other of placesAfter(places, own)) {
      if (left === 0 || pairs.length === max) break;
      if (!isInQuestion(place, other)) continue;
      left -= 1;
      if (!settledKeys.has(pairKey(place.figure.id, other.figure.id)))
        pairs.push([place.figure, other.figure]);
    }
  }
  const count = [...partners.values()].reduce((sum, own) => sum + own, 0);
  return { pairs, count: count - settled.length };
}

function pairKey(one: string, other: string): string {
  return JSON.stringify([one, other]);
}

function isInQuestion(a: Place, b: Place): boolean {
  return !precedes(a, b) && !precedes(b, a) && !isSameNumber(a, b);
}

function isSameNumber(a: Place, b: Place): boolean {
  return a.number !== null && a.number === b.number;
}

/** For each figure, with how many of those after it its order is in question. */
function partnersOf(series: Series): Map<Figure, number> {
  const partners = overlapsOf(series);
  for (const row of seriesByNumber(series)) {
    for (const [figure, count] of overlapsOf(row)) partners.set(figure, (partners.get(figure) ?? 0) - count);
  }
  return partners;
}

function overlapsOf({ places, momentEnds }: Series): Map<Figure, number> {
  return new Map(
    places.map(({ figure, latest }, own) => {
      const end = Math.max(momentEnds[own] ?? 0, firstFrom(places, latest));
      return [figure, end - own - 1];
    }),
  );
}

function seriesByNumber({ places }: Series): Series[] {
  const numbered = places.filter(({ number }) => number !== null);
  return [...groupBy(numbered, ({ number }) => number).values()].map(ordered);
}

function* placesAfter(places: readonly Place[], own: number): Generator<Place> {
  for (let at = own + 1; at < places.length; at += 1) {
    const place = places[at];
    if (place) yield place;
  }
}
