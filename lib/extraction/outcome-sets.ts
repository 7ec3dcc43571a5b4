import { OUTCOMES, type Outcome } from "./cues";
import { isWord } from "./lexicon";
import { hasObject } from "./noun-phrase";
import { type Match, matchAt } from "./phrases";
import type { Token } from "./tokens";

/** "Killed or wounded", "dead, injured or missing": all that is said of the same figure (R3). */
export function withMore(tokens: readonly Token[], match: Match<Outcome>): Match<Outcome> {
  let { to } = match;
  const kinds = new Set(match.value.kinds);
  if (match.value.unit !== null) return match;
  for (;;) {
    const joint = tokens[to]?.text === "," ? (tokens[to + 1]?.lower.match(/^(?:or|and)$/) ? 2 : 1) : 1;
    const sign = tokens[to]?.lower;
    if (sign !== "or" && sign !== "and" && sign !== "/" && sign !== ",") break;
    let place = to + joint;
    if (sign === "or" && isWord("aux", tokens[place]?.lower)) place += 1;
    const next = bestOutcome(tokens, place);
    if (!next || next.value.unit !== null || hasObject(tokens, next.to) || isFirstOfOwn(tokens, next.to))
      break;
    if (sign === "," && !isWord("listEnds", tokens[next.to]?.lower)) break;
    for (const kind of next.value.kinds) kinds.add(kind);
    to = next.to;
  }
  return to === match.to ? match : { ...match, to, value: { kinds: [...kinds], unit: null } };
}

function bestOutcome(tokens: readonly Token[], at: number): Match<Outcome> | null {
  const found = [OUTCOMES.verb, OUTCOMES.after, OUTCOMES.noun].flatMap(
    (index) => matchAt(index, tokens, at) ?? [],
  );
  return found.sort((a, b) => b.to - a.to)[0] ?? null;
}

/** "Killed and wounded soldiers"? What follows is counted by nobody, so it is no second figure. */
function isFirstOfOwn(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.kind === "figure";
}
