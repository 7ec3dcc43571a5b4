import { READS } from "../../lib/api/reads";
import { findOrigins } from "../../lib/attributions/origins-page";
import { findCitedClaim, findCitedEvent } from "../../lib/citations/find-cited";
import { findClaimant, findClaimantByFormerSlug } from "../../lib/claimants/queries";
import { countCarriedBy } from "../../lib/claims/carried-counts";
import { countOfClaimant } from "../../lib/claims/count-of-claimant";
import { listAgainstMinimum } from "../../lib/claims/list-against-minimum";
import { listChoices } from "../../lib/claims/list-choices";
import { listClaims } from "../../lib/claims/list-claims";
import { listCorrections } from "../../lib/claims/list-corrections";
import { listDrifts } from "../../lib/claims/list-drifts";
import { listFigureChanges } from "../../lib/claims/list-figure-changes";
import { listMisreports } from "../../lib/claims/list-misreports";
import { listReportCorrections } from "../../lib/claims/list-report-corrections";
import { listTolls } from "../../lib/claims/list-tolls";
import { findClaim, findKeptClaim } from "../../lib/claims/queries";
import { ListClaims } from "../../lib/claims/schema";
import { listCompareExamples } from "../../lib/compare/examples";
import { findCompareMatches } from "../../lib/compare/matches";
import { findComparison } from "../../lib/compare/queries";
import { readChoice } from "../../lib/compare/schema";
import { db } from "../../lib/db/client";
import { writeCursor } from "../../lib/db/cursor";
import { findFrame } from "../../lib/embeds/find-frame";
import { findEvent, listEvents } from "../../lib/events/queries";
import { tableOf } from "../../lib/exports/all-tables";
import { TABLE_NAMES } from "../../lib/exports/table";
import { listChangedClaims } from "../../lib/feeds/changed-claims";
import { listChangedEvents } from "../../lib/feeds/changed-events";
import { findFollowedClaimant, findFollowedPublication } from "../../lib/feeds/find-followed";
import { findEventAsOf, findEventToday } from "../../lib/past/find-as-of";
import { findVersion } from "../../lib/past/find-version";
import { findEventHistory } from "../../lib/public-history/event-history";
import { findPublication } from "../../lib/publications/queries";
import { findEventSitemap, listSitemapEvents } from "../../lib/publishing/sitemap";
import { findReport } from "../../lib/reports/queries";
import { searchPublic } from "../../lib/search/public-search";
import { findTimeline } from "../../lib/timeline/find-timeline";
import { FORTY, LARGEST } from "./data/plans-of-events";

/** Something that a reader or a program asks for, by what it shows. */
export type Path = { name: string; ask(): Promise<unknown> };

/** Far enough in the past for any reader. */
const LONG_AGO = "2019-06-01";

/** Every public read, of the largest and of ordinary records; the names of the data are those of scripts/bench/data. */
export async function publicPaths(): Promise<Path[]> {
  return [
    ...(await listPaths()),
    ...(await eventPaths()),
    ...(await recordPaths()),
    ...namedPaths(),
    ...feedPaths(),
    ...(await exportPaths()),
    ...(await apiPaths()),
  ];
}

/** The page of a claimant, all that it shows. */
export function claimantPage(slug: string): Promise<unknown> {
  return Promise.all([
    findClaimant(slug),
    listClaims(ListClaims.parse({ claimant: slug })),
    listTolls(slug),
    countOfClaimant(slug),
    listFigureChanges(slug, null),
    listAgainstMinimum(slug, null),
  ]);
}

