/** A run of words that both texts have, or only the old or only the new one. */
export type WordRun = { kind: "kept" | "removed" | "added"; text: string };

/** Words, the spaces after them, and single signs. */
const TOKENS = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

// Texts that differ in more than this are told whole: the table would grow with the product of their lengths.
const CELLS_MAX = 1_000_000;

/**
 * What was removed from one text and what was added to make the other, word by word. The runs that are kept or removed
 * make the old text again, those that are kept or added the new one.
 */
export function wordDifferences(before: string, after: string): WordRun[] {
  const [old, young] = [tokensOf(before), tokensOf(after)];
  const start = sharedStart(old, young);
  const end = sharedEnd(old.slice(start), young.slice(start));
  const removed = old.slice(start, old.length - end);
  const added = young.slice(start, young.length - end);
  return joined([
    ...runs("kept", old.slice(0, start)),
    ...(removed.length * added.length > CELLS_MAX
      ? [...runs("removed", removed), ...runs("added", added)]
      : between(removed, added)),
    ...runs("kept", old.slice(old.length - end)),
  ]);
}

function tokensOf(text: string): string[] {
  return text.match(TOKENS) ?? [];
}

function sharedStart(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function sharedEnd(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}

/** The longest words that both have in one order are kept. */
function between(old: readonly string[], young: readonly string[]): WordRun[] {
  const lengths = commonLengths(old, young);
  const at = (i: number, j: number) => lengths[i * (young.length + 1) + j] ?? 0;
  const found: WordRun[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < young.length) {
    if (i < old.length && j < young.length && old[i] === young[j]) {
      found.push({ kind: "kept", text: old[i] ?? "" });
      i += 1;
      j += 1;
    } else if (j === young.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) {
      found.push({ kind: "removed", text: old[i] ?? "" });
      i += 1;
    } else {
      found.push({ kind: "added", text: young[j] ?? "" });
      j += 1;
    }
  }
  return found;
}

/** For each place in both: how many words the rest of them share in one order. */
function commonLengths(old: readonly string[], young: readonly string[]): Uint32Array {
  const width = young.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = young.length - 1; j >= 0; j -= 1) {
      const [skipOld = 0, skipYoung = 0] = [lengths[(i + 1) * width + j], lengths[i * width + j + 1]];
      lengths[i * width + j] =
        old[i] === young[j] ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(skipOld, skipYoung);
    }
  }
  return lengths;
}

function runs(kind: WordRun["kind"], tokens: readonly string[]): WordRun[] {
  return tokens.length === 0 ? [] : [{ kind, text: tokens.join("") }];
}

/** Neighbouring runs of one kind are one; between two kept runs, what was removed stands before what was added. */
function joined(all: readonly WordRun[]): WordRun[] {
  const result: WordRun[] = [];
  let [removed, added] = ["", ""];
  const flush = () => {
    if (removed) result.push({ kind: "removed", text: removed });
    if (added) result.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
  };
  for (const { kind, text } of all) {
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.kind === "kept") last.text += text;
      else result.push({ kind, text });
    }
  }
  flush();
  return result;
}
