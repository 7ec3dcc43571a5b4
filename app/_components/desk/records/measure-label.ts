import { KINDS_OF_PEOPLE, type MeasureKind } from "@/lib/vocabulary";
import { fillIn } from "../fill-in";
import type { MakeWords } from "./make-words";

type Words = MakeWords["measure"];

/** The unit that these kinds usually have; blank where they have none in common. */
export function unitFor(kinds: readonly string[], { unitOf }: Words): string {
  const [unit = "", ...others] = new Set(kinds.map((kind) => unitOfKind(kind, unitOf)));
  return others.length === 0 ? unit : "";
}

function unitOfKind(kind: string, unitOf: Words["unitOf"]): string {
  if (KINDS_OF_PEOPLE.includes(kind as MeasureKind)) return unitOf.people;
  if (kind.startsWith("structures")) return unitOf.structures;
  if (kind.startsWith("equipment")) return unitOf.equipment;
  return kind.startsWith("munitions") ? unitOf.munitions : "";
}

/** What a measure is called that counts this: "Russian military killed or injured in Makiivka". Blank without a kind. */
export function measureLabel(held: FormData, unit: string, words: Words): string {
  const text = (name: string) => String(held.get(name) ?? "").trim();
  const kinds = held.getAll("kinds").map((kind) => words.kindWords[kind as MeasureKind] ?? "");
  if (kinds.length === 0) return "";
  const ofWhom = words.personClasses.find(({ value }) => value === text("personClass"));
  const people = ofWhom && ofWhom.value !== "unspecified" ? ofWhom.label : "";
  const whom =
    [text("nationality"), people, text("demographic")].filter(Boolean).join(" ") || text("unit") || unit;
  const what = kinds.reduce((first, last) => fill(words.proposal.or, { first, last }));
  const whole = fill(words.proposal.whole, { whom, what }).trim();
  const label = text("area") ? fill(words.proposal.inArea, { label: whole, area: text("area") }) : whole;
  const dated = text("period") ? fill(words.proposal.inPeriod, { label, period: text("period") }) : label;
  return dated.charAt(0).toUpperCase() + dated.slice(1);
}

function fill(text: string, values: Record<string, string>): string {
  return Object.entries(values).reduce((filled, [name, value]) => fillIn(filled, name, value), text);
}