async function listPaths(): Promise<Path[]> {
  const word = { q: "hospital" };
  const filters = {
    none: {},
    "of an event": { event: FORTY },
    "of a claimant": { claimant: "claimant-1" },
    "of a seldom heard claimant": { claimant: "claimant-190" },
    "of a publication": { publication: "publication-1" },
    "of a seldom read publication": { publication: "publication-39" },
    "of a type": { type: "statement" },
    "of a kind": { kind: "missing" },
    "of a topic": { topic: "weapon" },
    refuted: { verification: "refuted" },
    retracted: { lifecycle: "retracted" },
    contested: { contested: "yes" },
    "from a day on": { from: "2025-06-01" },
    "up to a day": { to: "2015-06-01" },
    "of a week": { from: "2019-06-01", to: "2019-06-07" },
    "with a word": word,
    "with a rare word": { q: "site-4711" },
    "with no such word": { q: "nothinglikethis" },
    "the first stated first": { sort: "stated" },
    "the last published first": { sort: "-published" },
    "of a kind, refuted, contested": { kind: "killed", verification: "refuted", contested: "yes" },
    "of a claimant, retracted": { claimant: "claimant-1", lifecycle: "retracted" },
  };
  const far = await farCursor();
  return [
    ...Object.entries(filters).map(([name, query]) => ({
      name: `claims, ${name}`,
      ask: () => listClaims(ListClaims.parse(query)),
    })),
    { name: "claims, page 1,000", ask: () => listClaims(ListClaims.parse({ after: far })) },
    { name: "claims, the page before page 1,000", ask: () => listClaims(ListClaims.parse({ before: far })) },
    { name: "choices of the filters", ask: () => listChoices() },
    ...["Mini", "ministry of health kari", "Міністерство", "killed", "the of", "hospital rescue", "zz"].map(
      (typed) => ({ name: `search ${typed}`, ask: () => searchPublic(typed) }),
    ),
  ];
}

/** The cursor behind 50,000 claims, or behind half of them where there are fewer. */
export async function farCursor(): Promise<string> {
  const count = await db().claim.count();
  const [row] = await db().$queryRaw<{ id: string; at: Date }[]>`
    select c.id, c.stated_earliest as at from claim c join event e on e.id = c.event_id
    where c.record_status = 'published' and e.record_status = 'published'
    order by c.stated_earliest desc, c.id desc limit 1 offset ${Math.min(49_950, Math.floor(count / 2))}`;
  if (!row) throw new Error("There are no claims.");
  return writeCursor(row);
}

async function eventPaths(): Promise<Path[]> {
  const { next } = await listEvents({ limit: 500 });
  // The largest is not asked for what compares each with each.
  return [
    { name: "home", ask: () => listEvents({ limit: 50 }) },
    { name: "home, page 11", ask: () => listEvents({ limit: 50, after: next }) },
    ...[FORTY, "event-20"].flatMap((slug) => [
      { name: `${slug}`, ask: () => findEvent(slug) },
      { name: `${slug}, timeline`, ask: () => findTimeline(slug, null) },
      { name: `${slug}, origins`, ask: () => findOrigins(slug) },
      { name: `${slug}, history`, ask: () => findEventHistory(slug) },
      { name: `${slug}, moments`, ask: () => findEventToday(slug) },
      { name: `${slug}, as of a day`, ask: () => findEventAsOf(slug, LONG_AGO) },
      { name: `${slug}, version 30`, ask: () => findVersion(slug, 30) },
      { name: `${slug}, frame`, ask: () => findFrame({ event: slug, measure: null }) },
      { name: `${slug}, cited`, ask: () => findCitedEvent(slug, Date.parse("2026-06-01")) },
      { name: `${slug}, sitemap`, ask: () => findEventSitemap(slug) },
      { name: `${slug}, corrections`, ask: () => listCorrections({ event: slug }) },
    ]),
    { name: "corrections", ask: () => listCorrections() },
    { name: "sitemap", ask: () => listSitemapEvents() },
  ];
}

async function recordPaths(): Promise<Path[]> {
  const claim = await db().claim.findFirstOrThrow({
    where: { event: { slug: FORTY }, number: 20 },
    select: { publicId: true, attributions: { select: { report: { select: { publicId: true } } } } },
  });
  const reportId = claim.attributions[0]?.report.publicId ?? "";
  return [
    { name: "a claim", ask: () => findClaim(claim.publicId) },
    { name: "a claim, cited", ask: () => findCitedClaim(claim.publicId) },
    { name: "a claim that is not there", ask: () => findKeptClaim("zzzzzzzzz") },
    { name: "a report", ask: () => findReport(reportId) },
  ];
}

