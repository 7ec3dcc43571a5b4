import { beforeAll, describe, expect, test } from "vitest";
import { declineSupersession } from "../../lib/claims/decline-link";
import { disownClaim } from "../../lib/claims/disown-claim";
import { listTolls } from "../../lib/claims/list-tolls";
import { replaceClaim } from "../../lib/claims/replace-claim";
import { supersedeClaim } from "../../lib/claims/supersede-claim";
import type { TollView } from "../../lib/claims/toll-types";
import { markEntryError, retractClaim } from "../../lib/claims/withdraw-claim";
import { db } from "../../lib/db/client";
import { anEditor } from "../factories/cast";
import {
  aClaim,
  aPublishedClaim,
  attributionInput,
  type GivenFigure,
  makePublic,
  publish,
  read,
  type StoredClaim,
  supersede,
} from "../factories/claims";
import { tick, unique } from "../factories/clock";
import { aClaimant, aMeasure, anEvent, aPublication, aReport, type Made } from "../factories/records";

type World = { event: Made; office: Made; measureId: string };

/** A draft event with a claimant that speaks of its killed. */
async function aWorld(given: Parameters<typeof anEvent>[0] = {}): Promise<World> {
  const event = await anEvent(given);
  return { event, office: await aClaimant(), measureId: await aMeasure(event.id) };
}

/** A published figure of the world's claimant, unless it names another. */
function said({ event, office, measureId }: World, given: GivenFigure): Promise<StoredClaim> {
  return aPublishedClaim({ eventId: event.id, claimantId: office.id, measureId, ...given });
}

/** A world, made public, in which the claimant's figures take each other's place in turn. */
async function aSeriesOf(...figures: GivenFigure[]): Promise<World & { claims: StoredClaim[] }> {
  const world = await aWorld();
  const claims: StoredClaim[] = [];
  for (const figure of figures) claims.push(await said(world, figure));
  await makePublic(world.event);
  for (const [i, newer] of claims.slice(1).entries()) await supersede(claims[i] as StoredClaim, newer);
  return { ...world, claims };
}

async function onlyAccount(slug: string) {
  const tolls = await listTolls(slug);
  const [account, ...more] = tolls.flatMap(({ accounts }) => accounts);
  if (!account || more.length > 0) throw new Error(`${tolls.length} events, ${more.length} more accounts.`);
  return account;
}

const rawsOf = (figures: readonly { quantity: { raw: string } }[]) =>
  figures.map(({ quantity }) => quantity.raw);

