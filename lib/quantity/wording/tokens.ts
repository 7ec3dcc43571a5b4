/** A stretch of a folded wording: letters, digits with the marks between them, or one mark. */
export type Token = {
  kind: "word" | "digits" | "clock" | "date" | "markup" | "mark";
  text: string;
  start: number;
  end: number;
  /** Nothing stands between it and the token before. */
  isTight: boolean;
};

const SPACE = /\s+/y;
const WORD = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/uy;
const ISO_DATE = /\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?(?:t[\d:.+z-]*)?(?![\d-])/y;
const SHORT_DATE = /(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|[12]\d|3[01])\1(?:\d{4}|\d{2})(?![./-]?\d)/y;
const CLOCK = /\d{1,2}:\d{2}(?::\d{2})?(?![\d:])/y;
const SPACED_DIGITS = /\d{1,3}(?: \d{3})+(?!\d)(?:[.,٫]\d+)?/y;
/** A fraction that begins with its mark: ".5 million". */
const BARE_FRACTION = /(?<![\p{L}\p{N}.])\.\d+(?![.,]?\d)/uy;
const DIGITS = /\d+(?:[.,'_٬٫]\d+)*/y;
const MARKUP = /<[/!?]?[a-z][^<>]{0,300}>|&#?[a-z0-9]{2,10};/y;
const MARK = />=|=>|<=|=<|!=|\+\/-|\.\.+|./suy;

/** Cuts a folded wording into tokens, in one pass; nothing is left out but spaces. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = matchAt(SPACE, text, at);
    const start = at + space.length;
    if (start >= text.length) break;
    const [kind, match] = tokenAt(text, start);
    at = start + match.length;
    tokens.push({ kind, text: match, start, end: at, isTight: space === "" && tokens.length > 0 });
  }
  return tokens;
}

function tokenAt(text: string, at: number): [Token["kind"], string] {
  const code = text.charCodeAt(at);
  if (code >= 0x30 && code <= 0x39) {
    const date = matchAt(ISO_DATE, text, at) || matchAt(SHORT_DATE, text, at);
    if (date) return ["date", date];
    const clock = matchAt(CLOCK, text, at);
    if (clock) return ["clock", clock];
    return ["digits", matchAt(SPACED_DIGITS, text, at) || matchAt(DIGITS, text, at)];
  }
  const fraction = matchAt(BARE_FRACTION, text, at);
  if (fraction) return ["digits", fraction];
  const word = matchAt(WORD, text, at);
  if (word) return ["word", word];
  const markup = matchAt(MARKUP, text, at);
  return markup ? ["markup", markup] : ["mark", matchAt(MARK, text, at)];
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}
