import { isWord } from "./lexicon";
import type { Line } from "./lines";
import type { Token } from "./tokens";
import type { Mention } from "./types";
import { isBody, isOutlet, isPersonPronoun, isPronoun, isTitleWord, type Name } from "./who";

/** Somebody whom the article has named as speaking. */
export type Known = Mention & { words: readonly string[]; isPerson: boolean; isOutlet: boolean };

/** The tokens of a name as the article has them. */
export function mentionOf(line: Line, { from, to }: Name): Mention {
  const start = line.tokens[from]?.start ?? line.start;
  const end = line.tokens[to - 1]?.end ?? start;
  return { start, end, text: line.text.slice(start - line.start, end - line.start) };
}

/** Who speaks in the article so far: names given short are led back to the fuller name before (pronouns, "the ministry", a surname, initials). */
export class Cast {
  private readonly known: Known[] = [];
  private readonly runs: {
    text: string;
    start: number;
    end: number;
    initials: string;
    first: string;
    last: string;
  }[] = [];

  /** Takes note of the names with capitals in a sentence, by which surnames and initials are understood. */
  read(line: Line): void {
    const { tokens } = line;
    for (let at = 0; at < tokens.length; at += 1) {
      if (!tokens[at]?.isCapital) continue;
      let to = at + 1;
      while (tokens[to]?.isCapital || (isWord("runJoints", tokens[to]?.lower) && joinsRun(tokens, to)))
        to += 1;
      let from = at;
      while (from < to && isTitleWord(tokens[from])) from += 1;
      if (to - from > 1) this.runs.push(this.runOf(line, from, to));
      at = to - 1;
    }
  }

  private runOf(line: Line, from: number, to: number) {
    const { text, start, end } = mentionOf(line, { from, to });
    const capitals = line.tokens
      .slice(from, to)
      .filter(({ isCapital, lower }) => isCapital && lower !== "the");
    const initials = capitals.map(({ text: word }) => word.charAt(0)).join("");
    return {
      text,
      start,
      end,
      initials,
      first: line.tokens[from]?.lower ?? "",
      last: line.tokens[to - 1]?.lower ?? "",
    };
  }

  /** Whom a name means. Null where a pronoun has nobody to stand for. */
  meant(line: Line, name: Name): Known | null {
    const { tokens } = line;
    const words = tokens.slice(name.from, name.to);
    if (isPersonPronoun(tokens, name)) return this.last((one) => one.isPerson) ?? this.last(() => true);
    if (isPronoun(tokens, name)) return this.last((one) => !one.isPerson) ?? this.last(() => true);
    if (words.some(({ lower }) => lower === "same")) return this.last(() => true);
    if (isWord("possessives", words[0]?.lower) && words.length <= 3) return this.last(() => true);
    const own = this.knownOf(line, name);
    return this.fuller(own, words) ?? own;
  }

  /** Takes note of somebody, so that a later pronoun can mean them. */
  note(one: Known): Known {
    if (this.known.at(-1)?.text !== one.text) this.known.push(one);
    return one;
  }

  /** Takes note of a name that said no figure. */
  noteNamed(line: Line, name: Name): void {
    const meant = this.meant(line, name);
    if (meant) this.note(meant);
  }

  private knownOf(line: Line, name: Name): Known {
    const tokens = line.tokens.slice(name.from, name.to);
    const words = tokens.map(({ lower }) => lower).filter((word) => !isWord("small", word));
    const isOutletName = isOutlet(line.tokens, name);
    const capitals = tokens.filter(({ isCapital }) => isCapital).length;
    const isPerson =
      !isOutletName &&
      tokens[0]?.lower !== "the" &&
      capitals >= 1 &&
      tokens.every(({ isCapital, text }) => (isCapital && !/^\p{Lu}{2,}$/u.test(text)) || text === ".") &&
      !isBody(line.tokens, name);
    const isRole = isWord("roles", headOf(words));
    return { ...mentionOf(line, name), words, isPerson: isPerson || isRole, isOutlet: isOutletName };
  }

  private fuller(own: Known, tokens: readonly Token[]): Known | null {
    const [word] = own.words;
    if (word === undefined) return null;
    const isShort = own.words.length === 1;
    const text = tokens.at(-1)?.text ?? "";
    if (isShort && /^\p{Lu}{2,7}$/u.test(text)) {
      const run = this.lastRun(({ initials, start }) => initials === text && start < own.start);
      return run && this.ofRun(run, own);
    }
    const isThe = isWord("pointers", tokens[0]?.lower);
    if (
      isThe &&
      own.words.length <= 2 &&
      isWord("offices", own.words.at(-1)) &&
      tokens.every(({ isCapital }, at) => !isCapital || at === 0)
    ) {
      const named = this.last(
        (one) => one.words.length > own.words.length && own.words.every((each) => one.words.includes(each)),
      );
      if (named) return named;
      if (isWord("outletRoles", word))
        return this.last((one) => one.isOutlet) ?? this.last((one) => !one.isPerson);
      const isLoose = isWord("looseBodies", word);
      return isLoose
        ? this.last((one) => !one.isPerson && !one.words.some((each) => isWord("offices", each)))
        : null;
    }
    if (isShort && tokens.at(-1)?.isCapital) {
      const known = this.last((one) => one.isPerson && one.words.length > 1 && one.words.at(-1) === word);
      if (known) return known;
      const run = this.lastRun(
        ({ last, first, text: full, start }) =>
          (last === word || first === word) && full !== own.text && start < own.start,
      );
      return run && this.ofRun(run, { ...own, isPerson: true });
    }
    return null;
  }

  private ofRun(run: { text: string; start: number; end: number }, own: Known): Known {
    const words = run.text
      .toLowerCase()
      .split(/[^\p{L}\p{M}\d]+/u)
      .filter((word) => word !== "" && !isWord("small", word));
    return {
      text: run.text,
      start: run.start,
      end: run.end,
      words,
      isPerson: own.isPerson,
      isOutlet: own.isOutlet,
    };
  }

  private last(is: (one: Known) => boolean): Known | null {
    for (let at = this.known.length - 1; at >= Math.max(0, this.known.length - 40); at -= 1) {
      const one = this.known[at];
      if (one && is(one)) return one;
    }
    return null;
  }

  private lastRun(
    is: (run: { text: string; start: number; initials: string; first: string; last: string }) => boolean,
  ) {
    for (let at = this.runs.length - 1; at >= Math.max(0, this.runs.length - 400); at -= 1) {
      const run = this.runs[at];
      if (run && is(run)) return run;
    }
    return null;
  }
}

function headOf(words: readonly string[]): string {
  return words.find((word) => isWord("offices", word)) ?? words.at(-1) ?? "";
}

/** "Of" joins two capitals: "Ministry of Health". */
function joinsRun(tokens: readonly Token[], at: number): boolean {
  let next = at + 1;
  while (isWord("ofThe", tokens[next]?.lower)) next += 1;
  return tokens[at]?.lower !== "and" && next <= at + 2 && tokens[next]?.isCapital === true;
}
