import { beforeAll, describe, expect, test } from "vitest";
import { findOrigins } from "../../lib/attributions/origins-page";
import { findClaimant } from "../../lib/claimants/queries";
import { amendClaim } from "../../lib/claims/amend-claim";
import { toInput, valuesOf } from "../../lib/claims/claim-row";
import { listChoices } from "../../lib/claims/list-choices";
import { listClaims } from "../../lib/claims/list-claims";
import { listCorrections } from "../../lib/claims/list-corrections";
import { listTolls } from "../../lib/claims/list-tolls";
import { logClaim } from "../../lib/claims/log-claim";
import { findClaim } from "../../lib/claims/queries";
import { ListClaims } from "../../lib/claims/schema";
import { db } from "../../lib/db/client";
import { findEvent, findEventByFormerSlug, listEvents } from "../../lib/events/queries";
import { findEventHistory } from "../../lib/public-history/event-history";
import { findPublication } from "../../lib/publications/queries";
import { findReport } from "../../lib/reports/queries";
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

/** A public event with so many claims, carried by one report, of which one is contested, assessed and superseded. */
async function aWorldOf(claims: number) {
  const [event, publication, journalist] = [await anEvent(), await aPublication(), await aJournalist()];
  const [claimant, rival] = [await aClaimant({ aliases: ["Мерія"] }), await aClaimant()];
  const [reportId, via] = [await aReport({ publicationId: publication.id }), await aReport()];
  const measureId = await aMeasure(event.id);
  const ids: string[] = [];
  for (let n = 0; n < claims; n += 1) {
    // The first five have all that a claim can have, so that small worlds ask every question that large ones do.
    const attributions = n < 5 ? [attributionInput(reportId, { carries: "via", viaReportId: via })] : [];
    const claimantId = n === 1 ? rival.id : claimant.id;
    const common = { eventId: event.id, claimantId, measureId, n: n * 100, stated: "2026-05-04" };
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
  return {
    event: event.slug,
    claimant: claimant.slug,
    publication: publication.slug,
    report: (await db().report.findUniqueOrThrow({ where: { id: reportId } })).publicId,
    claim: (await db().claim.findUniqueOrThrow({ where: { id: third } })).publicId,
  };
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

// Pinned: a number that grows here is a page that grows slower.
const PINNED: [string, number, (world: World) => Promise<unknown>][] = [
  ["findEvent", 14, ({ event }) => findEvent(event)],
  ["findOrigins", 12, ({ event }) => findOrigins(event)],
  ["findClaim", 43, ({ claim }) => findClaim(claim)],
  ["findClaimant", 7, ({ claimant }) => findClaimant(claimant)],
  ["listTolls", 16, ({ claimant }) => listTolls(claimant)],
  ["findPublication", 7, ({ publication }) => findPublication(publication, null)],
  ["findReport", 12, ({ report }) => findReport(report)],
  ["listClaims", 6, ({ event }) => listClaims(ListClaims.parse({ event }))],
  ["listCorrections", 10, ({ event }) => listCorrections({ event })],
  ["findEventHistory", 20, ({ event }) => findEventHistory(event, {}, 1_000)],
  ["findEventHistory of one claim", 23, ({ event, claim }) => findEventHistory(event, { claim })],
];

describe("the number of queries does not grow with what there is", () => {
  test.each(PINNED)("%s asks %i", async (_, expected, read) => {
    const few = await queriesOf(() => read(small));
    const many = await queriesOf(() => read(large));
    expect(many.length).toBe(expected);
    expect(few.length).toBeLessThanOrEqual(expected);
  });

  test.each([
    ["listEvents", 5, () => listEvents({ limit: 50 })],
    ["listChoices", 3, () => listChoices()],
    ["listClaims unfiltered", 6, () => listClaims(ListClaims.parse({}), 100)],
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
