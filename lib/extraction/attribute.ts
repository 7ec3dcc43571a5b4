import type { Counting } from "./counting";
import type { Line } from "./lines";
import type { Cast, Known } from "./people";
import type { Speech } from "./speakers";

/** Who is said to say a figure, and who relays it. */
export type Attributed = { speech: Speech | null; claimant: Known | null; via: Known | null };

const NOBODY: Attributed = { speech: null, claimant: null, via: null };

/** The people behind each speech of a sentence, in the order of the text. */
export function peopleOf(line: Line, speeches: readonly Speech[], cast: Cast): Attributed[] {
  let last: Attributed = NOBODY;
  return speeches.map((speech) => {
    const claimant = speech.claimant ? cast.meant(line, speech.claimant) : last.claimant;
    let via = speech.via ? cast.meant(line, speech.via) : null;
    if (!via && claimant && last.claimant && claimant.text === last.claimant.text) via = last.via;
    if (!via && claimant?.isOutlet) via = claimant;
    // Said to the same outlet within one sentence.
    if (!via && claimant && last.via && last.via !== last.claimant && speech.opens && !claimant.isOutlet)
      via = last.via;
    if (claimant && speech.of === null) cast.note(claimant);
    last = { speech, claimant, via };
    return last;
  });
}

/** Which of the speeches of a sentence a figure belongs to. */
export function attributionOf(
  line: Line,
  counting: Counting,
  others: readonly Counting[],
  said: readonly Attributed[],
): Attributed {
  const { tokens } = line;
  const own = said.find(({ speech }) => speech?.of === counting.at);
  if (own) return own;
  const free = said.filter(({ speech }) => speech !== null && speech.of === null);
  const firm = free.find(({ speech }) => speech?.isFirm && speech.cue.from >= counting.at);
  const isNext =
    firm?.speech &&
    !others.some(({ at }) => at > counting.at && at < (firm.speech?.cue.from ?? 0)) &&
    !isCut(line, counting.at, firm.speech.cue.from);
  const before = [...free]
    .reverse()
    .find(
      ({ speech }) =>
        speech?.opens && speech.cue.to <= counting.at && !isClauseBetween(line, speech.cue.to, counting.at),
    );
  const closing = free.find(
    ({ speech }) => speech && (speech.closes || speech.isFirm) && speech.cue.from > counting.at,
  );
  if (firm && isNext && !(before?.claimant && firm.claimant?.isOutlet)) return firm;
  if (before?.claimant) {
    const relayed =
      closing && !before.via && closing.claimant?.isOutlet && closing.claimant.text !== before.claimant.text
        ? closing.claimant
        : before.via;
    return { ...before, via: relayed };
  }
  if (closing) return closing;
  return tokens.length > 0 ? NOBODY : NOBODY;
}

function isCut(line: Line, from: number, to: number): boolean {
  return line.tokens.slice(from, to).some(({ text }) => text === ";");
}

/** What somebody said ends at a semicolon. */
function isClauseBetween(line: Line, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const token = line.tokens[at];
    if (token?.text === ";") return true;
  }
  return false;
}
