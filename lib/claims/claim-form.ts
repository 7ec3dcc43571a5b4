import type { UncertainDate } from "../dates/edtf";
import type { ReadDate } from "../dates/read-date";
import { typedDate } from "../dates/typed-date";
import type { FormTexts } from "../forms/read-form";
import { parseQuantity } from "../quantity/parse";
import type { ParsedQuantity } from "../quantity/parse-types";
import type { Quantity } from "../quantity/quantity";
import type { Basis, Carries, ClaimType, MeasureKind, Qualifier, Standing, Topic } from "../vocabulary";

/** What a claim's form is read against: the measure that was chosen, and the time and place of the event. */
export type ClaimFormContext = {
  measure: { kinds: readonly MeasureKind[]; unit: string } | null;
  /** IANA zone in which dates without one are read. */
  zone: string;
  /** When the event happened: for dates that leave out the year. */
  near: UncertainDate | null;
  /** Milliseconds since 1970 UTC. */
  now: number;
};

export const DATE_FIELDS = ["stated", "asOf", "eventTime"] as const;
export type DateField = (typeof DATE_FIELDS)[number];

/** A claim's form as far as it can be read: what the figure and the dates mean, and what a command would be given. */
export type ReadClaimForm = {
  figure: ParsedQuantity | null;
  /** The figure, once it is clear: as read, as chosen among its readings, or as set by hand. */
  quantity: Quantity | null;
  dates: Record<DateField, ReadDate | null>;
  wording: string;
};

/** Reads the texts of a claim's form: the figure as it was spoken, the dates as they were typed. Never throws. */
export function readClaimForm(fields: FormTexts, context: ClaimFormContext): ReadClaimForm {
  const type = typeOf(fields);
  const raw = fields.raw("figure").trim();
  const { kinds, unit } = context.measure ?? { kinds: [], unit: null };
  const figure =
    type === "figure" && raw !== ""
      ? parseQuantity(raw, kinds, { language: fields.text("language"), unit })
      : null;
  const read = (name: DateField) => typedDate(fields, name, context);
  return {
    figure,
    quantity: type === "figure" ? quantityOf(fields, figure, raw) : null,
    dates: { stated: read("stated"), asOf: read("asOf"), eventTime: read("eventTime") },
    wording: type === "figure" ? raw : fields.raw("statement").trim(),
  };
}

/** Which of a figure's readings a person chose is told by what it says, not by its place in a list that may change. */
export function readingKey({ qualifier, low, high, central }: Quantity): string {
  return [qualifier, low, high, central].map((part) => part ?? "").join(" ");
}

export function typeOf(fields: FormTexts): ClaimType {
  return fields.raw("type") === "statement" ? "statement" : "figure";
}

function quantityOf(fields: FormTexts, figure: ParsedQuantity | null, raw: string): Quantity | null {
  if (fields.flag("byHand")) return quantityByHand(fields, raw);
  if (figure?.state === "read") return figure.quantity;
  if (figure?.state !== "ask") return null;
  const chosen = figure.readings.find(({ quantity }) => readingKey(quantity) === fields.raw("reading"));
  return chosen?.quantity ?? null;
}

function quantityByHand(fields: FormTexts, raw: string): Quantity {
  const qualifier = (fields.text("qualifier") ?? "exact") as Qualifier;
  const bound = (name: string) => (fields.text(name) === null ? null : fields.number(name));
  const [low, high, central] = [bound("low"), bound("high"), bound("central")];
  const reading = qualifier === "words" ? "convention" : qualifier === "estimate_ci" ? "ci" : "stated";
  // One number is enough where the qualifier has one.
  const isOne = qualifier === "exact" || qualifier === "about";
  return {
    raw,
    qualifier,
    low: low ?? (isOne ? high : null),
    high: high ?? (isOne ? low : null),
    central,
    reading,
  };
}

