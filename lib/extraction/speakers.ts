import { isWord, LEXICON } from "./lexicon";
import type { Line } from "./lines";
import { nameBefore, nameEndingAt, nameFrom } from "./names";
import { nounPhraseAfter } from "./noun-phrase";
import { matchAt, matchBefore, phrases } from "./phrases";
import { citedBy, quotedBy, quotedPassive, viaAround, viaOf } from "./relays";
import type { Token } from "./tokens";
import { isAdjective, isLast, isNegated, isNoun, isParenthetical, isPassive } from "./voice";
import { BODIES, type Name } from "./who";

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

/** A speech, the name that was met with it, and the place of the token behind both. */
export type Found = { speech: Speech | null; claimant: Name | null; to: number };

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

function isParted(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ text }) => text === ";" || text === ":");
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
