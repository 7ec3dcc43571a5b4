import { foldedWords } from "./words-of-text";

/** What stands before a name: "By Jane Roe". */
const BEFORE_A_NAME = new Set(
  "by written reporting reported additional compiled editing edited story words from автор авторы текст".split(
    " ",
  ),
);
/** What stands in a byline beside a person's name, or for want of one. */
const NO_NAME = new Set(
  (
    "staff agency agencies desk newsroom team correspondent correspondents editor editors editorial bureau writer " +
    "writers reporter reporters journalist press news service services wire wires media online web digital exclusive"
  ).split(" "),
);
const BETWEEN_NAMES = /[,;/|&•·\n]|\s(?:and|with|и|та|і)\s/iu;
/** "Jane Roe in Kyiv", "Jane Roe for the Examiner". */
const AFTER_A_NAME = /\s(?:in|at|for)\s.*$/isu;
const ONE_WORD_NAME = /^\p{sc=Hang}{2,}$/u;

/** A person's name as it is compared, and as it is printed. */
export type BylineName = { key: string; printed: string };

/**
 * The persons whom a byline names (R14), each once, whatever the case and accents. "Staff", "agencies", "web
 * desk" and the like are nobody, and a single word is no name in a script that puts spaces between words.
 */
export function bylineNames(byline: string): BylineName[] {
  const names = byline.split(BETWEEN_NAMES).flatMap((part): BylineName[] => {
    const printed = part.replace(AFTER_A_NAME, "").trim();
    const words = foldedWords(printed).filter((word) => !NO_NAME.has(word));
    const begins = words.findIndex((word) => !BEFORE_A_NAME.has(word));
    const name = begins < 0 ? [] : words.slice(begins);
    const key = name.join(" ");
    return name.length > 1 || ONE_WORD_NAME.test(key) ? [{ key, printed }] : [];
  });
  return [...new Map(names.map((name) => [name.key, name])).values()];
}