/** The fields of a claim as its commands take them, from a form that was read. Blanks are left for them to refuse. */
export function claimValues(fields: FormTexts, { quantity, dates, wording }: ReadClaimForm) {
  const date = (name: DateField) => {
    const read = dates[name];
    return read?.state === "read" ? { edtf: read.edtf, zone: read.zone } : null;
  };
  const common = {
    claimantId: fields.required("claimantId"),
    wording: {
      text: wording,
      language: fields.text("language") ?? "en",
      translation: fields.text("translation"),
      translatedBy: fields.text("translatedBy"),
    },
    basis: (fields.text("basis") ?? "unstated") as Basis,
    stated: date("stated") ?? { edtf: "", zone: "UTC" },
    asOf: date("asOf"),
    eventTime: date("eventTime"),
    isForecast: fields.flag("isForecast"),
    isFromMemory: fields.flag("isFromMemory"),
    standing: (fields.text("standing") ?? "reported") as Exclude<Standing, "disowned">,
  };
  if (typeOf(fields) === "statement")
    return { ...common, type: "statement" as const, topic: fields.required("topic") as Topic };
  const { raw: _, ...bounds } = quantity ?? UNREAD;
  return {
    ...common,
    type: "figure" as const,
    measureId: fields.required("measureId"),
    quantity: bounds,
    relativeToId: fields.text("relativeToId"),
  };
}

const UNREAD: Quantity = {
  raw: "",
  qualifier: "not_stated",
  low: null,
  high: null,
  central: null,
  reading: "stated",
};

/** How the report carries the claim, from the same form; null where no report is named. */
export function attributionValues(fields: FormTexts) {
  const reportId = fields.text("reportId");
  if (reportId === null) return null;
  const passage = fields.text("passage");
  const drift = fields.text("driftRaw");
  return {
    reportId,
    carries: (fields.text("carries") ?? "paraphrase") as Carries,
    viaReportId: fields.text("viaReportId"),
    viaClaimantId: fields.text("viaClaimantId"),
    locator: fields.text("locator"),
    passage:
      passage === null
        ? null
        : {
            text: passage,
            language: fields.text("passageLanguage") ?? fields.text("language") ?? "en",
            translation: fields.text("passageTranslation"),
            translatedBy: fields.text("passageTranslatedBy"),
          },
    drift: drift === null ? null : { raw: drift, qualifier: null },
    misreport: fields.text("misreport"),
    downwardReason: null,
  };
}

// Where the sentence of a command about one of its paths is shown in the form.
const PLACES: [path: RegExp, field: string][] = [
  [/^(claim\.)?quantity(\.|$)/, "figure"],
  [/^(claim\.)?wording\.text$/, "figure"],
  [/^(claim\.)?wording\.(\w+)$/, "$2"],
  [/^(claim\.)?(stated|asOf|eventTime)(\.|$).*/, "$2"],
  [/^attributions?$/, "reportId"],
  [/^attributions?(\.\d+)?\.passage\.text$/, "passage"],
  [/^attributions?(\.\d+)?\.passage\.language$/, "passageLanguage"],
  [/^attributions?(\.\d+)?\.passage\.(translation|translatedBy)$/, "passageTranslation"],
  [/^attributions?(\.\d+)?\.drift.*/, "driftRaw"],
  [/^attributions?(\.\d+)?\.(\w+)$/, "$2"],
  [/^claim\.(\w+)$/, "$1"],
];

/** The sentences of a refused command, by the fields of the form; a statement's wording has a field of its own. */
export function problemsByField(problems: Record<string, string>, type: ClaimType): Record<string, string> {
  const named = Object.entries(problems).map(([path, sentence]) => {
    const place = PLACES.find(([pattern]) => pattern.test(path));
    const field = place ? path.replace(place[0], place[1]) : path;
    return [field === "figure" && type === "statement" ? "statement" : field, sentence];
  });
  return Object.fromEntries(named);
}
