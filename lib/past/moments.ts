import { statedOf, toClaimRef } from "../claims/refs";
import type { ClaimRef } from "../claims/types";
import type { EstimateRow } from "../events/editors-decisions";
import { groupBy } from "../group-by";
import type { Topic, Verification } from "../vocabulary";
import type { DatedAssessment, DatedEnd } from "./event-rows";
import { knownBy, momentText } from "./moment";

/** What was new at a moment. */
export type News =
  | { kind: "figure"; claim: ClaimRef }
  | { kind: "statement"; claim: ClaimRef; topic: Topic }
  | { kind: "assessment"; claim: ClaimRef; status: Verification }
  | { kind: "estimate"; raw: string | null; measureLabel: string }
  | { kind: "disowned" | "retracted"; claim: ClaimRef };

/** A moment at which the page of an event changed, as an address asks for it; the newest change, and how many more. */
export type Moment = { text: string; until: number; news: News; others: number };

type Claim = Parameters<typeof toClaimRef>[0] & { topic: Topic | null };
export type Dated = {
  zone: string;
  claims: readonly Claim[];
  measures: readonly { id: string; label: string }[];
  assessments: readonly DatedAssessment[];
  ends: readonly DatedEnd[];
  estimates: readonly Pick<EstimateRow, "measureId" | "raw" | "at">[];
};

/**
 * The moments at which something was stated, assessed, estimated, denied or taken back, the first first. Those that an
 * address cannot tell apart are one.
 */
export function momentsOf({ zone, claims, measures, assessments, ends, estimates }: Dated): Moment[] {
  const refs = new Map(claims.map((row) => [row.id, toClaimRef(row)]));
  const labels = new Map(measures.map(({ id, label }) => [id, label]));
  const told: { at: number; news: News }[] = [
    ...claims.map((row) => ({ at: knownBy(statedOf(row), zone), news: statedNews(row) })),
    ...[...assessments.map(assessmentNews(refs)), ...ends.map(endNews(refs))].flat(),
    ...estimates.map(({ measureId, raw, at }) => ({
      at,
      news: { kind: "estimate" as const, raw, measureLabel: labels.get(measureId) ?? "" },
    })),
  ];
  const byText = groupBy(told, ({ at }) => momentText(at, zone));
  return [...byText].map(([text, all]) => toMoment(text, all)).sort((a, b) => a.until - b.until);
}

function toMoment(text: string, all: readonly { at: number; news: News }[]): Moment {
  // A figure tells more of a day than what was said beside it; of several at once, the one whose date is closest to it,
  // else the first on file.
  const figures = all.filter(({ news }) => news.kind !== "statement");
  const [newest] = (figures.length > 0 ? figures : all).toSorted(
    (a, b) => b.at - a.at || statedFrom(b.news) - statedFrom(a.news),
  );
  if (!newest) throw new Error(`Nothing is told of ${text}.`);
  return { text, until: Math.max(...all.map(({ at }) => at)), news: newest.news, others: all.length - 1 };
}

function statedFrom(news: News): number {
  return news.kind === "figure" ? news.claim.stated.earliest : 0;
}

function statedNews(row: Claim): News {
  const claim = toClaimRef(row);
  return row.topic === null ? { kind: "figure", claim } : { kind: "statement", claim, topic: row.topic };
}

type Refs = ReadonlyMap<string, ClaimRef>;
type Told = { at: number; news: News }[];

function assessmentNews(refs: Refs) {
  return ({ claimId, status, at }: DatedAssessment): Told => {
    const claim = refs.get(claimId);
    return claim ? [{ at, news: { kind: "assessment", claim, status } }] : [];
  };
}

function endNews(refs: Refs) {
  return ({ claimId, kind, at }: DatedEnd): Told => {
    const claim = refs.get(claimId);
    return claim ? [{ at, news: { kind, claim } }] : [];
  };
}
