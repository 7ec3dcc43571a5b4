import { findOrigins } from "../../lib/attributions/origins-page";
import { findCitedClaim } from "../../lib/citations/find-cited";
import { findClaimant } from "../../lib/claimants/queries";
import { countCarriedBy } from "../../lib/claims/carried-counts";
import { countOfClaimant } from "../../lib/claims/count-of-claimant";
import { listAgainstMinimum } from "../../lib/claims/list-against-minimum";
import { listChoices } from "../../lib/claims/list-choices";
import { listClaims } from "../../lib/claims/list-claims";
import { listAmendments, listCorrections } from "../../lib/claims/list-corrections";
import { listDrifts } from "../../lib/claims/list-drifts";
import { listFigureChanges } from "../../lib/claims/list-figure-changes";
import { listMisreports } from "../../lib/claims/list-misreports";
import { listReportCorrections } from "../../lib/claims/list-report-corrections";
import { listTolls } from "../../lib/claims/list-tolls";
import { findClaim } from "../../lib/claims/queries";
import { ListClaims } from "../../lib/claims/schema";
import { db } from "../../lib/db/client";
import { findEvent, listEvents } from "../../lib/events/queries";
import { listChangedClaims } from "../../lib/feeds/changed-claims";
import { listChangedEvents } from "../../lib/feeds/changed-events";
import { findFollowedClaimant, findFollowedPublication } from "../../lib/feeds/find-followed";
import { findEventHistory } from "../../lib/public-history/event-history";
import { findPublication } from "../../lib/publications/queries";
import { findReport } from "../../lib/reports/queries";
import { aClaim, attributionInput } from "./claims";
import { unique } from "./clock";
import { aClaimant, aMeasure, aPublication, aReport } from "./records";

export type World = Awaited<ReturnType<typeof aWorld>>;

/** A claim with a claimant, publication and report of its own, whose every text carries one word of its own. */
export async function aWorld(event: { id: string; slug: string }, word = unique("secret")) {
  const claimant = await aClaimant({
    slug: `claimant-${word}`,
    name: `Claimant ${word}`,
    aliases: [`Alias ${word}`],
  });
  const publication = await aPublication({ slug: `publication-${word}`, name: `Publication ${word}` });
  const reportId = await aReport({ publicationId: publication.id, title: `Report ${word}` });
  const measureId = await aMeasure(event.id, { slug: `measure-${word}` });
  const attributions = [attributionInput(reportId, { locator: `Place ${word}` })];
  const claim = await aClaim({
    eventId: event.id,
    claimantId: claimant.id,
    measureId,
    raw: `twelve ${word}`,
    attributions,
  });
  const report = await db().report.findUniqueOrThrow({ where: { id: reportId } });
  return { word, event, claim, measureId, slugs: [claimant.slug, publication.slug], report };
}

const FILTERS = [
  {},
  { sort: "stated" },
  { sort: "-published" },
  { type: "figure" },
  { kind: "killed" },
  { verification: "unverified" },
  { lifecycle: "current" },
  { from: "2026-05-01", to: "2026-05-31" },
] as const;

/** All that any reader's query says of a world: one text, in which its word must not be found. */
export async function everyWayOut({
  word,
  event,
  claim,
  slugs: [claimantSlug = "", publicationSlug = ""],
  report,
}: World) {
  const filters = [
    ...FILTERS,
    { q: word },
    { q: `twelve ${word}` },
    { event: event.slug },
    { claimant: claimantSlug },
    { publication: publicationSlug },
  ];
  return {
    event: await findEvent(event.slug),
    relations: await findEvent(event.slug, `measure-${word}`),
    origins: await findOrigins(event.slug),
    history: await findEventHistory(event.slug, {}, 500),
    "history of the claim": await findEventHistory(event.slug, { claim: claim.publicId }),
    events: await listEvents({ limit: 100 }),
    claims: await Promise.all(filters.map((filter) => listClaims(ListClaims.parse(filter), 500))),
    choices: await listChoices(),
    claim: await findClaim(claim.publicId),
    citation: await findCitedClaim(claim.publicId),
    feeds: await Promise.all([
      listChangedEvents(),
      findFollowedClaimant(claimantSlug),
      findFollowedPublication(publicationSlug),
      listChangedClaims({ eventId: event.id }),
      listChangedClaims({ claimantId: claim.claimantId }),
      listChangedClaims({ publicationId: report.publicationId }),
    ]),
    corrections: [await listCorrections({}, 500), await listCorrections({ event: event.slug }, 500)],
    amendments: await listAmendments(claim.id),
    claimant: await findClaimant(claimantSlug),
    tolls: await listTolls(claimantSlug),
    "record of the claimant": [
      await countOfClaimant(claimantSlug),
      await listFigureChanges(claimantSlug),
      await listAgainstMinimum(claimantSlug),
    ],
    publication: await findPublication(publicationSlug, null),
    "record of the publication": [
      await countCarriedBy(publicationSlug),
      await listMisreports(publicationSlug),
      await listDrifts(publicationSlug),
      await listReportCorrections(publicationSlug),
    ],
    report: await findReport(report.publicId),
  };
}

/** The ways out that tell of a world, or of its claim's public id. */
export async function leaksOf(world: World): Promise<string[]> {
  const ways = await everyWayOut(world);
  return Object.entries(ways)
    .filter(([, answer]) =>
      [world.word, world.claim.publicId].some((text) => JSON.stringify(answer)?.includes(text)),
    )
    .map(([way]) => way);
}

export const EVERY_WAY = [
  "event",
  "relations",
  "origins",
  "history",
  "history of the claim",
  "events",
  "claims",
  "choices",
  "claim",
  "citation",
  "feeds",
  "claimant",
  "publication",
  "report",
];
