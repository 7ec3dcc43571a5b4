import { isWord, LEXICON } from "./lexicon";
import { nameBefore, nameFrom } from "./names";
import { matchAt, phrases } from "./phrases";
import type { Found } from "./speakers";
import type { Token } from "./tokens";
import { isOutlet, type Name } from "./who";

const CITING = phrases([[true, LEXICON.citing]]);
const SPOKE_TO = phrases([[true, LEXICON.spokeTo]]);
const RELAY = phrases([[true, LEXICON.relay]]);

/** "Mr Lee was quoted by the agency as saying …" */
export function quotedPassive(tokens: readonly Token[], at: number): Found | null {
  if (!isWord("quoting", tokens[at]?.lower) || tokens[at + 1]?.lower !== "by") return null;
  const claimant = isWord("be", tokens[at - 1]?.lower) ? nameBefore(tokens, at - 1) : null;
  const via = nameFrom(tokens, at + 2);
  if (!claimant || !via) return null;
  const speech = {
    cue: { from: at, to: at + 2 },
    claimant,
    via,
    closes: false,
    opens: true,
    isFirm: false,
    of: null,
  };
  return { speech, claimant, to: via.to };
}

/** "AFP quoted the junta as giving …": AFP relays what the junta says. */
export function quotedBy(tokens: readonly Token[], verb: { from: number; to: number }, subject: Name | null) {
  if (!isWord("quoting", tokens[verb.from]?.lower)) return null;
  const claimant = nameFrom(tokens, verb.to);
  return claimant && { claimant, via: subject };
}

/** "Meduza, citing a source in the fleet, reported": an outlet that names where it has it from relays it. */
export function citedBy(
  tokens: readonly Token[],
  claimant: Name | null,
  verb: { from: number; to: number },
): Name | null {
  if (!claimant || !isOutlet(tokens, claimant)) return null;
  const last = Math.min(tokens.length, verb.to + 30);
  for (let at = claimant.to; at < last; at += 1) {
    if (at === verb.from) at = verb.to;
    const citing = matchAt(CITING, tokens, at);
    if (citing && citing.from !== verb.from) return nameFrom(tokens, citing.to);
    if (tokens[at]?.text === ";") return null;
  }
  return null;
}

export function viaOf(
  tokens: readonly Token[],
  claimant: Name | null,
  verb: { from: number; to: number },
): Name | null {
  const from = claimant && claimant.to <= verb.from ? claimant.to : verb.from;
  return viaAround(tokens, from, Math.min(tokens.length, verb.to + 8));
}

/** The outlet to which something was told, or by which it was carried, named in a stretch of the sentence. */
export function viaAround(tokens: readonly Token[], from: number, to: number): Name | null {
  for (let at = from; at < to; at += 1) {
    const match = matchAt(SPOKE_TO, tokens, at) ?? matchAt(RELAY, tokens, at);
    const name = match && nameFrom(tokens, match.to);
    if (name && (isOutlet(tokens, name) || isWord("outletRoles", tokens[name.to - 1]?.lower))) return name;
    if (tokens[at]?.text === ";") return null;
  }
  return null;
}
