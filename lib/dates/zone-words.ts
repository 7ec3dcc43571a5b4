/**
 * What a wording says about the clock: an IANA zone; the zone of the event ("local time"); an offset; or an
 * abbreviation of one offset, with the zone it is usually said of and the offsets it has elsewhere (minutes).
 */
export type ZoneSaid =
  | { kind: "zone"; zone: string }
  | { kind: "local" }
  | { kind: "offset"; offsetMinutes: number }
  | { kind: "abbreviation"; zone: string; offsetMinutes: number; elsewhere: readonly number[] }
  | { kind: "several" };

/** Places by whose clocks journalists tell the time; Ukrainian and Russian as they stand before "time". */
const PLACES: readonly (readonly [zone: string, latin: string, other: string])[] = [
  ["Europe/Moscow", "moscow", "московським, московскому, موسكو"],
  ["Europe/Kyiv", "kyiv, kiev, ukraine, ukrainian", "київським, киевскому, كييف"],
  ["Asia/Gaza", "gaza", "غزة"],
  ["Asia/Jerusalem", "jerusalem, israel, israeli, tel aviv", "ізраїльським, израильскому, القدس"],
  ["Africa/Tripoli", "tripoli, libya, libyan", "طرابلس, ليبيا"],
  ["Africa/Khartoum", "khartoum, sudan", "الخرطوم, السودان"],
  ["Asia/Beirut", "beirut, lebanon", "بيروت"],
  ["Asia/Damascus", "damascus, syria, syrian", "دمشق"],
  ["Asia/Baghdad", "baghdad, iraq, iraqi", "بغداد"],
  ["Asia/Tehran", "tehran, iran, iranian", "طهران"],
  ["Asia/Kabul", "kabul, afghanistan", "كابول"],
  ["Africa/Cairo", "cairo, egypt", "القاهرة"],
  ["Asia/Amman", "amman, jordan", "عمان"],
  ["Asia/Riyadh", "riyadh, mecca, saudi", "الرياض, السعودية, مكة المكرمة, مكة"],
  ["Asia/Aden", "sanaa, yemen", "صنعاء"],
  ["Europe/Istanbul", "istanbul, ankara, turkey, turkish", "إسطنبول, تركيا"],
  ["Asia/Tbilisi", "tbilisi", ""],
  ["Asia/Yerevan", "yerevan", ""],
  ["Asia/Baku", "baku", ""],
  ["Europe/Minsk", "minsk", "минскому, мінським"],
  ["Europe/Warsaw", "warsaw", ""],
  ["Europe/London", "london, british, uk", "лондонским, لندن"],
  ["Europe/Dublin", "dublin", ""],
  ["Europe/Paris", "paris, central european", "باريس"],
  ["Europe/Berlin", "berlin", ""],
  ["America/New_York", "new york, us eastern, eastern", "نيويورك"],
  ["America/Chicago", "chicago, us central", ""],
  ["America/Puerto_Rico", "san juan, puerto rico", ""],
  ["Asia/Kolkata", "india, delhi, new delhi, kolkata", ""],
  ["Asia/Shanghai", "beijing, china, shanghai", ""],
];

const NAMED: readonly (readonly [zone: string, list: string])[] = [
  ["UTC", "utc, gmt, z, greenwich mean time, بتوقيت غرينتش, بتوقيت جرينتش, по гринвичу, за гринвічем"],
  ["Europe/Moscow", "msk, мск, по москве, московское время, московський час"],
  ["Europe/Kyiv", "по киеву, за києвом, київський час, киевское время"],
  ["America/New_York", "et"],
  ["Europe/Istanbul", "trt"],
];

const ABBREVIATIONS: readonly (readonly [
  name: string,
  zone: string,
  offsetMinutes: number,
  ...elsewhere: number[],
])[] = [
  ["eet", "Europe/Kyiv", 120],
  ["eest", "Europe/Kyiv", 180],
  ["cet", "Europe/Paris", 60],
  ["cest", "Europe/Paris", 120],
  ["est", "America/New_York", -300, 600, 660],
  ["edt", "America/New_York", -240, 660],
  ["bst", "Europe/London", 60, 360],
  ["ast", "America/Puerto_Rico", -240, 180],
  ["idt", "Asia/Jerusalem", 180],
];

/** Abbreviations that say nothing by themselves, and what to write instead of each. */
const SEVERAL: Readonly<Record<string, readonly string[]>> = {
  ist: ["India time", "Israel time", "Dublin time"],
  cst: ["Chicago time", "China time", "UTC-6"],
  est: ["New York time", "UTC-5"],
  edt: ["New York time", "UTC-4"],
  bst: ["London time", "UTC+6"],
  ast: ["San Juan time", "Riyadh time"],
};

/** The plain wordings to choose from where an abbreviation can mean several zones; empty for any other. */
export function zonesMeantBy(abbreviation: string): readonly string[] {
  const key = abbreviation.trim().toLowerCase();
  return Object.hasOwn(SEVERAL, key) ? (SEVERAL[key] ?? []) : [];
}

const LOCAL = "local time, local, за місцевим часом, по местному времени, بالتوقيت المحلي";

/** Every phrase that names a clock. A place alone is one too: it stands only behind an hour or a date. */
export const ZONE_WORDS: readonly (readonly [phrase: string, meaning: ZoneSaid])[] = [
  ...PLACES.flatMap(([zone, latin, other]) => {
    const phrases = [...latin.split(", ").flatMap(inEnglish), ...other.split(", ").flatMap(inOtherLanguages)];
    return phrases.map((phrase): [string, ZoneSaid] => [phrase, { kind: "zone", zone }]);
  }),
  ...NAMED.flatMap(([zone, list]) =>
    list.split(", ").map((phrase): [string, ZoneSaid] => [phrase, { kind: "zone", zone }]),
  ),
  ...ABBREVIATIONS.map(([name, zone, offsetMinutes, ...elsewhere]): [string, ZoneSaid] => [
    name,
    { kind: "abbreviation", zone, offsetMinutes, elsewhere },
  ]),
  ...["ist", "cst"].map((name): [string, ZoneSaid] => [name, { kind: "several" }]),
  ...LOCAL.split(", ").map((phrase): [string, ZoneSaid] => [phrase, { kind: "local" }]),
];

function inEnglish(place: string): string[] {
  return [place, `${place} time`, `${place} local time`, `in ${place}`, `local time in ${place}`];
}

function inOtherLanguages(place: string): string[] {
  if (place === "") return [];
  if (/[\u0600-\u06ff]/.test(place)) return [`بتوقيت ${place}`];
  return [`за ${place} часом`, `по ${place} времени`, `${place} времени`];
}
