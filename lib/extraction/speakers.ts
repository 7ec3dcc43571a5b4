import { isWord, LEXICON } from "./lexicon";
import type { Line } from "./lines";
import { BODIES, isOutlet, type Name, nameBefore, nameEndingAt, nameFrom } from "./names";
import { nounPhraseAfter } from "./noun-phrase";
import { matchAt, matchBefore, phrases } from "./phrases";
import type { Token } from "./tokens";

/** A place in a sentence where somebody is named as saying what stands before, behind or beside. */
export type Speech = {
  /** The words that hand it over. */
  cue: { from: number; to: number };
  /** Null: the one who spoke last, as in "and added". */
  claimant: Name | null;
  via: Name | null;
  /** What stands before belongs to it: "…, the army said". */
  closes: boolean;
  /** What stands behind belongs to it. */
  opens: boolean;
  /** "According to": said of what stands right before, whoever speaks else. */
  isFirm: boolean;
  /** The place of the one figure that it is said of, where it can be of no other. */
  of: number | null;
};

const SAY = phrases([[true, LEXICON.say]]);
const COUNT = phrases([[true, LEXICON.count]]);
const DENY = phrases([[true, LEXICON.deny]]);
const TALLY = phrases([[true, LEXICON.tally]]);
const ACCORDING = phrases([[true, LEXICON.accordingTo]]);
const CITING = phrases([[true, LEXICON.citing]]);
const SPOKE_TO = phrases([[true, LEXICON.spokeTo]]);
const RELAY = phrases([[true, LEXICON.relay]]);
const EITHER = new Set(LEXICON.eitherNounOrVerb.split(", "));
const LAST_REACH = 7;
const FIGURE_REACH = 24;

/** Who is named in a sentence as saying its figures. `figures`: the places of the tokens that are claims. */
export function speechesOf(line: Line, figures: readonly number[]): { speeches: Speech[]; named: Name[] } {
  const { tokens } = line;
  const speeches: Speech[] = [];
  const named: Name[] = [];
  let at = 0;
  while (at < tokens.length) {
    const found = speechAt(tokens, at, figures, speeches);
    if (found?.claimant) named.push(found.claimant);
    if (found?.speech) speeches.push(found.speech);
    at = found?.to ?? at + 1;
  }
  return { speeches, named };
}

type Found = { speech: Speech | null; claimant: Name | null; to: number };

function speechAt(
  tokens: readonly Token[],
  at: number,
  figures: readonly number[],
  earlier: readonly Speech[],
): Found | null {
  const according = matchAt(ACCORDING, tokens, at);
  if (according) return accordingTo(tokens, according);
  const relayed = quotedPassive(tokens, at);
  if (relayed) return relayed;
  const owned = ownTally(tokens, at, figures);
  if (owned) return owned;
  const beside = besideFigure(tokens, at, figures, earlier);
  if (beside) return beside;
  const denying = matchAt(DENY, tokens, at);
  if (denying) return deniedBy(tokens, denying);
  const say = matchAt(SAY, tokens, at);
  const count = matchAt(COUNT, tokens, at);
  const verb = [say, count].flatMap((match) => match ?? []).sort((a, b) => b.to - a.to)[0];
  return verb ? spoken(tokens, verb, say !== null, figures) : null;
}

function accordingTo(tokens: readonly Token[], cue: { from: number; to: number }): Found | null {
  const claimant = nameFrom(tokens, pastTally(tokens, cue.to));
  if (!claimant) return null;
  // "Reports from survivors that …"
  const leads = tokens[claimant.to]?.lower === "that";
  const isFirst =
    cue.from === 0 ||
    (/^[,;]$/.test(tokens[cue.from - 1]?.text ?? "") && tokens[claimant.to]?.text === "," && cue.from < 3);
  const via = viaAround(tokens, claimant.to, Math.min(tokens.length, claimant.to + 12));
  const opens = isFirst || leads;
  const speech = { cue, claimant, via, closes: !opens, opens, isFirm: !opens, of: null };
  return { speech, claimant, to: claimant.to };
}

/** "According to a report from the president's office" */
function pastTally(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < from + 4 && tokens[at]?.kind === "word" && !matchAt(TALLY, tokens, at)) at += 1;
  const tally = matchAt(TALLY, tokens, at);
  return tally && /^(?:from|by|of)$/.test(tokens[tally.to]?.lower ?? "") ? tally.to + 1 : from;
}

