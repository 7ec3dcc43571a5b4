import type { WallTime } from "./date-items";

/** Hours of the day in words: which half of the day a clock time belongs to. */
export type DayPart = "am" | "pm" | "night" | "day";
export type MonthPart = "early" | "mid" | "late";

/** What a word says about a date. `mark` is for words that only join or bound what stands beside them. */
export type DateWord =
  | { says: "month" | "weekday" | "season" | "days_back"; value: number }
  | { says: "month_part"; value: MonthPart }
  | { says: "day_part"; value: DayPart }
  | { says: "time"; value: WallTime }
  | { says: "mark"; value: DateMark };

export type DateMark =
  | "now"
  | "about"
  | "uncertain"
  | "before"
  | "after"
  | "between"
  | "from"
  | "and"
  /** "to": between two dates. */
  | "to"
  /** "until": between two dates, or before one. */
  | "until"
  | "of"
  | "the"
  /** "on": before a date. */
  | "on"
  /** "at": before an hour. */
  | "at"
  | "last"
  | "o_clock"
  /** "year", before its number or behind it. */
  | "year"
  /** Arabic "from", which also stands between a day and its month. */
  | "from_or_of"
  /** The Arabic letter that is short for "evening" behind an hour and for "of our era" behind a year. */
  | "pm_or_year";

/** Names of the twelve months, or of the seven days from Monday: full, inflected and short. */
type Names = readonly string[];

const MONTHS: readonly Names[] = [
  ["january, jan", "січень, січня, січні, січ", "январь, января, январе, янв", "يناير, كانون الثاني, جانفي"],
  [
    "february, feb",
    "лютий, лютого, лютому, лют",
    "февраль, февраля, феврале, фев, февр",
    "فبراير, شباط, فيفري",
  ],
  ["march, mar", "березень, березня, березні, бер, берез", "март, марта, марте, мар", "مارس, آذار"],
  ["april, apr", "квітень, квітня, квітні, квіт", "апрель, апреля, апреле, апр", "أبريل, نيسان, أفريل"],
  ["may", "травень, травня, травні, трав", "май, мая, мае", "مايو, أيار, ماي"],
  ["june, jun", "червень, червня, червні, черв", "июнь, июня, июне, июн", "يونيو, يونيه, حزيران, جوان"],
  ["july, jul", "липень, липня, липні, лип", "июль, июля, июле, июл", "يوليو, يوليه, تموز, جويلية, يوليوز"],
  ["august, aug", "серпень, серпня, серпні, серп", "август, августа, августе, авг", "أغسطس, آب, أوت, غشت"],
  [
    "september, sep, sept",
    "вересень, вересня, вересні, вер, верес",
    "сентябрь, сентября, сентябре, сен, сент",
    "سبتمبر, أيلول, شتنبر",
  ],
  ["october, oct", "жовтень, жовтня, жовтні, жовт", "октябрь, октября, октябре, окт", "أكتوبر, تشرين الأول"],
  [
    "november, nov",
    "листопад, листопада, листопаді, лист",
    "ноябрь, ноября, ноябре, ноя, нояб",
    "نوفمبر, تشرين الثاني, نونبر",
  ],
  [
    "december, dec",
    "грудень, грудня, грудні, груд",
    "декабрь, декабря, декабре, дек",
    "ديسمبر, كانون الأول, دجنبر",
  ],
];

const WEEKDAYS: readonly Names[] = [
  ["monday, mon", "понеділок, понеділка", "понедельник, понедельника", "الاثنين"],
  ["tuesday, tue, tues", "вівторок, вівторка", "вторник, вторника", "الثلاثاء"],
  ["wednesday, wed", "середа, середу, середи", "среда, среду, среды", "الأربعاء"],
  ["thursday, thu, thur, thurs", "четвер, четверга", "четверг, четверга", "الخميس"],
  ["friday, fri", "п'ятниця, п'ятницю, п'ятниці", "пятница, пятницу, пятницы", "الجمعة"],
  ["saturday, sat", "субота, суботу, суботи", "суббота, субботу, субботы", "السبت"],
  ["sunday, sun", "неділя, неділю, неділі", "воскресенье, воскресенья", "الأحد"],
];

