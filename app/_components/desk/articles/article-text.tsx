import type { ReviewedArticle } from "@/lib/articles/review-form";
import type { Candidate, Span } from "@/lib/extraction/types";
import { translator } from "@/lib/format/messages";

type Props = { article: ReviewedArticle; candidates: readonly Candidate[]; title: string; locale: string };

/** The text of an article: each passage that a candidate was read from is marked, and leads to it by its number. */
export function ArticleText({ article: { text }, candidates, locale }: Props) {
  const t = translator(locale);
  const pieces = piecesOf(candidates);
  return (
    <div dir="auto" className="font-serif mt-3">
      {paragraphsOf(text).map((paragraph) => (
        <p key={paragraph.start} className="mt-3 first:mt-0">
          {within(pieces, paragraph).map(({ start, end, place, isFirst, type }) => {
            const said = text.slice(start, end);
            if (place === null) return said;
            const name = t("desk.article.toCandidate", { number: place + 1 });
            return (
              <span key={start}>
                {isFirst ? (
                  <a
                    href={`#candidate-${place}`}
                    className="plain-link font-sans text-xs font-semibold align-super px-1"
                    aria-label={name}
                  >
                    {place + 1}
                  </a>
                ) : null}
                {type === "figure" ? (
                  <mark className="bg-band text-ink font-semibold border-b-2 border-ink">{said}</mark>
                ) : (
                  <span className="border-b border-dotted border-ink">{said}</span>
                )}
              </span>
            );
          })}
        </p>
      ))}
    </div>
  );
}

type Piece = Span & { place: number | null; isFirst: boolean; type: Candidate["type"] };

/** Stretches of the text of one candidate each: of a figure rather than of a statement that it stands in. */
function piecesOf(candidates: readonly Candidate[]): Piece[] {
  const figures = candidates.flatMap(({ start, end, type }, place) =>
    type === "figure" ? [{ start, end, place, isFirst: true, type }] : [],
  );
  const statements = candidates.flatMap(({ start, end, type }, place) => {
    if (type === "figure") return [];
    const inside = figures.filter((figure) => figure.end > start && figure.start < end);
    return gapsOf({ start, end }, inside).map((gap, at) => ({ ...gap, place, isFirst: at === 0, type }));
  });
  return [...figures, ...statements].sort((a, b) => a.start - b.start);
}

function gapsOf({ start, end }: Span, taken: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let from = start;
  for (const one of taken) {
    if (one.start > from) gaps.push({ start: from, end: Math.min(one.start, end) });
    from = Math.max(from, one.end);
  }
  if (from < end) gaps.push({ start: from, end });
  return gaps;
}

/** A paragraph cut into what belongs to a candidate and what does not. */
function within(pieces: readonly Piece[], { start, end }: Span): Piece[] {
  const here: Piece[] = [];
  let from = start;
  const plain = (to: number) => {
    if (to > from) here.push({ start: from, end: to, place: null, isFirst: false, type: "statement" });
  };
  for (const piece of pieces) {
    if (piece.end <= from || piece.start >= end) continue;
    // Two that overlap are shown one after the other.
    const begin = Math.max(piece.start, from);
    plain(begin);
    const to = Math.min(piece.end, end);
    here.push({ ...piece, start: begin, end: to });
    from = to;
  }
  plain(end);
  return here;
}

function paragraphsOf(text: string): Span[] {
  return [...text.matchAll(/[^\r\n\u2028\u2029]+/g)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }));
}