/** "HRANA's own count", "by the WHO's reckoning", "the CGT's 1.7 million". */
function ownTally(tokens: readonly Token[], at: number, figures: readonly number[]): Found | null {
  // "The organisers' estimate"
  const isPlural =
    /^['’]$/.test(tokens[at]?.text ?? "") &&
    tokens[at - 1]?.lower.endsWith("s") &&
    tokens[at - 1]?.end === tokens[at]?.start;
  if (tokens[at]?.lower !== "'s" && !isPlural) return null;
  let place = at + 1;
  while (isWord("tallyAdjectives", tokens[place]?.lower) && place < at + 3) place += 1;
  const tally = matchAt(TALLY, tokens, place) ?? matchAt(TALLY, tokens, at + 1);
  const isFigure = figures.includes(at + 1) && !nounPhraseAfter(tokens, at + 1).counted;
  if (!tally && !isFigure) return null;
  const claimant = nameEndingAt(tokens, at);
  if (!claimant) return null;
  const to = tally?.to ?? at + 1;
  const speech = {
    cue: { from: at, to },
    claimant,
    via: null,
    closes: false,
    opens: !isFigure,
    isFirm: false,
    of: isFigure ? at + 1 : null,
  };
  return { speech, claimant, to };
}

/** "Police denied this, saying …": who denies can go on to say something. */
function deniedBy(tokens: readonly Token[], cue: { from: number; to: number }): Found | null {
  const claimant = isNegated(tokens, cue.from) ? null : nameBefore(tokens, cue.from);
  if (!claimant) return null;
  const speech = { cue, claimant, via: null, closes: false, opens: false, isFirm: false, of: null };
  return { speech, claimant, to: cue.to };
}

/** "... counted 14,800 people and the union 23,000". */
function besideFigure(
  tokens: readonly Token[],
  at: number,
  figures: readonly number[],
  earlier: readonly Speech[],
): Found | null {
  if (earlier.length === 0 || !isWord("besideJoints", tokens[at]?.lower)) return null;
  let to = at + 1;
  while (tokens[to]?.kind === "word" && to < at + 6) to += 1;
  if (to === at + 1 || !figures.includes(to)) return null;
  const claimant = { from: at + 1, to };
  if (to - at > 5) return null;
  const isBody = matchBefore(BODIES, tokens, to) !== null || /^\p{Lu}{2,}$/u.test(tokens[to - 1]?.text ?? "");
  if (!isBody) return null;
  return {
    speech: { cue: claimant, claimant, via: null, closes: false, opens: false, isFirm: true, of: to },
    claimant,
    to,
  };
}

function spoken(
  tokens: readonly Token[],
  verb: { from: number; to: number },
  isSay: boolean,
  figures: readonly number[],
): Found | null {
  const previous = tokens[verb.from - 1];
  if (previous?.lower === "to" || isNegated(tokens, verb.from) || isNoun(tokens, verb)) return null;
  if (isPassive(tokens, verb) || isAdjective(tokens, verb.from)) return null;
  // "Claimed at least eight lives"
  if (
    tokens.slice(verb.to, verb.to + 4).some(({ lower }) => isWord("claimedThings", lower)) &&
    previous?.lower !== "he"
  )
    return null;
  // "A baby said to be among them"
  if (tokens[verb.to]?.lower === "to" && /^(?:be|have)$/.test(tokens[verb.to + 1]?.lower ?? "")) return null;
  const subject = nameBefore(tokens, verb.from, isSay);
  const isInverted = !subject && isSay && /^[,"”“'’]$/.test(previous?.text ?? ",");
  const inverted = isInverted ? nameFrom(tokens, verb.to) : null;
  const claimant = subject ?? inverted;
  const isJoined = !claimant && (verb.from === 0 || isWord("joinedSpeech", previous?.lower));
  const to = inverted ? inverted.to : verb.to;
  if (!claimant && !isJoined) return { speech: null, claimant: null, to: verb.to };
  const isCounting = figures.some(
    (figure) => figure >= verb.to && figure < verb.to + FIGURE_REACH && !isParted(tokens, verb.to, figure),
  );
  const relative = subject ? relativeOf(tokens, subject, figures) : null;
  if (!isSay && !isCounting && relative === null) return { speech: null, claimant, to: verb.to };
  const closes =
    inverted !== null ||
    (subject !== null &&
      isSay &&
      (isParenthetical(tokens, subject) || isLast(tokens, subject, verb, figures)));
  const quoted = quotedBy(tokens, verb, subject);
  const via = quoted?.via ?? viaOf(tokens, claimant, verb);
  const speech: Speech = {
    cue: verb,
    claimant: quoted?.claimant ?? citedBy(tokens, claimant, verb) ?? claimant,
    via: via ?? (citedBy(tokens, claimant, verb) ? claimant : null),
    closes,
    opens: relative === null,
    isFirm: relative !== null,
    of: relative,
  };
  return { speech, claimant, to: quoted ? quoted.claimant.to : to };
}

/** "… killed at least 27 people on Monday activists said": nothing that is counted comes after. */
function isLast(
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
function isParenthetical(tokens: readonly Token[], subject: Name): boolean {
  for (let at = subject.from - 1; at > 0 && subject.from - at < 8; at -= 1) {
    const token = tokens[at];
    if (!token || token.kind === "figure" || isWord("clauseStarts", token.lower)) return false;
    if (/^[,"”’—–-]$/.test(token.text)) return true;
    if (token.kind !== "word" && token.text !== ".") return false;
  }
  return false;
}

function isParted(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ text }) => text === ";" || text === ":");
}

/** "An informed source": the word describes who speaks. */
function isAdjective(tokens: readonly Token[], at: number): boolean {
  return isWord("articles", tokens[at - 1]?.lower);
}

/** "Records showed", "estimates of": the word is a noun here. */
function isNoun(tokens: readonly Token[], { from, to }: { from: number; to: number }): boolean {
  if (to > from + 1 || !EITHER.has(tokens[from]?.lower ?? "")) return false;
  const next = tokens[to];
  return next?.kind !== "figure" && !isWord("afterVerb", next?.lower);
}

function isNegated(tokens: readonly Token[], at: number): boolean {
  return tokens
    .slice(Math.max(0, at - 3), at)
    .some(({ lower }) => lower === "not" || lower === "never" || lower.endsWith("n't"));
}

/** "Was reported": nobody is named as saying it. */
function isPassive(tokens: readonly Token[], { from }: { from: number }): boolean {
  let at = from - 1;
  while (tokens[at]?.lower.endsWith("ly")) at -= 1;
  const word = tokens[at]?.lower ?? "";
  if (!isWord("aux", word) || !/(?:ed|said|found|given|told)$/.test(tokens[from]?.lower ?? "")) return false;
  return isWord("be", word);
}

/** "The 481,486 that the country had registered": the figure before the relative clause. */
function relativeOf(tokens: readonly Token[], subject: Name, figures: readonly number[]): number | null {
  if (!isWord("relatives", tokens[subject.from - 1]?.lower)) return null;
  const figure = [...figures].reverse().find((place) => place < subject.from);
  if (figure === undefined) return null;
  const between = tokens.slice(figure + 1, subject.from - 1);
  return between.length <= 3 && between.every(({ kind, text }) => kind === "word" || text === "'s")
    ? figure
    : null;
}

/** "Mr Lee was quoted by the agency as saying …" */
function quotedPassive(tokens: readonly Token[], at: number): Found | null {
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
function quotedBy(tokens: readonly Token[], verb: { from: number; to: number }, subject: Name | null) {
  if (!isWord("quoting", tokens[verb.from]?.lower)) return null;
  const claimant = nameFrom(tokens, verb.to);
  return claimant && { claimant, via: subject };
}

/** "Meduza, citing a source in the fleet, reported": an outlet that names where it has it from relays it. */
function citedBy(
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

function viaOf(
  tokens: readonly Token[],
  claimant: Name | null,
  verb: { from: number; to: number },
): Name | null {
  const from = claimant && claimant.to <= verb.from ? claimant.to : verb.from;
  return viaAround(tokens, from, Math.min(tokens.length, verb.to + 8));
}

/** The outlet to which something was told, or by which it was carried, named in a stretch of the sentence. */
function viaAround(tokens: readonly Token[], from: number, to: number): Name | null {
  for (let at = from; at < to; at += 1) {
    const match = matchAt(SPOKE_TO, tokens, at) ?? matchAt(RELAY, tokens, at);
    const name = match && nameFrom(tokens, match.to);
    if (name && (isOutlet(tokens, name) || isWord("outletRoles", tokens[name.to - 1]?.lower))) return name;
    if (tokens[at]?.text === ";") return null;
  }
  return null;
}
