import { Country, Language, WebAddress } from "../../forms/fields";
import { MEDIA } from "../../vocabulary";
import type { Cell, ImportMapping, NewEvent } from "../schema";
import type { GivenEvent, GivenReport } from "../types";
import {
  type At,
  type CellSettings,
  type Fault,
  faultOf,
  type Reader,
  readyCode,
  readyRequired,
  readySlug,
  readyText,
} from "./cell";
import { readyDate, readyRequiredDate } from "./date-cell";
import { readNumber } from "./numbers";

/** Something of a row that all its claims share: read once for the row, unless it looks at headings. */
export type RowPart<T> = { read: Reader<T>; isWide: boolean };

/** The report that carries a row's claims. */
export function readyReport(mapping: ImportMapping, settings: CellSettings): RowPart<GivenReport> {
  const { report, zone } = mapping;
  const publication = readySlug(report.publication, settings);
  const medium = readyCode(asCell(report.medium), MEDIA, settings);
  const url = report.url && readyText(report.url, settings);
  const title = report.title && readyText(report.title, settings);
  const language = report.language === undefined ? null : readyText(asCell(report.language), settings);
  const published = report.published && readyDate(report.published, zone, settings);
  const isKnown = remembered((text) => Language.safeParse(text).success);
  const isAddress = remembered((text) => WebAddress.max(2000).safeParse(text).success);

  const read: Reader<GivenReport> = (at, told) => {
    const before = told.length;
    const given = {
      publication: publication.read(at, told) ?? "",
      medium: medium.read(at, told) ?? "web",
      url: url?.read(at, told) ?? null,
      title: title?.read(at, told) ?? null,
      language: language?.read(at, told) ?? null,
      published: published?.read(at, told) ?? null,
    };
    if (given.url !== null && !isAddress(given.url))
      told.push(faultOf(url?.column(at) ?? null, given.url, "not_an_address"));
    if (given.language !== null && !isKnown(given.language))
      told.push(faultOf(language?.column(at) ?? null, given.language, "unknown_code", LANGUAGE));
    return told.length > before ? null : given;
  };
  const cells = [publication, medium, url, title, language, published];
  return { read, isWide: cells.some((cell) => cell?.isWide) };
}

export const LANGUAGE = "Give a language tag such as en, uk or ar.";

function asCell(given: string | Cell): Cell {
  return typeof given === "string" ? { fixed: given } : given;
}

/** The same answer again without asking again. */
export function remembered(ask: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size > 20_000) known.clear();
    const answer = ask(text);
    known.set(text, answer);
    return answer;
  };
}

/** The event to be made where none on file has the slug. */
export function readyNewEvent(rule: NewEvent, zone: string, settings: CellSettings): RowPart<GivenEvent> {
  const title = readyRequired(rule.title, settings);
  const summary = readyRequired(rule.summary, settings);
  const place = readyRequired(rule.place, settings);
  const country = rule.country && readyText(rule.country, settings);
  const latitude = rule.latitude && readyDegrees(rule.latitude, 90, settings);
  const longitude = rule.longitude && readyDegrees(rule.longitude, 180, settings);
  const occurred = readyRequiredDate(rule.occurred, zone, settings);
  const until = rule.occurredUntil && readyDate(rule.occurredUntil, zone, settings);

  const read: Reader<GivenEvent> = (at, told) => {
    const before = told.length;
    const from = occurred.read(at, told);
    const last = until?.read(at, told) ?? null;
    const given = {
      title: title.read(at, told) ?? "",
      summary: summary.read(at, told) ?? "",
      place: place.read(at, told) ?? "",
      country: country?.read(at, told) ?? null,
      latitude: latitude?.(at, told) ?? null,
      longitude: longitude?.(at, told) ?? null,
    };
    if (given.country !== null && !Country.safeParse(given.country).success)
      told.push(faultOf(country?.column(at) ?? null, given.country, "unknown_code", COUNTRY));
    if (from === null || told.length > before) return null;
    const edtf = last === null || last.edtf === from.edtf ? from.edtf : `${from.edtf}/${last.edtf}`;
    return { ...given, occurred: { edtf, zone: from.zone } };
  };
  const cells = [title, summary, place, country, occurred, until];
  return { read, isWide: cells.some((cell) => cell?.isWide) };
}

const COUNTRY = "Give the two letters of the country.";

/** Degrees have a sign, which no figure has. */
function readyDegrees(cell: Cell, max: number, settings: CellSettings): Reader<number> {
  const ready = readyText(cell, settings);
  return (at: At, told: Fault[]) => {
    const text = ready.read(at, told);
    if (text === null) return null;
    const sign = text.startsWith("-") ? -1 : 1;
    const size = readNumber(text.replace(/^[-+]/, ""), ready.column(at), DEGREES, told);
    if (size === null) return null;
    if (size <= max) return sign * size;
    told.push(faultOf(ready.column(at), text, "not_a_figure", `It must be between -${max} and ${max}.`));
    return null;
  };
}

const DEGREES = { kinds: [], unit: null, language: "en" };
