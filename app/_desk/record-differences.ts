import { type MakeKind, type MakeWords, makeWords } from "@/app/_components/desk/records/make-words";
import type { Option } from "@/app/_components/desk/select-field";
import { translator } from "@/lib/format/messages";
import type { FieldDifference, Typed } from "@/lib/forms/form-state";

/** A field of a record's form, and how its values are told to a person. */
type ToldField = { field: string; tell: (typed: Typed) => string; controls?: (name: string) => boolean };

/** R33: the fields that two people left different, in words, each with all that its controls would hold to say theirs. */
export function recordDifferences(
  kind: MakeKind,
  typed: Typed,
  current: Typed,
  locale: string,
): FieldDifference[] {
  const words = makeWords(locale);
  const label: Record<string, string> = words[kind].label;
  return FIELDS[kind](words, locale).flatMap(({ field, tell, controls }) => {
    const [mine, theirs] = [tell(typed), tell(current)];
    if (mine === theirs) return [];
    const names = Object.keys(current).filter(
      (name) => name === field || name === `${field}Label` || controls?.(name),
    );
    const theirsValue = JSON.stringify(Object.fromEntries(names.map((name) => [name, current[name]])));
    return [{ field, label: label[field] ?? field, mine, theirs, theirsValue }];
  });
}

const FIELDS: Record<MakeKind, (words: MakeWords, locale: string) => ToldField[]> = {
  event: (words, locale) => [
    ...texts("title", "summary", "placeName"),
    option("country", words.countries),
    ...texts("zone", "occurred", "latitude", "longitude", "aliases"),
    list("otherZones"),
    parties(words),
    flag("fourEyes", locale),
    ...texts("slug"),
  ],
  claimant: ({ claimant }) => [
    option("kind", claimant.kinds),
    ...texts("name"),
    ...chosen("parentId", "publicationId", "viaPublicationId"),
    ...texts("aliases", "slug"),
  ],
  publication: ({ countries }) => [
    ...texts("name", "family"),
    option("country", countries),
    ...texts("aliases", "slug"),
  ],
  measure: ({ measure }) => [
    list("kinds", measure.kinds),
    option("personClass", measure.personClasses),
    option("total", measure.totals),
    ...texts("nationality", "demographic", "area", "period"),
    option("cause", measure.causes),
    ...chosen("partOfId"),
    ...texts("unit", "label", "slug"),
  ],
  report: ({ report }) => [
    ...texts("url"),
    ...chosen("publicationId"),
    ...texts("title", "published", "publishedZone", "language"),
    option("medium", report.media),
    option("isRead", report.isRead),
    ...texts("byline", "credit", "archiveUrl"),
    option("archiveState", report.archiveStates),
    ...texts("note"),
  ],
};

function first(typed: Typed, name: string): string {
  return (typed[name]?.[0] ?? "").replaceAll("\r\n", "\n").trim();
}

function texts(...names: string[]): ToldField[] {
  return names.map((field) => ({ field, tell: (typed) => first(typed, field) }));
}

function chosen(...names: string[]): ToldField[] {
  return names.map((field) => ({ field, tell: (typed) => first(typed, `${field}Label`) }));
}

function option(field: string, options: readonly Option[]): ToldField {
  return { field, tell: (typed) => wordOf(first(typed, field), options) };
}

function list(field: string, options: readonly Option[] = []): ToldField {
  const tell = (typed: Typed) =>
    (typed[field] ?? [])
      .filter((value) => value.trim() !== "")
      .map((value) => wordOf(value, options))
      .sort()
      .join(", ");
  return { field, tell };
}

function flag(field: string, locale: string): ToldField {
  const t = translator(locale);
  const tell = (typed: Typed) =>
    t(first(typed, field) === "yes" ? "desk.record.conflictYes" : "desk.record.conflictNo");
  return { field, tell };
}

function parties({ event }: MakeWords): ToldField {
  const tell = (typed: Typed) =>
    (typed.party ?? [])
      .map((row) => {
        const claimant = first(typed, `party${row}ClaimantLabel`);
        const part = [first(typed, `party${row}Side`), wordOf(first(typed, `party${row}Role`), event.roles)];
        return `${claimant} (${part.filter(Boolean).join(", ")})`.replace(" ()", "");
      })
      .filter(Boolean)
      .sort()
      .join("\n");
  return { field: "parties", tell, controls: (name) => name.startsWith("party") };
}

function wordOf(value: string, options: readonly Option[]): string {
  return options.find((option) => option.value === value)?.label ?? value;
}
