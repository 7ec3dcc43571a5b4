import { isWord, LEXICON } from "./lexicon";
import type { Token } from "./tokens";
import type { Name } from "./who";

const EITHER = new Set(LEXICON.eitherNounOrVerb.split(", "));
const LAST_REACH = 7;

/** "… killed at least 27 people on Monday activists said": nothing that is counted comes after. */
export function isLast(
  tokens: readonly Token[],
  subject: Name,
  verb: { from: number; to: number },
  figures: readonly number[],
): boolean {
  if (isWord("clauseStarts", tokens[subject.from - 1]?.lower)) return false;
  const isEnd = tokens.length - verb.to <= LAST_REACH || /^[.,]$/.test(tokens[verb.to]?.text ?? "");
  return (
    isEnd &&
    figures.some((at) => at < verb.from) &&
    !figures.some((at) => at >= verb.to) &&
    !tokens.slice(verb.to).some(({ lower }) => lower === "that")
  );
}

/** "…, Governor Ana Ruiz said": a mark parts the speaker from what was said. */
export function isParenthetical(tokens: readonly Token[], subject: Name): boolean {
  for (let at = subject.from - 1; at > 0 && subject.from - at < 8; at -= 1) {
    const token = tokens[at];
    if (!token || token.kind === "figure" || isWord("clauseStarts", token.lower)) return false;
    if (/^[,"”’—–-]$/.test(token.text)) return true;
    if (token.kind !== "word" && token.text !== ".") return false;
  }
  return false;
}

/** "An informed source": the word describes who speaks. */
export function isAdjective(tokens: readonly Token[], at: number): boolean {
  return isWord("articles", tokens[at - 1]?.lower);
}

/** "Records showed", "estimates of": the word is a noun here. */
export function isNoun(tokens: readonly Token[], { from, to }: { from: number; to: number }): boolean {
  if (to > from + 1 || !EITHER.has(tokens[from]?.lower ?? "")) return false;
  const next = tokens[to];
  return next?.kind !== "figure" && !isWord("afterVerb", next?.lower);
}

export function isNegated(tokens: readonly Token[], at: number): boolean {
  return tokens
    .slice(Math.max(0, at - 3), at)
    .some(({ lower }) => lower === "not" || lower === "never" || lower.endsWith("n't"));
}

/** "Was reported": nobody is named as saying it. */
export function isPassive(tokens: readonly Token[], { from }: { from: number }): boolean {
  let at = from - 1;
  while (tokens[at]?.lower.endsWith("ly")) at -= 1;
  const word = tokens[at]?.lower ?? "";
  if (!isWord("aux", word) || !/(?:ed|said|found|given|told)$/.test(tokens[from]?.lower ?? "")) return false;
  return isWord("be", word);
}
