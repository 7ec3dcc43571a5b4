import { NODES_MAX } from "./limits";

/** Whole numbers of more digits than a number in memory keeps, and powers of ten, which may be too large for one. */
const MAY_BE_INEXACT = /(?<![\d.])\d{16,}|\d[eE]/;
const QUOTE_OR_NUMBER = /"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** What a JSON text says; a number that memory would round or not hold at all is its digits, as text. Throws SyntaxError. */
export function parseJson(text: string): unknown {
  const parsed = JSON.parse(text);
  if (!MAY_BE_INEXACT.test(text)) return parsed;
  const parts: string[] = [];
  let from = 0;
  QUOTE_OR_NUMBER.lastIndex = 0;
  for (let found = QUOTE_OR_NUMBER.exec(text); found; found = QUOTE_OR_NUMBER.exec(text)) {
    const [token] = found;
    if (token === '"') QUOTE_OR_NUMBER.lastIndex = endOfString(text, found.index) + 1;
    else if (isInexact(token)) {
      parts.push(text.slice(from, found.index), `"${token}"`);
      from = QUOTE_OR_NUMBER.lastIndex;
    }
  }
  return JSON.parse(parts.join("") + text.slice(from));
}

function isInexact(token: string): boolean {
  const number = Number(token);
  return !Number.isFinite(number) || (Number.isInteger(number) && !Number.isSafeInteger(number));
}

/** Whether a JSON text has more objects and arrays than fit in memory, wide or deep: looked at before it is parsed. */
export function hasTooManyNodes(text: string): boolean {
  let nodes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) at = endOfString(text, at);
    else if (sign === BRACE || sign === BRACKET) nodes += 1;
    if (nodes > NODES_MAX) return true;
  }
  return false;
}

const QUOTE = 0x22;
const BRACE = 0x7b;
const BRACKET = 0x5b;
const BACKSLASH = 0x5c;

/** Where the string ends that begins at a place; the end of the text where it does not. */
export function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) return at;
    if (sign === BACKSLASH) at += 1;
  }
  return text.length;
}
