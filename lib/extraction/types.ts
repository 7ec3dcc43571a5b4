import type { Quantity } from "../quantity/quantity";
import type { MeasureKind, PersonClass, Topic } from "../vocabulary";

/** A stretch of the article: UTF-16 places in its text, the end behind the last character. */
export type Span = { start: number; end: number };

/** Words of the article, and what they say of a claim as it gives them. */
export type Mention = Span & { text: string };

/** A date that the article gives: EDTF level 1, and the words that say it. */
export type SaidDate = Span & { edtf: string };

type Spoken = Span & {
  /** The sentence, or the part of it, that carries the claim. */
  passage: Span;
  /** Who asserts it, as the article first names them; null where only the narrator speaks. */
  claimant: Mention | null;
  /** The words that hand it to the claimant: "said", "according to"; a pronoun or "the ministry" beside them. */
  claimantCue: Span | null;
  /** The outlet or body that relays it. */
  via: Mention | null;
  stated: SaidDate | null;
  /** The moment that it describes, where the article gives one. */
  asOf: SaidDate | null;
  /** Somebody rejects it, or takes it back. */
  denied: { by: Mention | null; cue: Span } | null;
  /** "May have", "feared": said with doubt. */
  hedge: Span | null;
};

/** A figure that an article gives. `start` to `end` is the shortest phrase that shows it. */
export type FigureCandidate = Spoken & {
  type: "figure";
  /** As `parseQuantity` reads its words; the raw text is `figure`'s. */
  quantity: Quantity;
  /** The figure with its qualifier. */
  figure: Mention;
  kinds: readonly MeasureKind[];
  /** The words that tell the kinds. */
  kindsCue: Span | null;
  /** Of a measure of kind other: what is counted, in a word of ours ("on_board", "affected"). */
  unit: string | null;
  /** Who or what is counted, as the article says. */
  population: Mention | null;
  personClass: PersonClass | null;
  /** "Including 12 children": the place, in the list, of the candidate that it is part of. */
  partOf: number | null;
  /** "Another 23": what was added, not the total (R21). */
  increment: Span | null;
  /** "A day", "in the last 24 hours": not to be compared with a total. */
  rate: Span | null;
};

/** A sentence that somebody is quoted with, on what the product keeps statements about. */
export type StatementCandidate = Spoken & {
  type: "statement";
  topic: Topic;
  topicCue: Span;
  /** What they say, without who says it. */
  statement: Mention;
};

export type Candidate = FigureCandidate | StatementCandidate;

/** What is known of an article beside its text. */
export type Article = {
  text: string;
  /** The day it was published, ISO 8601; dates without a year are read from it. */
  publishedOn?: string | null;
  /** Who publishes it. */
  publication?: string | null;
};
