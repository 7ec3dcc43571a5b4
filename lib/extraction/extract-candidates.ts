import { type Attributed, attributionOf } from "./attribute";
import { figureOf, mention, spanOf, statementOf } from "./candidates";
import { dateBeside, datesOf, dayOf } from "./dates";
import type { Line } from "./lines";
import { speakerOfQuote } from "./quotes";
import { type LineRead, readLines } from "./read-lines";
import { statementsOf } from "./statements";
import type { Article, Candidate, FigureCandidate, SaidDate } from "./types";

// A text that is longer is no article: what comes after is not read.
const TEXT_LENGTH_MAX = 600_000;

/**
 * Finds the claims that an article makes, in the order of the text: figures with who asserts them, and what each part
 * was read from. Pure and deterministic; the same text gives the same. A person checks each one. Never throws. Reads the
 * first 600,000 UTF-16 units.
 */
export function extractCandidates({ text: whole, publishedOn }: Article): Candidate[] {
  const text = whole.slice(0, TEXT_LENGTH_MAX);
  const day = dayOf(publishedOn ?? null, text);
  const reads = readLines(text);
  const candidates: Candidate[] = [];
  let previous: readonly FigureCandidate[] = [];
  reads.forEach((read, place) => {
    const { line, countings, said } = read;
    if (countings.length === 0 && said.length === 0 && read.denied.length === 0) return;
    const dates = datesOf(line, day);
    const figures = countings.flatMap((counting) => {
      const own = attributionOf(line, counting, countings, said);
      const start = line.tokens[counting.at]?.start ?? 0;
      const attributed = own.speech ? own : (speakerOfQuote(reads, place, start) ?? own);
      return figureOf(line, counting, attributed, stated(line, attributed, dates)) ?? [];
    });
    markDenied(read, figures, previous);
    const statements = statementsOf(line, said).map((found) =>
      statementOf(line, found, stated(line, found.said, dates)),
    );
    const first = candidates.length;
    const found = [...figures, ...statements].sort((a, b) => a.start - b.start);
    countings.forEach(({ partOf }, at) => {
      const part = figures[at];
      const whole = figures[countings.findIndex((other) => other.at === partOf)];
      if (part && whole) part.partOf = first + found.indexOf(whole);
    });
    candidates.push(...found);
    if (figures.length > 0) previous = figures;
  });
  return candidates;
}

function stated(line: Line, { speech }: Attributed, dates: readonly SaidDate[]): SaidDate | null {
  return speech && dateBeside(line, speech.cue, dates);
}

/** A denial is of the figure behind it, else of what was said before by somebody else, or by the same who corrects it. */
function markDenied(
  { line, countings, denied }: LineRead,
  figures: readonly FigureCandidate[],
  previous: readonly FigureCandidate[],
): void {
  for (const { cue, by, of, isCorrection } of denied) {
    const behind = figures[countings.findIndex(({ at }) => at === of)];
    const before = isCorrection ? figures[countings.findLastIndex(({ at }) => at < cue.from)] : undefined;
    const earlier = previous.find(({ claimant }) => isCorrection || claimant?.text !== by?.text);
    const figure = behind ?? before ?? earlier;
    if (figure) figure.denied = { by: by && mention(by), cue: spanOf(line, cue) };
  }
}
