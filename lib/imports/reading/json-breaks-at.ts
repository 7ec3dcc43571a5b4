import { endOfString } from "./parse-json";

const TOKEN = /\s*([{}[\],:"]|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

/** After each kind of token, what may come in an object (after a comma or a brace), a list, or on the top. */
type Expected = "value" | "value or end" | "key" | "key or end" | "colon" | "comma or end";

/** Where a text that is not JSON stops being it, counted in characters from 0: not every Node.js says so. */
export function jsonBreaksAt(text: string): number {
  const open: string[] = [];
  let expected: Expected = "value";
  TOKEN.lastIndex = 0;
  for (;;) {
    const from = TOKEN.lastIndex;
    const sign = TOKEN.exec(text)?.[1];
    const next: Expected | null = sign === undefined ? null : after(sign, expected, open);
    const isWhole = sign !== '"' || passString(text);
    if (next === null || !isWhole)
      return from + (/^\s*/.exec(text.slice(from, from + 10_000))?.[0].length ?? 0);
    expected = next;
  }
}

/** Goes on behind the string that begins here; false where it does not end, or not in its line. */
function passString(text: string): boolean {
  const start = TOKEN.lastIndex - 1;
  const end = endOfString(text, start);
  TOKEN.lastIndex = end + 1;
  return end < text.length && !/\p{Cc}/u.test(text.slice(start, end));
}

/** What may come after a token; null: it may not stand here. Keeps what is open. */
function after(sign: string, expected: Expected, open: string[]): Expected | null {
  const isInObject = open.at(-1) === "{";
  if (sign === "}" || sign === "]") {
    const mayEnd = expected.endsWith("or end") && open.length > 0 && (sign === "}") === isInObject;
    open.pop();
    return mayEnd ? "comma or end" : null;
  }
  if (sign === ":") return expected === "colon" ? "value" : null;
  if (sign === ",")
    return expected === "comma or end" && open.length > 0 ? (isInObject ? "key" : "value") : null;
  if (expected.startsWith("key")) return sign === '"' ? "colon" : null;
  if (!expected.startsWith("value")) return null;
  if (sign !== "{" && sign !== "[") return "comma or end";
  open.push(sign);
  return sign === "{" ? "key or end" : "value or end";
}
