// What a spreadsheet takes for the beginning of a formula, in ASCII and in full width; a text that only looks as if it
// had been disarmed already is disarmed once more, so that taking one apostrophe away always gives back what there was.
const ARMED = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const DISARMED = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A text as a cell of a CSV file that no spreadsheet runs as a formula: with an apostrophe before it where it could. */
export function disarm(text: string): string {
  return ARMED.test(text) ? `'${text}` : text;
}

/** The way back. Only for files that `disarm` wrote: in any other an apostrophe is one. */
export function rearm(cell: string): string {
  return DISARMED.test(cell) ? cell.slice(1) : cell;
}
