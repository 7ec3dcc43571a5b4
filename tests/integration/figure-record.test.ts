import { beforeAll, describe, expect, test } from "vitest";
import { editAttribution } from "../../lib/attributions/edit-attribution";
import { attributionFields, attributionOf } from "../../lib/claims/attribution-row";
import { countCarriedBy } from "../../lib/claims/carried-counts";
import { countOfClaimant } from "../../lib/claims/count-of-claimant";
import { disownClaim } from "../../lib/claims/disown-claim";
import { listAgainstMinimum } from "../../lib/claims/list-against-minimum";
import { listDrifts } from "../../lib/claims/list-drifts";
import { CHANGES_PER_PAGE, listFigureChanges } from "../../lib/claims/list-figure-changes";
import { listMisreports } from "../../lib/claims/list-misreports";
import { listReportCorrections } from "../../lib/claims/list-report-corrections";
import { replaceClaim } from "../../lib/claims/replace-claim";
import { supersedeClaim } from "../../lib/claims/supersede-claim";
import { markEntryError, retractClaim } from "../../lib/claims/withdraw-claim";
import { db } from "../../lib/db/client";
import { anEditor } from "../factories/cast";
import {
  aClaim,
  anAssessment,
  aPublishedClaim,
  attributionInput,
  type GivenFigure,
  makePublic,
  read,
  readClaim,
  type StoredClaim,
  supersede,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { aClaimant, aMeasure, anEvent, aPublication, aReport, type Made } from "../factories/records";

// One world: an office with a member, and a paper that carries some of what they say.
let office: Made;
let member: Made;
let paper: Made;
let replacing: StoredClaim;
let documentedBy: Made;

beforeAll(async () => {
  const [event, hidden] = [await anEvent(), await anEvent()];
  office = await aClaimant();
  member = await aClaimant({ parentId: office.id });
  documentedBy = await aClaimant();
  paper = await aPublication();
  const [killed, injured, homes] = [
    await aMeasure(event.id),
    await aMeasure(event.id, { kinds: ["injured"] }),
    await aMeasure(event.id),
  ];
  const said = (given: GivenFigure) =>
    aPublishedClaim({ eventId: event.id, claimantId: office.id, ...given });
  const over300 = { raw: "over 300", quantity: { qualifier: "more_than", low: 301, high: null } } as const;

  // Up twice; the second is printed plainly.
  const first = await said({ measureId: killed, n: 63 });
  const second = await said({ measureId: killed, n: 89, stated: "2026-05-06" });
  const plainly = attributionInput(
    await aReport({ publicationId: paper.id, published: { edtf: "2026-05-09", zone: "UTC" } }),
    { carries: "quote", drift: { raw: "300", qualifier: "exact" } },
  );
  const third = await said({ measureId: killed, ...over300, stated: "2026-05-09", attributions: [plainly] });

  // Down, for a reason that one report gives otherwise, and another wrongly.
  const many = await said({ measureId: injured, n: 500 });
  const reasons = attributionInput(await aReport(), { downwardReason: "miscount" });
  const misread = attributionInput(await aReport({ publicationId: paper.id }), {
    carries: "via",
    viaClaimantId: member.id,
    passage: { text: "400 dead", language: "en", translation: null, translatedBy: null },
    misreport: "It calls the injured dead.",
  });
  const fewer = await said({
    measureId: injured,
    n: 400,
    stated: "2026-05-07",
    attributions: [reasons, misread],
  });

  // Replaced by another count, retracted, denied, and entered in error.
  const older = await said({ measureId: homes, n: 20 });
  replacing = await said({ measureId: await aMeasure(event.id), n: 7, stated: "2026-05-08" });
  const other = await aMeasure(event.id);
  const retracted = await said({ measureId: other, n: 31 });
  const denied = await said({ measureId: other, n: 12, stated: "2026-05-10" });
  const wrong = await said({ measureId: other, n: 77, stated: "2026-05-12" });
  await said({ measureId: injured, n: 5, claimantId: member.id, stated: "2026-05-11" });
  await said({ measureId: killed, n: 350, claimantId: documentedBy.id, basis: "named_list" });
  await said({ measureId: injured, n: 420, claimantId: documentedBy.id, basis: "physical_count" });
  await makePublic(event);

  await supersede(first, second);
  await supersede(second, third);
  await supersedeClaim(
    await anEditor(),
    {
      newer: read(fewer),
      older: read(many),
      downwardReason: "double_count",
      isCorrection: true,
      note: "Two lists.",
    },
    tick(),
  );
  await replaceClaim(await anEditor(), { newer: read(replacing), older: read(older), note: null }, tick());
  const because = ({ id, version }: StoredClaim) => ({ claimId: id, version, reason: "They say so." });
  await retractClaim(await anEditor(), because(retracted), tick());
  await disownClaim(await anEditor(), { ...because(denied), passedOnBy: [], note: null }, tick());
  await markEntryError(await anEditor(), because(wrong), tick());
  await anAssessment(replacing.id, { version: (await readClaim(replacing.id)).version });

  // What is not public counts nowhere: a draft in this event, and a published pair in one that is not.
  const misreported = [
    attributionInput(await aReport({ publicationId: paper.id }), {
      misreport: "Unpublished.",
      drift: { raw: "1", qualifier: "exact" },
    }),
  ];
  await aClaim({
    eventId: event.id,
    claimantId: office.id,
    measureId: killed,
    n: 999,
    stated: "2026-05-20",
    attributions: misreported,
  });
  const hiddenMeasure = await aMeasure(hidden.id);
  const unseen = (n: number, stated: string) =>
    aPublishedClaim({
      eventId: hidden.id,
      claimantId: office.id,
      measureId: hiddenMeasure,
      n,
      stated,
      attributions: misreported,
    });
  await supersede(await unseen(1000, "2026-05-04"), await unseen(2000, "2026-05-19"));
}, 60_000);

const rawOf = (told: { quantity: { raw: string } } | null | undefined) => told?.quantity.raw ?? null;

describe("how a claimant's figures were revised", () => {
  test("R18, R20, R22: each change is counted once by its direction, those downward by their reason", async () => {
    const { counts } = await listFigureChanges(office.slug);
    expect(counts).toMatchObject({
      total: 6,
      byDirection: { up: 2, down: 1, same: 0, unnumbered: 0, recounted: 1, withdrawn: 1, disowned: 1 },
      byReason: { double_count: 1, miscount: 0, not_given: 0 },
    });
  });

  test("R1, R19: each stands in the words of both figures, the latest first", async () => {
    const { rows, next } = await listFigureChanges(office.slug);
    expect(rows.map(({ kind, from, to }) => [kind, rawOf(from), rawOf(to)]).toSorted()).toEqual(
      [
        ["disowned", "12", null],
        ["withdrawn", "31", null],
        ["superseded", "89", "over 300"],
        ["replaced", "20", "7"],
        ["corrected", "500", "400"],
        ["superseded", "63", "89"],
      ].toSorted(),
    );
    expect(rows.filter(({ to }) => to).map(({ to }) => rawOf(to))).toEqual(["over 300", "7", "400", "89"]);
    expect(next).toBeNull();
    expect(rows.length).toBeLessThanOrEqual(CHANGES_PER_PAGE);
  });

  test("R20: a fall says by how much, why, and by which report", async () => {
    const { rows } = await listFigureChanges(office.slug);
    expect(rows.find(({ direction }) => direction === "down")).toMatchObject({
      size: { difference: 100, ratio: 0.8 },
      reason: "double_count",
      reportedReasons: [{ reason: "miscount" }],
      note: "Two lists.",
    });
  });

  test("R22: a change of what is counted has no size, and says what differs; R24: what was taken back says why", async () => {
    const { rows } = await listFigureChanges(office.slug);
    expect(rows.find(({ kind }) => kind === "replaced")).toMatchObject({ size: null, differs: ["area"] });
    expect(rows.find(({ kind }) => kind === "withdrawn")).toMatchObject({
      size: null,
      correction: { reason: "They say so." },
    });
  });

  test("R18: what a member said is no change of its body's, nor the other way", async () => {
    expect((await listFigureChanges(member.slug)).counts.total).toBe(0);
    const { own, members } = await countOfClaimant(office.slug);
    expect(own.total).toBe(10);
    expect(members).toMatchObject([{ slug: member.slug, claims: 1, current: 1, partOf: null }]);
  });

  test("a place in the list leads on from there", async () => {
    const { rows } = await listFigureChanges(office.slug);
    const third = rows[2];
    const rest = await listFigureChanges(office.slug, `${third?.to?.stated.earliest}_${third?.id}`);
    expect(rest.rows).toEqual(rows.slice(3));
    expect(rest.counts.total).toBe(6);
  });
});

test("R9: current figures stand beside the documented minimum of what they count, and no others", async () => {
  const { rows, counts, total } = await listAgainstMinimum(office.slug);
  expect(rows).toMatchObject([
    { figure: { quantity: { raw: "over 300" } }, minimum: { quantity: { raw: "350" } }, position: "open" },
    {
      figure: { quantity: { raw: "400" } },
      minimum: { quantity: { raw: "420" }, basis: "physical_count", claimant: { slug: documentedBy.slug } },
      position: "below",
    },
  ]);
  expect([total, counts.below, counts.open]).toEqual([2, 1, 1]);
  const own = await listAgainstMinimum(documentedBy.slug);
  expect(own.counts).toMatchObject({ itself: 2, below: 0 });
});

test("current claims are counted by verification, and by what became of them, as the list of claims filters them", async () => {
  const { own } = await countOfClaimant(office.slug);
  expect(own).toMatchObject({
    byLifecycle: { current: 4, superseded: 2, corrected: 1, replaced: 1, retracted: 1, entry_error: 1 },
    byVerification: { documented: 1, unverified: 3 },
    disowned: 1,
  });
});

describe("what a publication printed", () => {
  test("R13: how its reports carry claims is counted by way, published ones alone", async () => {
    expect(await countCarriedBy(paper.slug)).toMatchObject({ total: 2, byWay: { quote: 1, via: 1, own: 0 } });
  });

  test("R25: a misreport stands with its note, its passage and the claim's words", async () => {
    const { rows, total, next } = await listMisreports(paper.slug);
    expect([total, next]).toEqual([1, null]);
    expect(rows).toMatchObject([
      {
        misreport: "It calls the injured dead.",
        passage: { text: "400 dead" },
        claim: { raw: "400", claimant: { slug: office.slug } },
      },
    ]);
  });

  test("R1: a dropped qualifier is a drift, told with what was said and what was printed", async () => {
    const { rows, counts } = await listDrifts(paper.slug);
    expect(counts).toMatchObject({ total: 1, byKind: { qualifier_dropped: 1, number_changed: 0 } });
    expect(rows).toMatchObject([
      { kinds: ["qualifier_dropped"], drift: { raw: "300" }, claim: { raw: "over 300" } },
    ]);
  });

  test("R24, R25: what was corrected of how its reports carry a claim stands with the reason", async () => {
    expect((await listReportCorrections(paper.slug)).rows).toEqual([]);
    const row = await db().attribution.findFirstOrThrow({
      where: { misreport: "It calls the injured dead." },
    });
    const attribution = {
      ...attributionFields(attributionOf(row)),
      misreport: "It calls the injured killed.",
    };
    const edit = { id: row.id, version: row.version, attribution, reason: "Its own word." };
    await editAttribution(await anEditor(), edit, tick());
    expect((await listReportCorrections(paper.slug)).rows).toMatchObject([
      { kind: "misreport", reason: "Its own word.", claim: { raw: "400" } },
    ]);
  });
});
