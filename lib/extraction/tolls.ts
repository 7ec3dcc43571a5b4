import { OUTCOMES, type Outcome } from "./cues";
import { isWord } from "./lexicon";
import { withMore } from "./outcome-sets";
import { STOPS } from "./outcomes";
import { type Match, matchBefore } from "./phrases";
import type { Token } from "./tokens";

const REACH_TOLL = 16;

/** The outcome that a word for the number itself tells: "the death toll rose to 63", "the dead at 40,000". */
export function tollBefore(tokens: readonly Token[], at: number): Match<Outcome> | null {
  let isLinked = false;
  for (let place = at - 1; place >= Math.max(0, at - REACH_TOLL); place -= 1) {
    const token = tokens[place];
    if (!token || (STOPS.has(token.text) && token.text !== ":")) return null;
    if (token.kind === "figure" && !isWord("toFrom", tokens[at - 1]?.lower)) return null;
    const found = matchBefore(OUTCOMES.toll, tokens, place + 1);
    if (found && (isLinked || found.to === at)) {
      const isSaid =
        !matchBefore(OUTCOMES.verb, tokens, place + 1) ||
        isWord("tollLeads", tokens[found.from - 1]?.lower) ||
        found.to - found.from > 1;
      return isSaid ? withMore(tokens, found) : null;
    }
    if (token.lower === "from" && place === at - 1 && tokens[at + 1]?.lower !== "to") return null;
    isLinked ||= isWord("tollLinks", token.lower);
  }
  return null;
}
