import en from "./lexicon/en.json";

/** The words by which an article is read, as data of its language; phrases are parted by commas. */
export const LEXICON = en;

type WordList = keyof typeof en.grammar;

const LISTS = new Map(Object.entries(en.grammar).map(([list, words]) => [list, new Set(words.split(" "))]));

/** Whether a word stands in a list of the grammar. */
export function isWord(list: WordList, word: string | undefined): boolean {
  return word !== undefined && LISTS.get(list)?.has(word) === true;
}
