import type { UncertainDate } from "./edtf";

/** The four columns of an uncertain date under a common name, as the database keeps it. */
type Columns<Name extends string> = Record<`${Name}Edtf`, string> &
  Record<`${Name}Earliest` | `${Name}Latest`, Date> &
  Record<`${Name}Zone`, string>;
type NullableColumns<Name extends string> = { [Key in keyof Columns<Name>]: Columns<Name>[Key] | null };

/** "stated" and its date to statedEdtf, statedEarliest, statedLatest, statedZone. */
export function dateColumns<Name extends string>(name: Name, date: UncertainDate): Columns<Name>;
export function dateColumns<Name extends string>(
  name: Name,
  date: UncertainDate | null,
): NullableColumns<Name>;
export function dateColumns(name: string, date: UncertainDate | null) {
  return {
    [`${name}Edtf`]: date?.edtf ?? null,
    [`${name}Earliest`]: date ? new Date(date.earliest) : null,
    [`${name}Latest`]: date ? new Date(date.latest) : null,
    [`${name}Zone`]: date?.zone ?? null,
  };
}

/** The way back: null where the columns are null. */
export function dateFrom(
  edtf: string | null,
  earliest: Date | null,
  latest: Date | null,
  zone: string | null,
): UncertainDate | null {
  if (edtf === null || earliest === null || latest === null || zone === null) return null;
  return { edtf, earliest: earliest.getTime(), latest: latest.getTime(), zone };
}
