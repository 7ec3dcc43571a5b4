import { transliterations } from "../search/transliterate";

const LENGTH_MAX = 72;

/**
 * The part of an address that a name makes: Latin letters, digits and single hyphens, cut between words, with room for
 * a number behind it. Cyrillic and Arabic are transliterated; a name of which nothing is left gives `fallback`.
 */
export function slugOf(name: string, fallback: string): string {
  const latin = transliterations(name)[0] ?? name;
  const words = [...latin]
    .map((letter) => SPECIAL[letter.toLowerCase()] ?? letter)
    .join("")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f'’ʼ`]/g, "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return shortened(words) || fallback;
}

/** Letters that do not come apart into a Latin letter and a mark. */
const SPECIAL: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
  ə: "a",
  "&": " and ",
};

function shortened(words: readonly string[]): string {
  let slug = "";
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, LENGTH_MAX);
    if (longer.length > LENGTH_MAX) break;
    slug = longer;
  }
  return slug;
}
