import { groupBy } from "../group-by";
import { foldedWords } from "./words-of-text";

/** A publication with its names and aliases. */
export type NamedPublication = { publicationId: string; publicationNames: readonly string[] };

/**
 * The ids of the publications that a line names, in whole words, whatever their case; never the one whose
 * line it is.
 */
export type CreditReader = (line: string, own: NamedPublication) => string[];

/**
 * Reads credits and bylines (R14): "(Reuters)", "Reuters/AFP", "With inputs from AP", "Source: Agence
 * France-Presse". Words that spell one of the line's own names name nobody else, so that the Kyiv Independent
 * never credits an Independent. Names of a single letter are not read.
 */
export function creditReader(publications: readonly NamedPublication[]): CreditReader {
  const names = publications.flatMap(({ publicationId, publicationNames }) =>
    spellings(publicationNames).map((words) => ({ publicationId, words })),
  );
  const distinct = new Map(names.map((name) => [JSON.stringify([name.publicationId, name.words]), name]));
  const byFirstWord = groupBy(distinct.values(), ({ words }) => words[0]);

  return (line, own) => {
    const words = foldedWords(line);
    const ownNames = spellings(own.publicationNames);
    const isOwn = new Array<boolean>(words.length).fill(false);
    for (const at of words.keys()) {
      for (const name of ownNames) {
        if (startsWith(words, at, name)) isOwn.fill(true, at, at + name.length);
      }
    }
    const found = words.flatMap((word, at) =>
      (byFirstWord.get(word) ?? [])
        .filter(
          (name) =>
            startsWith(words, at, name.words) && !isOwn.slice(at, at + name.words.length).includes(true),
        )
        .map(({ publicationId }) => publicationId),
    );
    return [...new Set(found)].filter((id) => id !== own.publicationId).sort();
  };
}

function spellings(names: readonly string[]): string[][] {
  return names.map(foldedWords).filter((words) => words.join("").length > 1);
}

function startsWith(words: readonly string[], at: number, name: readonly string[]): boolean {
  return name.every((word, nth) => words[at + nth] === word);
}
