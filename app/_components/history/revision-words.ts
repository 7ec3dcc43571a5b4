import { parseEdtf } from "@/lib/dates/edtf";
import type { Translate } from "@/lib/format/messages";
import { translator } from "@/lib/format/messages";
import { formatQuantity } from "@/lib/format/quantity";
import type { Json } from "@/lib/history/digest";
import type { Action } from "@/lib/history/schema";
import type { Quantity } from "@/lib/quantity/quantity";
import type { PartyRole } from "@/lib/vocabulary";
import { tellDate } from "../ui/date-text";
import { countryName, languageName } from "../ui/name-of";

type ActionKey = Action extends infer A
  ? A extends `${infer Noun}.${infer Verb}`
    ? `${Noun}_${Verb}`
    : never
  : never;

/** What was done, in words. A message's name cannot hold the dot of the code. */
export function actionWords(action: Action, t: Translate): string {
  return t(`history.record.action.${action.replace(".", "_") as ActionKey}`);
}

const FIELDS = [
  "type",
  "recordStatus",
  "returnReason",
  "verification",
  "lifecycle",
  "standing",
  "supersededBy",
  "replacedBy",
  "claimant",
  "measure",
  "wording",
  "quantity",
  "relativeTo",
  "basis",
  "stated",
  "statedZone",
  "asOf",
  "asOfZone",
  "eventTime",
  "eventTimeZone",
  "topic",
  "isForecast",
  "isFromMemory",
  "report",
  "carries",
  "viaReport",
  "viaClaimant",
  "locator",
  "passage",
  "drift",
  "misreport",
  "downwardReason",
  "redacted",
  "title",
  "summary",
  "occurred",
  "place",
  "otherZones",
  "aliases",
  "parties",
  "headlineMeasure",
  "mergedInto",
  "splitInto",
  "splitFrom",
  "label",
  "kinds",
  "unit",
  "personClass",
  "demographic",
  "nationality",
  "area",
  "period",
  "cause",
  "total",
  "partOf",
  "event",
  "claim",
  "corroborating",
  "overrideReason",
  "whatWouldChange",
  "raw",
  "withdrawn",
  "method",
  "inputs",
  "speaksForBoth",
] as const;

/** The name of a field; as it is stored where readers have no word for it. */
export function fieldWords(field: string, t: Translate): string {
  const plain = field.replace(/Id$/, "");
  const known = FIELDS.find((name) => name === plain);
  return known ? t(`history.record.field.${known}`) : field;
}

// Where the words of a field's codes stand in the catalogue.
const CODES: Readonly<Record<string, string>> = {
  type: "claimType",
  recordStatus: "recordStatus",
  verification: "verification",
  lifecycle: "lifecycle",
  standing: "standing",
  basis: "basis",
  topic: "topic",
  carries: "carries",
  downwardReason: "downwardReason",
  kinds: "kind",
  personClass: "personClass",
  cause: "cause",
  total: "total",
};

/** A value of a field in words: codes, dates and figures as they are told, all else as it was typed; blank for null. */
export function valueWords(field: string, value: Json, locale: string): string {
  const t = translator(locale);
  if (value === null) return "";
  if (typeof value === "boolean") return t(value ? "history.record.yes" : "history.record.no");
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map((part) => valueWords(field, part, locale)).join("; ");
  if (typeof value === "object") return partsInWords(value, locale);
  if (field === "redacted") return fieldWords(value, t);
  if (DATES.test(field)) return dateInWords(value, "UTC", locale);
  const key = `${CODES[field]}.${value}.label`;
  return CODES[field] && t.has(key as never) ? t(key as never) : value;
}

const DATES = /^(stated|asOf|eventTime|occurred|published|period)$/;

function partsInWords(value: { [name: string]: Json }, locale: string): string {
  const t = translator(locale);
  const text = (name: string) => (typeof value[name] === "string" ? value[name] : null);
  const edtf = text("edtf");
  if (edtf !== null) return dateInWords(edtf, text("zone") ?? "UTC", locale);
  if ("qualifier" in value && "low" in value)
    return formatQuantity({ raw: "", ...value } as unknown as Quantity, locale);
  const name = text("name");
  if (name !== null) return [name, ...detailsInWords(value, locale)].join(", ");
  const raw = text("raw");
  if (raw !== null) return t("figures.quoted", { raw });
  const original = text("text");
  if (original !== null) {
    const [language, translation, by] = [text("language"), text("translation"), text("translatedBy")];
    const own = language ? `${original} (${languageName(language, locale)})` : original;
    if (translation === null) return own;
    return `${own}\n${translation}${by === null ? "" : ` (${t("claims.translatedBy", { by })})`}`;
  }
  return JSON.stringify(value);
}

/** Of a party its side and role, of a place its country and where it is on the map. */
function detailsInWords(value: { [name: string]: Json }, locale: string): string[] {
  const { side, role, country, latitude, longitude } = value;
  const t = translator(locale);
  return [
    ...(typeof side === "string" ? [side] : []),
    ...(typeof role === "string" ? [t(`partyRole.${role as PartyRole}.label`)] : []),
    ...(typeof country === "string" ? [countryName(country, locale)] : []),
    ...(typeof latitude === "number" && typeof longitude === "number" ? [`${latitude}, ${longitude}`] : []),
  ];
}

function dateInWords(edtf: string, zone: string, locale: string): string {
  const parsed = parseEdtf(edtf, zone);
  return parsed.ok ? tellDate(parsed.date, locale) : edtf;
}
