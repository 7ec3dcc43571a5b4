const TEXT_LENGTH_MIN = 200;
const STUB_LENGTH_MAX = 1_000;

/** As schema.org and the Open Graph say that only those who pay are shown the whole. */
const LOCKED =
  /"isAccessibleForFree"\s*:\s*"?false|property\s*=\s*["']article:content_tier["']\s+content\s*=\s*["']locked/i;

const ASKS =
  /\b(?:subscribe|sign (?:in|up)|log ?in|register|create an? (?:free )?account)\b.{0,60}\b(?:read(?:ing)?|continue|full|access|article|story|unlock)\b|\balready an? (?:subscriber|member)\b|\bto (?:continue|keep) reading\b/i;

/** Whether a text is too short for an article, or the beginning that those are shown who have no account. */
export function isStub(text: string, html: string): boolean {
  if (text.length < TEXT_LENGTH_MIN) return true;
  return text.length < STUB_LENGTH_MAX && (ASKS.test(text.slice(-300)) || LOCKED.test(html));
}
