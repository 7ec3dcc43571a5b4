import { readingKey } from "../claims/claim-form";
import type { Article, Candidate } from "../extraction/types";
import { FormTexts } from "../forms/read-form";
import type { ClaimantKind } from "../vocabulary";
import { guessClaimantKind } from "./guess-kind";
import type { CandidateMatch } from "./types";

/** What is chosen for a claimant or a measure that is made with the article. */
export const NEW = "new";

/** The name of a field of one candidate: its place in the article's list behind the field's own name. */
export function fieldOf(name: string, place: number): string {
  return `${name}.${place}`;
}

/** What is known of the article beside its text. */
export type ReviewedArticle = Article & { publicationName: string; publishedEdtf: string };

/**
 * What the fields of a candidate begin with, by their names without the place: what the article says, the best matches on
 * file, and for what nobody is named as saying the publication itself.
 */
export function startOf(
  candidate: Candidate,
  { claimants, vias, claims, ...match }: CandidateMatch,
  article: ReviewedArticle,
): Record<string, string> {
  const isUnattributed = candidate.claimant === null;
  const { name, kind } = meantClaimant(candidate, article.publicationName);
  const own = {
    decision: "",
    claimant: claimants[0]?.id ?? NEW,
    claimantName: name,
    claimantKind: kind,
    via: candidate.via ? (vias[0]?.id ?? NEW) : "",
    viaName: candidate.via ? withoutArticle(candidate.via.text) : "",
    carries: carriesOf(candidate, article.text),
    standing: isUnattributed ? "unattributed" : candidate.via ? "relayed" : "reported",
    stated: candidate.stated?.edtf ?? article.publishedEdtf,
    attach: claims[0]?.id ?? "",
  };
  if (candidate.type === "statement")
    return { ...own, topic: candidate.topic, statement: candidate.statement.text };
  return {
    ...own,
    figure: candidate.figure.text,
    measure: match.measures[0]?.id ?? NEW,
    personClass: candidate.personClass ?? "unspecified",
    total: candidate.increment ? "increment" : "running_total",
  };
}

/**
 * Under which name the claimant of a candidate is on file, and as what: where nobody is named as saying it the publication
 * itself, and whoever is not named with the publication that carried them (R17).
 */
export function meantClaimant(
  { claimant }: Pick<Candidate, "claimant">,
  publication: string,
): { name: string; kind: ClaimantKind } {
  if (!claimant) return { name: publication, kind: "media" };
  const [name, kind] = [withoutArticle(claimant.text), guessClaimantKind(claimant.text)];
  return { name: kind === "unnamed" ? `unnamed ${name}, via ${publication}` : name, kind };
}

function withoutArticle(name: string): string {
  return name.replace(/^(?:the|an?)\s+/i, "");
}

function carriesOf({ start, passage, claimant, via }: Candidate, text: string): string {
  if (!claimant) return "unattributed";
  if (via && via.text !== claimant.text) return "via";
  const before = text.slice(passage.start, start);
  const isQuoted = /“[^”]*$/.test(before) || (before.match(/"/g)?.length ?? 0) % 2 === 1;
  return isQuoted ? "quote" : "paraphrase";
}

/**
 * The fields of one candidate as the form of a claim has them, so that it is read by the same rules. `start`: what they
 * begin with, where nothing was typed.
 */
export function claimFields(
  fields: FormTexts,
  place: number,
  candidate: Candidate,
  start: Readonly<Record<string, string>>,
  article: ReviewedArticle,
): FormTexts {
  const typed = (name: string) => {
    const field = fieldOf(name, place);
    return fields.has(field) ? fields.raw(field) : (start[name] ?? "");
  };
  const form = new FormData();
  const set = (name: string, value: string) => form.set(name, value);
  for (const name of Object.keys(start)) set(name, typed(name));
  set("type", candidate.type);
  set("claimantId", typed("claimant"));
  set("language", fields.text("language") ?? "en");
  set("reportId", "report");
  set("passage", article.text.slice(candidate.passage.start, candidate.passage.end).slice(0, 5000));
  set("viaClaimantId", typed("carries") === "via" ? typed("via") : "");
  if (candidate.type === "statement") return new FormTexts(form);
  set("measureId", typed("measure"));
  // The reading of its own words, where they can be read several ways.
  if (typed("figure").trim() === candidate.figure.text) set("reading", readingKey(candidate.quantity));
  return new FormTexts(form);
}
