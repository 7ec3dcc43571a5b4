import { attributionValues, claimValues, problemsByField, readClaimForm } from "../claims/claim-form";
import type { Candidate } from "../extraction/types";
import type { FormTexts } from "../forms/read-form";
import { readReportForm } from "../reports/report-form";
import type { ClaimantKind, PersonClass, Total } from "../vocabulary";
import type { OpenArticle } from "./open-article";
import { claimFields, fieldOf, NEW } from "./review-form";
import type { LogArticle } from "./schema";

/** What a person accepted, as the command takes it, and for each of its parts the field of the form that it came from. */
export type ArticleInput = {
  input: LogArticle;
  /** The places of the accepted candidates, in the order of the input's claims. */
  places: readonly number[];
  claimantPlaces: readonly number[];
  measurePlaces: readonly number[];
};

type New = Pick<LogArticle, "claimants" | "measures">;

/** The words for what is made with the article: what a measure is called, and its unit. */
export type Namer = (candidate: Candidate, personClass: PersonClass) => { label: string; unit: string };

/** Reads the form of an article: its report and the accepted candidates. `now` in ms since 1970 UTC. Never throws. */
export function articleInput(
  fields: FormTexts,
  draftId: string,
  { event, article, reportId, candidates, matched, starts }: OpenArticle,
  name: Namer,
  now: number,
): ArticleInput {
  const claimants: (NonNullable<New["claimants"]>[number] & { place: number })[] = [];
  const measures: (NonNullable<New["measures"]>[number] & { place: number })[] = [];
  const places: number[] = [];
  const claims: LogArticle["claims"] = [];
  const refOf = (claimantName: string, kind: ClaimantKind, place: number): string => {
    const known = claimants.find(
      (one) => one.name.toLowerCase() === claimantName.toLowerCase() && one.kind === kind,
    );
    if (known) return known.ref;
    const ref = `new:${claimants.length + 1}`;
    const isCarrier = claimantName === article.publicationName;
    claimants.push({ ref, name: claimantName, kind, isCarrier, place });
    return ref;
  };
  candidates.forEach((candidate, place) => {
    if (fields.raw(fieldOf("decision", place)) !== "accept") return;
    const own = claimFields(fields, place, candidate, starts[place] ?? {}, article);
    places.push(place);
    const measure = matched.measures.find(({ id }) => id === own.raw("measureId"));
    const kinds = measure?.kinds ?? (candidate.type === "figure" ? candidate.kinds : []);
    const context = { measure: { kinds, unit: "" }, zone: event.occurred.zone, near: event.occurred, now };
    const claim = claimValues(own, readClaimForm(own, context));
    const carried = attributionValues(own);
    if (!carried) return;
    const { reportId: _, ...attribution } = carried;
    if (own.raw("claimantId") === NEW)
      claim.claimantId = refOf(
        own.raw("claimantName").trim(),
        own.raw("claimantKind") as ClaimantKind,
        place,
      );
    if (attribution.viaClaimantId === NEW)
      attribution.viaClaimantId = refOf(own.raw("viaName").trim(), "media", place);
    if (candidate.type === "figure" && claim.type === "figure" && own.raw("measureId") === NEW) {
      const personClass = own.raw("personClass") as PersonClass;
      const total = own.raw("total") as Total;
      const named = { ...name(candidate, personClass), kinds: [...candidate.kinds], personClass, total };
      const known = measures.find(
        (one) =>
          JSON.stringify({ ...one, ref: "", place: 0 }) === JSON.stringify({ ref: "", ...named, place: 0 }),
      );
      const ref = known?.ref ?? `new:${1000 + measures.length}`;
      if (!known) measures.push({ ref, ...named, place });
      claim.measureId = ref;
    }
    const said = own.raw("attach");
    const whenAsked = said === "no" || said === "unsure" ? said : "ask";
    const attachTo = whenAsked === "ask" && said !== "" ? said : null;
    claims.push({ attachTo, whenAsked, claim, attribution } as LogArticle["claims"][number]);
  });
  const input: LogArticle = {
    draftId,
    eventId: event.id,
    report: reportId ? { id: reportId } : reportInput(fields, now),
    claimants: claimants.map(({ place: _, ...one }) => one),
    measures: measures.map(({ place: _, ...one }) => one),
    claims,
  };
  return {
    input,
    places,
    claimantPlaces: claimants.map(({ place }) => place),
    measurePlaces: measures.map(({ place }) => place),
  };
}

function reportInput(fields: FormTexts, now: number): LogArticle["report"] {
  const { publicationId, ...report } = readReportForm(fields, now).values;
  const name = fields.raw("publicationIdLabel");
  return { ...report, publication: publicationId ? { id: publicationId } : { name } };
}

/** The sentences of a refused article, by the fields of its form. */
export function articleProblems(
  problems: Readonly<Record<string, string>>,
  { places, claimantPlaces, measurePlaces }: Omit<ArticleInput, "input">,
  candidates: readonly Candidate[],
): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [path, sentence] of Object.entries(problems)) {
    const [, part, at, rest = ""] = /^(claims|claimants|measures|report)\.?(\d+)?\.?(.*)$/.exec(path) ?? [];
    const index = Number(at);
    if (part === "claims") {
      const place = places[index] ?? 0;
      fields[fieldOf(claimField(rest, candidates[place]), place)] = sentence;
    } else if (part === "claimants") fields[fieldOf("claimantName", claimantPlaces[index] ?? 0)] = sentence;
    else if (part === "measures") fields[fieldOf("measure", measurePlaces[index] ?? 0)] = sentence;
    else if (part === "report") fields[reportField(path.slice("report.".length))] = sentence;
    else fields[path] = sentence;
  }
  return fields;
}

const RENAMED: Record<string, string> = {
  claimantId: "claimant",
  measureId: "measure",
  viaClaimantId: "via",
};

function claimField(path: string, candidate: Candidate | undefined): string {
  const [field = "decision"] = Object.keys(problemsByField({ [path]: "" }, candidate?.type ?? "figure"));
  if (field === "answers") return "attach";
  if (["form", "attributions", "reportId"].includes(field)) return "decision";
  return RENAMED[field] ?? field;
}

function reportField(path: string): string {
  if (path.startsWith("publication")) return "publicationId";
  return path.split(".")[0] ?? path;
}
