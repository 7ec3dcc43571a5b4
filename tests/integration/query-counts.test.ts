import { beforeAll, describe, expect, test } from "vitest";
import { editAttribution } from "../../lib/attributions/edit-attribution";
import { findOrigins } from "../../lib/attributions/origins-page";
import { findCitedClaim, findCitedEvent } from "../../lib/citations/find-cited";
import { findClaimant } from "../../lib/claimants/queries";
import { amendClaim } from "../../lib/claims/amend-claim";
import { attributionFields, attributionOf } from "../../lib/claims/attribution-row";
import { countCarriedBy } from "../../lib/claims/carried-counts";
import { findClaimAtVersion } from "../../lib/claims/claim-at-version";
import { toInput, valuesOf } from "../../lib/claims/claim-row";
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
import { logClaim } from "../../lib/claims/log-claim";
import { findClaim } from "../../lib/claims/queries";
import { ListClaims } from "../../lib/claims/schema";
import { listCompareExamples } from "../../lib/compare/examples";
import { findCompareMatches } from "../../lib/compare/matches";
import { findComparison } from "../../lib/compare/queries";
import { readChoice } from "../../lib/compare/schema";
import { db } from "../../lib/db/client";
import { findEventName } from "../../lib/events/find-event-name";
import { findEvent, findEventByFormerSlug, listEvents } from "../../lib/events/queries";
import { listChangedClaims } from "../../lib/feeds/changed-claims";
import { listChangedEvents } from "../../lib/feeds/changed-events";
import { findFollowedClaimant, findFollowedPublication } from "../../lib/feeds/find-followed";
import { findEventAsOf, findEventToday } from "../../lib/past/find-as-of";
import { findVersion, findVersionAt } from "../../lib/past/find-version";
import { findEventHistory } from "../../lib/public-history/event-history";
import { findPublication } from "../../lib/publications/queries";
import { findReport } from "../../lib/reports/queries";
import { findTimeline } from "../../lib/timeline/find-timeline";
import { aJournalist, anEditor } from "../factories/cast";
import {
  anAssessment,
  attributionInput,
  figureInput,
  makePublic,
  publish,
  read,
  readClaim,
  supersede,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { queriesOf } from "../factories/read-back";
import { aClaimant, aMeasure, anEvent, aPublication, aReport } from "../factories/records";

type World = Awaited<ReturnType<typeof aWorldOf>>;

const DRIFT = { raw: "at least 7", qualifier: "at_least" } as const;

/** A public event with so many claims, carried by one report, of which one is contested, assessed and superseded. */
async function aWorldOf(claims: number) {
  const [event, publication, journalist] = [await anEvent(), await aPublication(), await aJournalist()];
  const [claimant, rival] = [await aClaimant({ aliases: ["Мерія"] }), await aClaimant()];
  const [reportId, via] = [await aReport({ publicationId: publication.id }), await aReport()];
  const measureId = await aMeasure(event.id);
  const ids: string[] = [];
  for (let n = 0; n < claims; n += 1) {
    // The first five have all that a claim can have, so that small worlds ask every question that large ones do.
    const how = { carries: "via", viaReportId: via, misreport: "It adds a word.", drift: DRIFT } as const;
    const attributions = n < 5 ? [attributionInput(reportId, how)] : [];
    const claimantId = n === 1 ? rival.id : claimant.id;
    const basis = n === 1 ? "named_list" : "unstated";
    const common = {
      eventId: event.id,
      claimantId,
      measureId,
      n: n * 100,
      stated: "2026-05-04",
      basis,
    } as const;
    const input = await figureInput({ ...common, attributions, isFromMemory: attributions.length === 0 });
    ids.push(await logClaim(journalist, input, tick()));
  }
  for (const id of ids) await publish({ id });
  const [first = "", , third = ""] = ids;
  await supersede({ id: first }, { id: third });
  const evidence = {
    kind: "registry",
    stance: "supports",
    reportId,
    url: null,
    note: "The register.",
  } as const;
  await anAssessment(third, { evidence: [evidence] });
  await makePublic(event);
  for (const id of ids.slice(3, 30)) await amend(id);
  for (const id of ids.slice(3, 5)) await noteMisreport(id);
  return {
    event: event.slug,
    claimant: claimant.slug,
    publication: publication.slug,
    report: (await db().report.findUniqueOrThrow({ where: { id: reportId } })).publicId,
    claim: (await db().claim.findUniqueOrThrow({ where: { id: third } })).publicId,
  };
}

/** What a report got wrong of a claim is told otherwise in public. */
async function noteMisreport(claimId: string): Promise<void> {
  const row = await db().attribution.findFirstOrThrow({ where: { claimId } });
  const attribution = { ...attributionFields(attributionOf(row)), misreport: "It adds two words." };
  const edit = { id: row.id, version: row.version, attribution, reason: "We looked again." };
  await editAttribution(await anEditor(), edit, tick());
}

/** What a claim rests on is put right in public. */
async function amend(id: string): Promise<void> {
  const claim = await readClaim(id);
  const values = { ...toInput(valuesOf(claim)), basis: "count" as const };
  await amendClaim(await anEditor(), { ...read(claim), claim: values, reason: "They counted." }, tick());
}

let small: World;
let large: World;
beforeAll(async () => {
  [small, large] = await Promise.all([aWorldOf(5), aWorldOf(150)]);
}, 120_000);

/** The version that readers see, with the number by which it is found. */
async function findLastVersion(event: string) {
  return findVersion(event, (await findVersionAt(event, OF_ALL_TIME)) ?? 0);
}
const OF_ALL_TIME = Date.parse("9999-01-01T00:00:00Z");

/** As the routes of feeds find them: by the record that an address names. */
async function changedClaimsOf(of: "event" | "claimant" | "publication", slug: string) {
  if (of === "event") return listChangedClaims({ eventId: (await findEventName(slug))?.id ?? "" });
  if (of === "claimant")
    return listChangedClaims({ claimantId: (await findFollowedClaimant(slug))?.id ?? "" });
  return listChangedClaims({ publicationId: (await findFollowedPublication(slug))?.id ?? "" });
}

// Pinned: a number that grows here is a page that grows slower.
const PINNED: [string, number, (world: World) => Promise<unknown>][] = [
  ["findEvent", 1, ({ event }) => findEvent(event)],
  ["findEventToday", 2, ({ event }) => findEventToday(event)],
  ["findEventAsOf", 11, ({ event }) => findEventAsOf(event, "2026-05-05")],
  ["findVersion", 17, ({ event }) => findLastVersion(event)],
  ["findOrigins", 12, ({ event }) => findOrigins(event)],
  ["findClaim", 42, ({ claim }) => findClaim(claim)],
  ["findClaimant", 7, ({ claimant }) => findClaimant(claimant)],
  ["listTolls", 16, ({ claimant }) => listTolls(claimant)],
  ["countOfClaimant", 2, ({ claimant }) => countOfClaimant(claimant)],
  ["listFigureChanges", 9, ({ claimant }) => listFigureChanges(claimant)],
  ["listAgainstMinimum", 8, ({ claimant }) => listAgainstMinimum(claimant)],
  ["countCarriedBy", 1, ({ publication }) => countCarriedBy(publication)],
  ["listMisreports", 8, ({ publication }) => listMisreports(publication)],
  ["listDrifts", 10, ({ publication }) => listDrifts(publication)],
  ["listReportCorrections", 10, ({ publication }) => listReportCorrections(publication)],
  ["findPublication", 7, ({ publication }) => findPublication(publication, null)],
  ["findReport", 12, ({ report }) => findReport(report)],
  ["listClaims", 2, ({ event }) => listClaims(ListClaims.parse({ event }))],
  ["listCorrections", 10, ({ event }) => listCorrections({ event })],
  ["findEventHistory", 20, ({ event }) => findEventHistory(event, {}, 1_000)],
  ["findTimeline", 24, ({ event }) => findTimeline(event, "2026-05-04")],
  ["findClaimAtVersion", 13, ({ claim }) => findClaimAtVersion(claim, 5)],
  ["findEventHistory of one claim", 22, ({ event, claim }) => findEventHistory(event, { claim })],
  ["findComparison", 19, ({ claim, claimant }) => findComparison(readChoice({ claim, claimant }).choice)],
  ["findCitedClaim", 6, ({ claim }) => findCitedClaim(claim)],
  ["findCitedEvent", 3, ({ event }) => findCitedEvent(event, OF_ALL_TIME)],
  ["listChangedClaims of an event", 7, ({ event }) => changedClaimsOf("event", event)],
  ["listChangedClaims of a claimant", 7, ({ claimant }) => changedClaimsOf("claimant", claimant)],
  ["listChangedClaims of a publication", 9, ({ publication }) => changedClaimsOf("publication", publication)],
];

describe("the number of queries does not grow with what there is", () => {
  test.each(PINNED)("%s asks %i", async (_, expected, read) => {
    const few = await queriesOf(() => read(small));
    const many = await queriesOf(() => read(large));
    expect(many.length).toBe(expected);
    expect(few.length).toBeLessThanOrEqual(expected);
  });

  test.each([
    ["listEvents", 4, () => listEvents({ limit: 50 })],
    ["listChangedEvents", 5, () => listChangedEvents()],
    ["listChoices", 3, () => listChoices()],
    ["listClaims unfiltered", 2, () => listClaims(ListClaims.parse({}), 100)],
    ["findCompareMatches", 13, () => findCompareMatches("Мерія")],
    ["listCompareExamples", 7, () => listCompareExamples()],
    ["findEventByFormerSlug", 1, () => findEventByFormerSlug("no-such-event")],
    ["findEvent of no event", 1, () => findEvent("no-such-event")],
    ["findOrigins of no event", 1, () => findOrigins("no-such-event")],
    ["findClaim of no claim", 7, () => findClaim("222222222")],
  ] as const)("%s asks %i", async (_, expected, read) => {
    expect((await queriesOf(read)).length).toBe(expected);
  });

  test("and each of these reads found what it looked for", async () => {
    for (const [, , read] of PINNED) expect(await read(large)).not.toBeNull();
    expect((await findEvent(large.event))?.counts).toMatchObject({ figures: 150, reports: 1 });
    expect((await findReport(large.report))?.carried).toHaveLength(5);
  });
});