/** By the numbers that EDTF gives them. */
const SEASONS: readonly (readonly [number, string])[] = [
  [21, "spring, весна, весни, навесні, весны, весной, ربيع"],
  [22, "summer, літо, літа, влітку, лето, лета, летом, صيف"],
  [23, "autumn, fall, осінь, осені, восени, осень, осенью, خريف"],
  [24, "winter, зима, зими, взимку, зимы, зимой, شتاء"],
];

const DAYS_BACK: readonly (readonly [number, string])[] = [
  [0, "today, сьогодні, сегодня, اليوم"],
  [1, "yesterday, вчора, учора, вчера, أمس"],
  [2, "the day before yesterday, позавчора, позавчера, أول أمس"],
];

const MONTH_PARTS: Readonly<Record<MonthPart, string>> = {
  early:
    "early, start of, the start of, beginning of, the beginning of, початок, на початку, начало, в начале, أوائل, بداية, مطلع",
  mid: "mid, middle of, the middle of, середина, в середині, у середині, посередині, в середине, منتصف, أواسط",
  late: "late, end of, the end of, кінець, наприкінці, в кінці, у кінці, конец, в конце, أواخر, نهاية",
};

const DAY_PARTS: Readonly<Record<DayPart, string>> = {
  am: "am, a.m, in the morning, ранку, утра, صباحا, فجرا",
  pm: "pm, p.m, in the afternoon, in the evening, вечора, вечера, مساء, بعد الظهر",
  night: "at night, ночі, ночи, ليلا",
  day: "дня",
};

/** Names of hours; midnight is the start of its date. */
const HOURS: readonly (readonly [number, string])[] = [
  [0, "midnight, опівночі, полночь, منتصف الليل"],
  [12, "noon, midday, опівдні, полдень, منتصف النهار"],
];

const MARKS: Readonly<Record<DateMark, string>> = {
  now: "now, right now, зараз, сейчас, الآن",
  about:
    "about, around, circa, c, ca, approx, approximately, roughly, близько, приблизно, орієнтовно, около, примерно, приблизительно, حوالي, نحو, قرابة",
  uncertain: "probably, possibly, perhaps, maybe, ймовірно, можливо, вероятно, возможно, ربما",
  before: "before, by, on or before, no later than, not later than, перед, к, не позднее, не пізніше, قبل",
  after: "after, since, on or after, no earlier than, not earlier than, після, после, بعد, منذ",
  between: "between, між, между, بين",
  from: "from, від, з, із, от, с, со",
  and: "and, і, й, та, и, و",
  to: "to, through, по, إلى",
  until: "until, till, up to, до, حتى",
  of: "of",
  the: "the",
  on: "on, in, в, у, во, на, في, يوم",
  at: "at, about at, о, об, в, الساعة, في الساعة",
  last: "last, this past, минулий, минулого, минулої, минулу, минуле, прошлый, прошлого, прошлую, прошлой, прошлое",
  o_clock: "o'clock, oclock, hrs, hours, h, година, годині, години, годин, час, часа, часов, часу",
  year: "year, рік, року, році, рр, р, год, года, году, гг, г, عام, سنة, شهر",
  from_or_of: "من",
  pm_or_year: "م",
};

/** Every phrase that is known, as written here, with all that it can say. */
export const DATE_WORDS: readonly (readonly [phrase: string, meaning: DateWord])[] = [
  ...named("month", MONTHS),
  ...named("weekday", WEEKDAYS),
  ...SEASONS.flatMap(([value, list]) => each(list, { says: "season", value })),
  ...DAYS_BACK.flatMap(([value, list]) => each(list, { says: "days_back", value })),
  ...keysOf(MONTH_PARTS).flatMap((value) => each(MONTH_PARTS[value], { says: "month_part", value })),
  ...keysOf(DAY_PARTS).flatMap((value) => each(DAY_PARTS[value], { says: "day_part", value })),
  ...HOURS.flatMap(([hour, list]) => each(list, { says: "time", value: { hour, minute: 0, rest: "" } })),
  ...keysOf(MARKS).flatMap((value) => each(MARKS[value], { says: "mark", value })),
];

function named(says: "month" | "weekday", lists: readonly Names[]): [string, DateWord][] {
  return lists.flatMap((names, at) => names.flatMap((list) => each(list, { says, value: at + 1 })));
}

function each(list: string, meaning: DateWord): [string, DateWord][] {
  return list.split(", ").map((phrase) => [phrase, meaning]);
}

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(record) as Key[];
}
