import type {
  Basis,
  CauseDefinition,
  Lane,
  Lifecycle,
  MeasureKind,
  PersonClass,
  Qualifier,
  Reading,
  Standing,
  Total,
  Verification,
} from "../vocabulary";

/**
 * A figure with its wording. `raw` is never discarded (R1). `low` is null where no low was stated,
 * `high` is null where the figure is open upward or no high was stated: the qualifier says which.
 */
export type Quantity = {
  raw: string;
  qualifier: Qualifier;
  low: number | null;
  high: number | null;
  /** The middle of an estimate with an interval; null for all others. */
  central: number | null;
  reading: Reading;
};

/** What exactly is counted, beside the set of kinds. Two measures differ when any part differs (R6). */
export type Scope = {
  personClass: PersonClass;
  demographic: string | null;
  nationality: string | null;
  area: string | null;
  /** EDTF text of the period counted. */
  period: string | null;
  cause: CauseDefinition;
  total: Total;
};

export type Measure = { id: string; kinds: readonly MeasureKind[]; scope: Scope; unit: string };

/** One figure claim with all that the rules of figures look at, and nothing else. */
export type Figure = {
  id: string;
  measureId: string;
  claimantId: string;
  /** True for unnamed claimants (R17): they stay out of the headline (R7). */
  isAnonymous: boolean;
  lane: Lane;
  basis: Basis;
  quantity: Quantity;
  /** Instants, milliseconds since 1970 UTC: the first and last moment at which it may have been said. */
  statedEarliest: number;
  statedLatest: number;
  /** The moment that the count describes, null where not given. */
  asOfEarliest: number | null;
  asOfLatest: number | null;
  /** Position among claims of one event; breaks ties of equal dates. */
  order: number;
  verification: Verification;
  standing: Standing;
  lifecycle: Lifecycle;
};
