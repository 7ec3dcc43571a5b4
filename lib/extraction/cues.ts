import type { MeasureKind, PersonClass } from "../vocabulary";
import { LEXICON } from "./lexicon";
import { type Phrases, phrases } from "./phrases";

/** What became of those who are counted. */
export type Outcome = { kinds: readonly MeasureKind[]; unit: string | null };

/** Where a word for an outcome stands beside its figure. */
export type OutcomePlace = "verb" | "after" | "before" | "noun" | "weak" | "toll" | "topic";

type OutcomeRow = { kinds: string[]; unit?: string } & Record<OutcomePlace, string>;

const ROWS = (LEXICON.outcomes as OutcomeRow[]).map((row) => ({
  row,
  outcome: { kinds: row.kinds as MeasureKind[], unit: row.unit ?? null },
}));

function outcomes(place: OutcomePlace): Phrases<Outcome> {
  return phrases(ROWS.map(({ row, outcome }) => [outcome, row[place]] as const));
}

export const OUTCOMES: Readonly<Record<OutcomePlace, Phrases<Outcome>>> = {
  verb: outcomes("verb"),
  after: outcomes("after"),
  before: outcomes("before"),
  noun: outcomes("noun"),
  weak: outcomes("weak"),
  toll: outcomes("toll"),
  topic: outcomes("topic"),
};

export type ThingClass = keyof typeof LEXICON.things;
export type Counted = { thing: ThingClass } | { person: PersonClass } | { none: true };

/** What may stand behind a figure: things, people, and what is no claim when counted. */
export const COUNTED: Phrases<Counted> = phrases<Counted>([
  ...Object.entries(LEXICON.things).map(([thing, list]) => [{ thing: thing as ThingClass }, list] as const),
  ...Object.entries(LEXICON.people)
    .reverse()
    .map(([person, list]) => [{ person: person as PersonClass }, list] as const),
  [{ none: true }, LEXICON.notCounted],
]);

export type Harm = "destroyed" | "damaged" | "captured" | "used";
export const HARM: Readonly<Record<Harm | "before", Phrases<true>>> = {
  destroyed: phrases([[true, LEXICON.harmToThings.destroyed]]),
  damaged: phrases([[true, LEXICON.harmToThings.damaged]]),
  captured: phrases([[true, LEXICON.harmToThings.captured]]),
  used: phrases([[true, LEXICON.harmToThings.used]]),
  before: phrases([[true, LEXICON.harmToThings.before]]),
};

/** One person, as in "a man". */
export const PERSON = phrases([[true, LEXICON.onePerson]]);
export const UNITS = phrases([[true, LEXICON.units]]);
export const NUMBERED = phrases([[true, LEXICON.before]]);
export const SIZES = phrases([[true, LEXICON.sizes]]);
export const INCREMENT = phrases([[true, LEXICON.increment]]);
export const RATE = phrases([[true, LEXICON.rate]]);
export const HEDGE = phrases([[true, LEXICON.hedge]]);
export const TIME = phrases([[true, LEXICON.time]]);