describe("an account", () => {
  test("R18, R19: holds the figures in the order of their moments, in their own words, with the step between them", async () => {
    const raised = { raw: "over 300", quantity: { qualifier: "more_than", low: 301, high: null } } as const;
    const { office, event } = await aSeriesOf(
      { n: 63, stated: "2026-05-04" },
      { n: 89, stated: "2026-05-06" },
      { ...raised, stated: "2026-05-09", asOf: "2026-05-08" },
    );
    const [view] = await listTolls(office.slug);
    expect(view).toMatchObject({
      event: { slug: event.slug, occurred: { edtf: "2026-05-03T19:30:00" } },
      claimant: { slug: office.slug },
      side: null,
      leftOutCount: 0,
    });
    const account = view?.accounts[0];
    expect(account?.figures).toMatchObject([
      { quantity: { raw: "63" }, dateKind: "stated", date: { edtf: "2026-05-04" }, lifecycle: "superseded" },
      { quantity: { raw: "89" }, lifecycle: "superseded" },
      {
        quantity: { raw: "over 300" },
        dateKind: "as_of",
        date: { edtf: "2026-05-08" },
        stated: { edtf: "2026-05-09" },
        lifecycle: "current",
        standing: "reported",
        verification: "unverified",
      },
    ]);
    expect(account?.steps).toMatchObject([
      { older: 0, newer: 1, kind: "supersedes", isDownward: false, isOrdered: true },
      { older: 1, newer: 2, kind: "supersedes", isDownward: false },
    ]);
  });

  test("an uncertain date keeps its interval", async () => {
    const { office } = await aSeriesOf({ n: 63, stated: "2026-05" }, { n: 89, stated: "2026-06-02" });
    const [month] = (await onlyAccount(office.slug)).figures;
    expect(month?.span).toEqual({
      from: Date.parse("2026-05-01T00:00:00Z"),
      to: Date.parse("2026-05-31T23:59:59.999Z"),
    });
  });

  test("R20: a fall keeps the reason of the decision, and each report's own, with the report that gave it", async () => {
    const world = await aWorld();
    const [daily, weekly] = [await aPublication(), await aPublication()];
    const reportOf = ({ id }: Made) => aReport({ publicationId: id });
    const older = await said(world, { n: 11300 });
    const newer = await said(world, {
      n: 3958,
      stated: "2026-05-05",
      attributions: [
        attributionInput(await reportOf(daily), { downwardReason: "double_count" }),
        attributionInput(await reportOf(weekly), { downwardReason: "not_given" }),
        attributionInput(await aReport()),
      ],
    });
    await makePublic(world.event);
    await supersedeClaim(
      await anEditor(),
      {
        newer: read(newer),
        older: read(older),
        downwardReason: "reclassification",
        isCorrection: true,
        note: "Two lists were added up.",
      },
      tick(),
    );
    const account = await onlyAccount(world.office.slug);
    expect(account.figures.map(({ lifecycle }) => lifecycle)).toEqual(["corrected", "current"]);
    expect(account.steps).toMatchObject([
      {
        kind: "supersedes",
        isDownward: true,
        downwardReason: "reclassification",
        reportedReasons: [
          { reason: "double_count", report: { publicationName: `Daily ${daily.slug}` } },
          { reason: "not_given", report: { publicationName: `Daily ${weekly.slug}` } },
        ],
        note: "Two lists were added up.",
      },
    ]);
  });

  test("R22: what was put in the place of another count is one account, and says which parts differ", async () => {
    const world = await aWorld();
    const excess = await aMeasure(world.event.id, { slug: unique("excess"), cause: "indirect_or_excess" });
    const older = await said(world, { n: 64 });
    const newer = await said(world, { n: 2975, measureId: excess, stated: "2026-08-28", basis: "model" });
    await makePublic(world.event);
    await replaceClaim(await anEditor(), { newer: read(newer), older: read(older), note: null }, tick());

    const account = await onlyAccount(world.office.slug);
    expect(account.figures.map(({ lifecycle }) => lifecycle)).toEqual(["replaced", "current"]);
    expect(account.steps).toMatchObject([
      { kind: "replaces", differs: ["area", "cause", "lane"], isDownward: false, downwardReason: null },
    ]);
    expect(account.measureLabel).toBe(account.figures[1]?.measure.label);
  });

  test("R18, R19: two that both stand are undecided, until a person declines", async () => {
    const world = await aWorld();
    const [older, newer] = [await said(world, { n: 63 }), await said(world, { n: 89, stated: "2026-05-06" })];
    await makePublic(world.event);
    expect((await onlyAccount(world.office.slug)).steps).toMatchObject([
      { kind: "undecided", isOrdered: true },
    ]);

    const decision = {
      newer: { id: newer.id },
      older: { id: older.id },
      state: "declined",
      note: null,
      // Publishing the newer figure asked it.
      version: 1,
    } as const;
    await declineSupersession(await anEditor(), decision, tick());
    expect((await onlyAccount(world.office.slug)).steps).toMatchObject([{ kind: "both_stand" }]);
  });

  test("R23: a figure that was passed on names the one that its claimant denies", async () => {
    const world = await aWorld();
    const service = await aClaimant();
    const denied = await said(world, { n: 11300, claimantId: service.id });
    const passedOn = await said(world, { n: 11300 });
    const later = await said(world, { n: 11500, stated: "2026-05-06" });
    await makePublic(world.event);
    const input = {
      claimId: denied.id,
      version: denied.version,
      reason: "The service says that it gave no number.",
      passedOnBy: [read(passedOn)],
      note: null,
    };
    await disownClaim(await anEditor(), input, tick());
    await supersede(passedOn, later);

    const { figures, beside } = await onlyAccount(world.office.slug);
    expect(figures[0]?.relations).toMatchObject([
      { kind: "passed_on_from", claim: { publicId: denied.publicId, claimant: { slug: service.slug } } },
    ]);
    // Denied, it stands beside nothing.
    expect(beside).toEqual([]);
  });

  test("R18: a member's figure is not its body's, and what took a place across the two is named", async () => {
    const world = await aWorld();
    const member = await aClaimant({ parentId: world.office.id });
    const [first, second] = [
      await said(world, { n: 63 }),
      await said(world, { n: 70, stated: "2026-05-05" }),
    ];
    const ofMember = await said(world, { n: 89, stated: "2026-05-06", claimantId: member.id });
    await makePublic(world.event);
    await supersedeClaim(
      await anEditor(),
      { newer: read(ofMember), older: read(second), speaksForBoth: true, note: null },
      tick(),
    );
    const { figures } = await onlyAccount(world.office.slug);
    expect(figures.map(({ publicId }) => publicId)).toEqual([first.publicId, second.publicId]);
    expect(figures[1]?.relations).toMatchObject([
      { kind: "superseded_by", claim: { publicId: ofMember.publicId } },
    ]);
    expect(await listTolls(member.slug)).toEqual([]);
  });

  test("R24: what was retracted stays in it; what we entered by mistake was claimed by nobody", async () => {
    const world = await aWorld();
    const [kept, wrong] = [await said(world, { n: 63 }), await said(world, { n: 630, stated: "2026-05-05" })];
    await said(world, { n: 89, stated: "2026-05-06" });
    await makePublic(world.event);
    const withdrawal = ({ id, version }: StoredClaim) => ({ claimId: id, version, reason: "It was wrong." });
    await retractClaim(await anEditor(), withdrawal(kept), tick());
    await markEntryError(await anEditor(), withdrawal(wrong), tick());
    const { figures } = await onlyAccount(world.office.slug);
    expect(rawsOf(figures)).toEqual(["63", "89"]);
    expect(figures[0]?.lifecycle).toBe("retracted");
  });

  test("one figure alone, or two of different counts that nobody joined, make none", async () => {
    const world = await aWorld();
    await said(world, { n: 63 });
    await said(world, { n: 70, measureId: await aMeasure(world.event.id) });
    await makePublic(world.event);
    expect(await listTolls(world.office.slug)).toEqual([]);
    expect(await listTolls("no-such-claimant")).toEqual([]);
  });
});

