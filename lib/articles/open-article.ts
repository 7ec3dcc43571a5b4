import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { dateFrom } from "../dates/columns";
import type { UncertainDate } from "../dates/edtf";
import { readDate } from "../dates/read-date";
import { db } from "../db/client";
import { extractCandidates } from "../extraction/extract-candidates";
import type { Candidate } from "../extraction/types";
import type { Typed } from "../forms/form-state";
import { findReportByUrl } from "../reports/desk-report-by-url";
import { webAddressIn } from "../reports/typed-address";
import { matchCandidates } from "./match-candidates";
import { type ReviewedArticle, startOf } from "./review-form";
import { ARTICLE_CLAIMS_MAX } from "./schema";
import type { ArticleMatches } from "./types";

/** An article as its claims are looked at. */
export type OpenArticle = {
  event: { id: string; slug: string; title: string; occurred: UncertainDate };
  article: ReviewedArticle;
  candidates: readonly Candidate[];
  /** The report at its address, where that is on file already (R29). */
  reportId: string | null;
  /** More were found than one article may give at once. */
  leftOut: number;
  matched: ArticleMatches;
  /** What the fields of each candidate begin with. */
  starts: readonly Record<string, string>[];
};

/** Reads the claims of a kept article and holds them against what is on file; null where its event is gone. */
export async function openArticle(actor: Actor, values: Typed, now: Date): Promise<OpenArticle | null> {
  authorise(actor, "claim:log");
  const typed = (name: string) => values[name]?.[0]?.trim() ?? "";
  const event = await findEvent(typed("eventId"));
  if (!event) return null;
  const { zone } = event.occurred;
  const published = readDate(typed("published"), { zone, near: event.occurred, now: now.getTime() });
  const publishedEdtf = published.state === "read" ? published.edtf : typed("published");
  const article: ReviewedArticle = {
    text: values.text?.[0] ?? "",
    publishedOn: /^\d{4}-\d\d-\d\d/.test(publishedEdtf) ? publishedEdtf.slice(0, 10) : null,
    publishedEdtf,
    publicationName: typed("publicationIdLabel"),
  };
  const all = extractCandidates(article);
  const candidates = all.slice(0, ARTICLE_CLAIMS_MAX);
  const matched = await matchCandidates(actor, event.id, candidates, article.publicationName);
  const nothing = { claimants: [], vias: [], measures: [], claims: [] };
  const starts = candidates.map((candidate, at) =>
    startOf(candidate, matched.matches[at] ?? nothing, article),
  );
  const url = webAddressIn(typed("url"));
  const reportId = url && (await findReportByUrl(actor, url));
  const leftOut = all.length - candidates.length;
  return { event, article, reportId: reportId || null, candidates, leftOut, matched, starts };
}

async function findEvent(eventId: string) {
  if (!/^[0-9a-f-]{36}$/i.test(eventId)) return null;
  const row = await db().event.findUnique({ where: { id: eventId, mergedIntoId: null } });
  if (!row) return null;
  const { id, slug, title } = row;
  const { occurredEdtf, occurredEarliest, occurredLatest, occurredZone } = row;
  const occurred = dateFrom(occurredEdtf, occurredEarliest, occurredLatest, occurredZone);
  return occurred && { id, slug, title, occurred };
}
