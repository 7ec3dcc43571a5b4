/** A wording in one plain spelling, and for each of its characters the place in the raw text. */
export type Folded = {
  text: string;
  /** `places[i]` is where `text[i]` began in the raw text; one more at the end is its length. */
  places: readonly number[];
};

/** The zeros of the digits that are read, each followed by its one to nine. */
const ZEROS = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0,
];

/** Characters with one plain spelling each: first the plain one, then all that are read as it. */
const SPELLINGS = [
  ["-", "\u2010\u2011\u2043\ufe63"],
  ["–", "\u2012\u2014\u2015\u2e3a\ufe58"],
  ["−", "\u2796"],
  ["'", "\u2018\u2019\u201b\u02bc\u02b9\u2032\u00b4\u055a"],
  ['"', "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u2033\u300c\u300d"],
  ["≥", "\u2a7e\u2267"],
  ["≤", "\u2a7d\u2266"],
  ["~", "\u223c\u2248\u2243\u2245\u02dc"],
  ["…", "\u22ef"],
  ["%", "\u066a"],
  [",", "\u060c\u3001"],
  [".", "\u06d4"],
  [";", "\u061b"],
  ["?", "\u061f"],
  ["ا", "\u0623\u0625\u0622\u0671"],
  ["ي", "\u0649\u06cc"],
  ["ه", "\u0629"],
  ["ك", "\u06a9"],
  ["е", "ёЁ"],
] as const;

const PLAIN = new Map<number, string>(
  SPELLINGS.flatMap(([plain, variants]) => [...variants].map((one) => [one.charCodeAt(0), plain] as const)),
);

/**
 * Folds digits of any script, letter case, dashes, quotes, spaces and Arabic letter forms into one
 * spelling, and drops what cannot be seen. Takes one step a character, and never throws.
 */
export function fold(raw: string): Folded {
  let text = "";
  const places: number[] = [];
  for (let at = 0; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at);
    if (isCombining(code)) {
      const composed = text === "" ? "" : (text.slice(-1) + raw[at]).normalize("NFC");
      if (composed.length === 1) text = text.slice(0, -1) + (PLAIN.get(composed.charCodeAt(0)) ?? composed);
      continue;
    }
    if (isInvisible(code)) continue;
    text += plainOf(code, raw[at] ?? "");
    places.push(at);
  }
  places.push(raw.length);
  return { text, places };
}

function plainOf(code: number, character: string): string {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? String.fromCharCode(code + 0x20) : character;
  const plain = PLAIN.get(code);
  if (plain !== undefined) return plain;
  if (code >= 0xff01 && code <= 0xff5e) return plainOf(code - 0xfee0, String.fromCharCode(code - 0xfee0));
  const zero = ZEROS.find((first) => code >= first && code <= first + 9);
  if (zero !== undefined) return String.fromCharCode(0x30 + code - zero);
  if (isSpace(code)) return " ";
  const small = character.toLowerCase();
  return small.length === 1 ? small : character;
}

function isSpace(code: number): boolean {
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** Accents that stand after their letter, and the vowel signs and the stroke of Arabic script. */
function isCombining(code: number): boolean {
  return (code >= 0x300 && code <= 0x36f) || (code >= 0x64b && code <= 0x65f) || code === 0x670;
}

/** Marks of direction, joiners, soft hyphens, variation selectors, the Arabic stretching stroke. */
function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    code === 0x61c ||
    code === 0x640 ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff
  );
}

const PIECE_LENGTH_MAX = 80;

/** The piece of the raw text that a piece of the folded one came from, whole characters, at most 80 units. */
export function pieceOf(raw: string, folded: Folded, start: number, end: number): string {
  const from = folded.places[start] ?? raw.length;
  const to = folded.places[end] ?? raw.length;
  return shortened(raw.slice(from, to));
}

/** A text without its margins, cut after 80 units, and never within a character. */
export function shortened(text: string): string {
  const piece = text.trim();
  if (piece.length <= PIECE_LENGTH_MAX) return piece;
  const last = piece.charCodeAt(PIECE_LENGTH_MAX - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return piece.slice(0, isHalf ? PIECE_LENGTH_MAX - 1 : PIECE_LENGTH_MAX).trim();
}