describe("beside an account", () => {
  test("stand the current figures of others for the same kinds, the first stated first, each on its side", async () => {
    const [office, rival] = [await aClaimant(), await aClaimant()];
    const viaPublicationId = (await aPublication()).id;
    const unnamed = await aClaimant({ kind: "unnamed", viaPublicationId });
    const parties = [
      { claimantId: office.id, side: "Left bank", role: null },
      { claimantId: rival.id, side: "Right bank", role: null },
    ];
    const event = await anEvent({ parties });
    const world = { event, office, measureId: await aMeasure(event.id) };
    const injured = await aMeasure(event.id, { kinds: ["injured"] });
    const both = await aMeasure(event.id, { kinds: ["injured", "killed"] });

    const first = await said(world, { n: 63 });
    const second = await said(world, { n: 89, stated: "2026-05-06" });
    await said(world, { n: 400, stated: "2026-05-07", claimantId: rival.id });
    await said(world, { n: 300, stated: "2026-05-05", claimantId: unnamed.id, measureId: both });
    await said(world, { n: 20, claimantId: rival.id, measureId: injured });
    const gone = await said(world, { n: 380, stated: "2026-05-04", claimantId: rival.id });
    await makePublic(event);
    await supersede(first, second);
    await retractClaim(
      await anEditor(),
      { claimId: gone.id, version: gone.version, reason: "It was wrong." },
      tick(),
    );

    const [view] = await listTolls(office.slug);
    expect(view).toMatchObject({ side: "Left bank", sides: ["Left bank", "Right bank"] });
    const account = view?.accounts[0];
    expect(account?.besideCount).toBe(2);
    expect(account?.beside).toMatchObject([
      {
        quantity: { raw: "300" },
        claimant: { slug: unnamed.slug },
        isAnonymous: true,
        isOwn: false,
        side: null,
        measureLabel: expect.stringContaining("killed"),
      },
      {
        quantity: { raw: "400" },
        claimant: { slug: rival.slug },
        isAnonymous: false,
        side: "Right bank",
        measureLabel: null,
      },
    ]);
  });

  test("what the claimant itself counts apart stands there too, as its own", async () => {
    const world = await aWorld();
    const [first, second] = [
      await said(world, { n: 48 }),
      await said(world, { n: 50, stated: "2026-05-05" }),
    ];
    await said(world, { n: 2, stated: "2026-05-05", measureId: await aMeasure(world.event.id) });
    await makePublic(world.event);
    await supersede(first, second);
    const { beside } = await onlyAccount(world.office.slug);
    expect(beside).toMatchObject([{ quantity: { raw: "2" }, isOwn: true }]);
  });

  test("at most twelve are told, and how many there are", async () => {
    const { office, event, measureId } = await aSeriesOf({ n: 63 }, { n: 89, stated: "2026-05-06" });
    for (let n = 0; n < 13; n += 1) {
      const claimantId = (await aClaimant()).id;
      await aPublishedClaim({ eventId: event.id, claimantId, measureId, n: 100 + n });
    }
    const { beside, besideCount } = await onlyAccount(office.slug);
    expect(rawsOf(beside)).toEqual(Array.from({ length: 12 }, (_, n) => String(100 + n)));
    expect(besideCount).toBe(13);
  });
});

