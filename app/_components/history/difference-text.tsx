import { translator } from "@/lib/format/messages";
import { wordDifferences } from "@/lib/format/word-differences";

type Props = { before: string; after: string; side: "before" | "after"; locale: string };

/** One of two versions of a text, in which what the other one does not have is marked, in words for those who listen. */
export function DifferenceText({ before, after, side, locale }: Props) {
  const t = translator(locale);
  const runs = wordDifferences(before, after);
  const isAnother = !runs.some(({ kind, text }) => kind === "kept" && /[\p{L}\p{N}]/u.test(text));
  if (isAnother) return side === "before" ? before : after;
  return runs.map(({ kind, text }, i) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a text never change their places
    if (kind === "kept") return <span key={i}>{text}</span>;
    const isHere = (kind === "removed") === (side === "before");
    if (!isHere) return null;
    const Marked = kind === "removed" ? "del" : "ins";
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Marked key={i} className={MARKS[kind]}>
        <span className="sr-only">{`${t(`eventHistory.${kind}`)} `}</span>
        {text}
      </Marked>
    );
  });
}

const MARKS = {
  removed: "line-through decoration-flag decoration-2 bg-band",
  added: "underline decoration-flag decoration-2 underline-offset-3 bg-band",
};
