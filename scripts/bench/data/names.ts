import type { Draw } from "./draw";

/** One name in several scripts: the first is the one it goes by, the others are its aliases. */
export type Names = readonly string[];

/** Latin, Cyrillic, Arabic. */
const SYLLABLES = [
  ["ka", "ка", "كا"],
  ["ri", "ри", "ري"],
  ["mo", "мо", "مو"],
  ["tel", "тел", "تل"],
  ["var", "вар", "فار"],
  ["no", "но", "نو"],
  ["zu", "зу", "زو"],
  ["ben", "бен", "بن"],
  ["dar", "дар", "دار"],
  ["li", "ли", "لي"],
  ["sha", "ша", "شا"],
  ["gor", "гор", "غور"],
  ["pe", "пе", "بي"],
  ["ist", "ист", "ست"],
  ["um", "ум", "وم"],
  ["fa", "фа", "فا"],
] as const;

/** What a body is called in English, Ukrainian and Arabic, with the place where it sits. */
const BODIES = [
  ["Ministry of Health of", "Міністерство охорони здоров'я", "وزارة الصحة"],
  ["Ministry of Defence of", "Міністерство оборони", "وزارة الدفاع"],
  ["Police of", "Поліція", "شرطة"],
  ["Governor of", "Губернатор", "محافظ"],
  ["Mayor of", "Мер", "رئيس بلدية"],
  ["Observatory for Human Rights in", "Обсерваторія прав людини", "المرصد لحقوق الإنسان"],
  ["Red Cross of", "Червоний Хрест", "الصليب الأحمر"],
  ["Army of", "Армія", "جيش"],
  ["Emergency Service of", "Служба надзвичайних ситуацій", "خدمة الطوارئ"],
  ["University of", "Університет", "جامعة"],
] as const;

const MASTHEADS = ["Daily", "Herald of", "News of", "Evening", "Voice of", "Radio", "Observer of"] as const;

const HAPPENINGS = [
  ["Strike on a school in", "strike"],
  ["Flood in", "flood"],
  ["March through", "march"],
  ["Fire in a market of", "fire"],
  ["Earthquake near", "earthquake"],
  ["Shelling of the hospital in", "shelling"],
  ["Train crash at", "crash"],
  ["Siege of", "siege"],
  ["Outbreak in", "outbreak"],
  ["Explosion at the harbour of", "explosion"],
] as const;

/** A made-up place: two to four syllables, in three scripts. */
function placeFrom(draw: Draw): Names {
  const parts = Array.from({ length: 2 + draw.below(3) }, () => draw.one(SYLLABLES));
  return [0, 1, 2].map((script) => capital(parts.map((part) => part[script]).join("")));
}

export function personFrom(draw: Draw): Names {
  const [first, last] = [placeFrom(draw), placeFrom(draw)];
  return first.map((name, script) => `${name} ${last[script]}`);
}

export function bodyFrom(draw: Draw): Names {
  const body = draw.one(BODIES);
  return placeFrom(draw).map((place, script) => `${body[script]} ${place}`);
}

export function publicationFrom(draw: Draw): string {
  return `${draw.one(MASTHEADS)} ${placeFrom(draw)[0]}`;
}

/** What happened where: a title, the bare word for it, and the place. */
export function happeningFrom(draw: Draw): { title: string; word: string; place: Names } {
  const [what, word] = draw.one(HAPPENINGS);
  const place = placeFrom(draw);
  return { title: `${what} ${place[0]}`, word, place };
}

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
