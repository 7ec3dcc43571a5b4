import { LEXICON } from "../extraction/lexicon";
import { matchAt, phrases } from "../extraction/phrases";
import { tokensOf } from "../extraction/tokens";
import type { ClaimantKind } from "../vocabulary";

const KINDS = Object.entries(LEXICON.claimantKinds).map(
  ([kind, list]) => [kind as ClaimantKind, phrases([[true, list]])] as const,
);

const ARTICLES = ["the", "a", "an"];

/** What a name in an article is likely the name of; a person chooses. A name in small letters names nobody (R17). */
export function guessClaimantKind(name: string): ClaimantKind {
  const tokens = tokensOf(name, 0);
  const found = KINDS.find(([, words]) => tokens.some((_, at) => matchAt(words, tokens, at)));
  const isNamed = tokens.some(({ isCapital, lower }) => isCapital && !ARTICLES.includes(lower));
  if (found && (isNamed || tokens[0]?.lower === "the")) return found[0];
  if (!isNamed) return "unnamed";
  return tokens.length <= 4 ? "person" : "ngo";
}
