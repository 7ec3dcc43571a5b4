import { markWords } from "@/lib/search/mark-words";

/** A text in which the words that were searched for are marked. */
export function MarkedText({ text, words }: { text: string; words: readonly string[] }) {
  return markWords(text, words).map(({ text: part, isHit }, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a part has no other name than its place
    isHit ? <mark key={i}>{part}</mark> : <span key={i}>{part}</span>,
  );
}
