import type { Quantity } from "../../../lib/quantity/quantity";
import { quantityOf } from "../../../lib/quantity/validity";
import type { MeasureKind, Qualifier } from "../../../lib/vocabulary";
import type { Draw } from "./draw";

/** What is said, in its language, with a translation of what is not English. */
export type Said = {
  text: string;
  language: string;
  translation: string | null;
  translatedBy: string | null;
};

/** As often as people say it so. */
const QUALIFIERS: readonly Qualifier[] = [
  ...Array<Qualifier>(44).fill("exact"),
  ...Array<Qualifier>(14).fill("at_least"),
  ...Array<Qualifier>(12).fill("about"),
  ...Array<Qualifier>(7).fill("more_than"),
  ...Array<Qualifier>(5).fill("up_to"),
  ...Array<Qualifier>(4).fill("between"),
  ...Array<Qualifier>(4).fill("words"),
  ...(["fewer_than", "none", "some", "not_stated", "estimate_ci", "relative"] as const),
];

const WORDS = ["dozens", "hundreds", "thousands", "tens"] as const;

/** A figure near a number, in English words, by the table of qualifiers. */
export function figureFrom(
  draw: Draw,
  near: number,
  kinds: readonly MeasureKind[],
): Quantity & { isEstimate: boolean } {
  const qualifier = draw.one(QUALIFIERS);
  const n = Math.max(2, Math.round(near * (0.5 + draw.below(1000) / 700)));
  const last = n + 1 + draw.below(n);
  const word = draw.one(WORDS);
  const told = n.toLocaleString("en-GB");
  const RAW: Record<Qualifier, string> = {
    exact: told,
    about: `about ${told}`,
    at_least: `at least ${told}`,
    more_than: `more than ${told}`,
    up_to: `up to ${told}`,
    fewer_than: `fewer than ${told}`,
    between: `${told} to ${last.toLocaleString("en-GB")}`,
    words: word,
    none: "no casualties",
    some: "there are dead",
    not_stated: "the number is being clarified",
    estimate_ci: `${told} (95 % CI ${Math.ceil(n / 2)}-${last})`,
    relative: `far fewer than ${told}`,
  };
  const isEstimate = qualifier === "estimate_ci";
  const made = quantityOf(
    {
      raw: RAW[qualifier],
      qualifier,
      n: isEstimate ? Math.ceil(n / 2) : n,
      last,
      central: isEstimate ? n : null,
      word,
    },
    kinds,
  );
  if (!made.ok) throw new Error(`${qualifier} ${n}: ${JSON.stringify(made.problems)}`);
  return { ...made.quantity, isEstimate };
}

/** Common words first: they are drawn by Zipf, as in any text. */
const ENGLISH =
  `the of and in was were by on at from that said killed people hit area city after building night fire
  forces army children hospital attack two soldiers school civilians rocket wounded morning they homes missile rescue
  workers bodies found under rubble bridge market shelling warehouse ammunition water electricity convoy road crossing
  border village collapsed ceiling explosion drone launched residents evacuated warned commander responsible refused
  inquiry demanded ceasefire phones barracks stored witnesses counted cemetery registry satellite images crater dam
  torrent harbour silo ammonium inspection expired licence police cordon protest march charged batons detained lawyers
  quake epicentre aftershock tents blankets cholera ward vaccine derailment signal brakes speed tunnel ferry capsized
  lifeboats manifest overloaded siege corridor convoys grain mill mortar sniper roadblock checkpoint amnesty`
    .split(/\s+/)
    .filter(Boolean);
const UKRAINIAN =
  `у на та що було від після лікарня школа вибух удар загинули поранені місто село вночі вранці військові
  мешканці рятувальники будинок завали ринок склад обстріл ракета дрон міст дорога кордон відповідальність вимагаємо
  припинення вогню свідки супутникові знімки`
    .split(/\s+/)
    .filter(Boolean);
const ARABIC =
  `في من على إلى بعد أن كان المستشفى المدرسة انفجار غارة قتلى جرحى مدينة قرية ليلا صباحا جنود سكان منازل تحت
  الأنقاض سوق مستودع قصف صاروخ طائرة جسر طريق حدود مسؤولية نطالب بوقف إطلاق النار شهود صور`
    .split(/\s+/)
    .filter(Boolean);

/** A statement, or a passage of a report: some words of a language, one word in many rare. */
export function sentenceFrom(draw: Draw, place: string, word: string): Said {
  const language = draw.chance(0.75) ? "en" : draw.chance(0.6) ? "uk" : "ar";
  const text = wordsFrom(draw, { en: ENGLISH, uk: UKRAINIAN, ar: ARABIC }[language] ?? ENGLISH);
  const own = `${text} ${place}`;
  if (language === "en") return { text: `${own} ${word}`, language, translation: null, translatedBy: null };
  return {
    text: own,
    language,
    translation: `${wordsFrom(draw, ENGLISH)} ${place}`,
    translatedBy: "the desk",
  };
}

/** A title of a report. */
export function titleFrom(draw: Draw, place: string, word: string): string {
  return `${word} ${place}: ${Array.from({ length: 4 + draw.below(5) }, () => ENGLISH[draw.skewed(ENGLISH.length)]).join(" ")}`;
}

function wordsFrom(draw: Draw, words: readonly string[]): string {
  const said = Array.from({ length: 6 + draw.below(16) }, () => words[draw.skewed(words.length)]);
  if (draw.chance(0.02)) said.push(`site-${draw.below(100_000)}`);
  return said.join(" ");
}
