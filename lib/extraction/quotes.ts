import type { Attributed } from "./attribute";
import { isOpen, type LineRead, quotesAfter } from "./read-lines";

// A speaker is named so many sentences from the figure at most.
const REACH = 6;

/** Who speaks a figure inside a quotation of several sentences: named where it ends, else where it began. */
export function speakerOfQuote(reads: readonly LineRead[], place: number, at: number): Attributed | null {
  const here = reads[place];
  if (!here) return null;
  const { line, isQuoted } = here;
  const opened = { curly: isQuoted ? 1 : 0, straight: 0 };
  if (!isOpen(quotesAfter(opened, line.text.slice(0, at - line.start)))) return null;

  const isSame = (read: LineRead | undefined) => read?.line.paragraph === line.paragraph;
  for (let next = place + 1; next <= place + REACH && isSame(reads[next]); next += 1) {
    const closing = reads[next]?.said.find(({ speech, claimant }) => speech?.closes && claimant);
    if (closing) return closing;
  }
  for (let earlier = place - 1; earlier >= place - REACH && isSame(reads[earlier]); earlier -= 1) {
    const speaking = reads[earlier]?.said.findLast(({ claimant }) => claimant !== null);
    if (speaking) return speaking;
  }
  return null;
}
