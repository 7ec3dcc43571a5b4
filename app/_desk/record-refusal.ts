import type { ReadDate } from "@/lib/dates/read-date";
import { Invalid } from "@/lib/errors";
import { translator } from "@/lib/format/messages";
import { formatDateProblem } from "@/lib/format/read-date";
import type { FormTexts } from "@/lib/forms/read-form";

type Terms = {
  locale: string;
  /** The dates of the form as they were read, by the name of their field. */
  dates?: Readonly<Record<string, ReadDate | null>>;
  /** The names of fields in which a record is chosen by typing. */
  chosen?: readonly string[];
};

/**
 * Runs a command on what a record's form says, and tells its sentences by the fields of the form. A date that was not
 * read, and a name that was typed but not chosen, is told in words of its own, and keeps the command from being run.
 */
export async function recordRefusal<T>(
  fields: FormTexts,
  { locale, dates = {}, chosen = [] }: Terms,
  command: () => Promise<T>,
): Promise<T> {
  const own = { ...unchosen(fields, chosen, locale), ...unread(dates, locale) };
  try {
    // Only what a schema lets through could be saved in spite of it: a blank choice that may be blank.
    if (Object.keys(own).some((name) => chosen.includes(name))) throw new Invalid(own);
    return await command();
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    throw new Invalid({ ...byField(error.fields), ...own }, { cause: error });
  }
}

function unchosen(fields: FormTexts, chosen: readonly string[], locale: string): Record<string, string> {
  const open = chosen.filter((name) => fields.text(name) === null && fields.text(`${name}Label`) !== null);
  return Object.fromEntries(open.map((name) => [name, translator(locale)("desk.record.unchosen")]));
}

function unread(dates: Terms["dates"] = {}, locale: string): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const [name, read] of Object.entries(dates)) {
    if (read?.state === "refused") problems[name] = formatDateProblem(read, locale);
    if (read?.state === "ask") problems[name] = translator(locale)("desk.record.unclearDate");
  }
  return problems;
}

// Where the sentence of a command about one of its paths is shown in the form.
const PLACES: [path: RegExp, field: string][] = [
  [/^place\.name$/, "placeName"],
  [/^place\.(\w+)$/, "$1"],
  [/^occurred\.zone$/, "zone"],
  [/^published\.zone$/, "publishedZone"],
  [/^(occurred|published|period)\b.*/, "$1"],
  [/^(otherZones|aliases|parties|kinds)\b.*/, "$1"],
];

function byField(problems: Record<string, string>): Record<string, string> {
  const named = Object.entries(problems).map(([path, sentence]) => {
    const place = PLACES.find(([pattern]) => pattern.test(path));
    return [place ? path.replace(place[0], place[1]) : path, sentence];
  });
  return Object.fromEntries(named);
}