function namedPaths(): Path[] {
  const claims = { claimant: ["claimant-1", "claimant-2"] };
  return [
    ...["claimant-1", "claimant-20", "claimant-190"].map((slug) => ({
      name: `${slug}`,
      ask: () => claimantPage(slug),
    })),
    { name: "a claimant that is not there", ask: () => findClaimantByFormerSlug("nobody") },
    ...["publication-1", "publication-39"].map((slug) => ({
      name: `${slug}`,
      ask: () =>
        Promise.all([
          findPublication(slug, null),
          countCarriedBy(slug),
          listMisreports(slug, null),
          listDrifts(slug, null),
          listReportCorrections(slug, null),
        ]),
    })),
    { name: "compare, what can be", ask: () => listCompareExamples() },
    { name: "compare, matches", ask: () => findCompareMatches("ministry") },
    { name: "compare, two claimants", ask: () => findComparison(readChoice(claims).choice) },
  ];
}

function feedPaths(): Path[] {
  return [
    { name: "feed of events", ask: () => listChangedEvents() },
    ...[FORTY, LARGEST].map((slug) => ({
      name: `feed of ${slug}`,
      ask: async () => {
        const { id } = await db().event.findUniqueOrThrow({ where: { slug }, select: { id: true } });
        return listChangedClaims({ eventId: id });
      },
    })),
    ...["claimant-1", "claimant-190"].map((slug) => ({
      name: `feed of ${slug}`,
      ask: async () => listChangedClaims({ claimantId: (await findFollowedClaimant(slug))?.id ?? "" }),
    })),
    ...["publication-1", "publication-39"].map((slug) => ({
      name: `feed of ${slug}`,
      ask: async () => listChangedClaims({ publicationId: (await findFollowedPublication(slug))?.id ?? "" }),
    })),
  ];
}

/** The first rows of every download: what comes later is read the same way. */
async function exportPaths(): Promise<Path[]> {
  const setting = { site: "https://counterclaim.example/en", retrievedAt: "2026-01-01T00:00:00Z" };
  return TABLE_NAMES.map((name) => ({
    name: `download of ${name}`,
    ask: async () => {
      const table = tableOf(name);
      for await (const _rows of table.batches(table.query.parse({}), setting)) break;
    },
  }));
}

async function apiPaths(): Promise<Path[]> {
  const claim = await db().claim.findFirstOrThrow({
    where: { event: { slug: FORTY }, number: 20 },
    select: { publicId: true, measure: { select: { slug: true } } },
  });
  const ofClaim = { params: { id: claim.publicId } };
  const asked: Record<string, { params?: object; query?: object }[]> = {
    listClaims: [{}, { query: { publication: "publication-1" } }],
    getClaim: [ofClaim],
    listClaimAttributions: [ofClaim],
    listClaimAssessments: [ofClaim],
    listClaimRevisions: [ofClaim],
    listAttributions: [{ query: { claim: claim.publicId } }],
    listAssessments: [{ query: { claim: claim.publicId } }],
    getEvent: [{ params: { slug: FORTY } }],
    listEventRevisions: [{ params: { slug: FORTY } }],
    listMeasures: [{ params: { slug: FORTY } }],
    getMeasure: [{ params: { event: FORTY, measure: "killed" } }],
    getClaimant: [{ params: { slug: "claimant-1" } }],
    getPublication: [{ params: { slug: "publication-1" } }],
    listEvents: [{}, { query: { claimant: "claimant-1" } }, { query: { country: "UA", sort: "occurred" } }],
    listClaimants: [{}, { query: { kind: "media" } }, { query: { partOf: "claimant-1" } }],
    listPublications: [{}, { query: { country: "UA" } }],
    listReports: [{}, { query: { publication: "publication-1" } }, { query: { medium: "document" } }],
    getReport: [],
    compare: [],
    search: [{ query: { q: "ministry" } }],
  };
  return READS.flatMap((read) =>
    (asked[read.id] ?? [{}]).map(({ params = {}, query = {} }) => ({
      name: `api ${read.id} ${new URLSearchParams(query as Record<string, string>)}`.trim(),
      ask: () =>
        read.run({
          params: read.params.parse(params),
          query: read.query.parse(query),
          body: null,
          actor: null,
          scopes: [],
          ifMatch: null,
          idempotencyKey: null,
          now: new Date("2026-06-01"),
        } as never),
    })),
  );
}