describe("R34: nothing that is not published is told", () => {
  let world: World & { claims: StoredClaim[] };
  let told: TollView[];
  beforeAll(async () => {
    world = await aSeriesOf({ n: 63 }, { n: 89, stated: "2026-05-06" });
    const { event, office, measureId } = world;
    const common = { eventId: event.id, measureId };
    await aClaim({ ...common, claimantId: office.id, raw: "secret own", stated: "2026-05-08" });
    await aClaim({ ...common, claimantId: (await aClaimant()).id, raw: "secret other" });
    told = await listTolls(office.slug);
  });

  test("no draft, neither of the claimant nor of another", () => {
    expect(told[0]?.accounts[0]?.figures).toHaveLength(2);
    expect(JSON.stringify(told)).not.toContain("secret");
  });

  test("no reason of a report that does not publicly carry the claim", async () => {
    const [, newer] = world.claims;
    await db().attribution.create({
      data: {
        claimId: newer?.id ?? "",
        reportId: await aReport(),
        carries: "paraphrase",
        downwardReason: "miscount",
        createdAt: tick(),
      },
    });
    expect((await onlyAccount(world.office.slug)).steps[0]?.reportedReasons).toEqual([]);
  });

  test("nothing of an event that is not public, though its claims are ready", async () => {
    const draft = await aWorld();
    const [first, second] = [
      await said(draft, { n: 63 }),
      await said(draft, { n: 89, stated: "2026-05-06" }),
    ];
    await supersede(first, second);
    expect(await listTolls(draft.office.slug)).toEqual([]);
    await makePublic(draft.event);
    expect(await listTolls(draft.office.slug)).toHaveLength(1);
  });

  test("a draft does not make an account of one published figure", async () => {
    const draft = await aWorld();
    await said(draft, { n: 63 });
    const { id } = await aClaim({
      eventId: draft.event.id,
      claimantId: draft.office.id,
      measureId: draft.measureId,
      n: 89,
      stated: "2026-05-06",
    });
    await makePublic(draft.event);
    expect(await listTolls(draft.office.slug)).toEqual([]);
    await publish({ id });
    expect(rawsOf((await onlyAccount(draft.office.slug)).figures)).toEqual(["63", "89"]);
  });
});

test("the twenty latest events are told, the latest first", async () => {
  const office = await aClaimant();
  const days = Array.from({ length: 21 }, (_, day) => `2026-03-${String(day + 1).padStart(2, "0")}`);
  for (const day of days) {
    const event = await anEvent({ occurred: { edtf: day, zone: "Europe/Kyiv" } });
    const world = { event, office, measureId: await aMeasure(event.id) };
    await said(world, { n: 63 });
    await said(world, { n: 89, stated: "2026-05-06" });
    await makePublic(event);
  }
  const tolls = await listTolls(office.slug);
  expect(tolls.map(({ event }) => event.occurred.edtf)).toEqual(days.toReversed().slice(0, 20));
}, 60_000);
