import { beforeAll, describe, expect, test } from "vitest";
import { findOrigins } from "../../lib/attributions/origins-page";
import { disownClaim } from "../../lib/claims/disown-claim";
import { markEntryError } from "../../lib/claims/withdraw-claim";
import { db } from "../../lib/db/client";
import { findEvent } from "../../lib/events/queries";
import { anEditor } from "../factories/cast";
import { aClaim, aStatement, attributionInput, publish, read } from "../factories/claims";
import { tick } from "../factories/clock";
import { aStory, first, had, hadFrom, namesNobody, outline, reportOf } from "../factories/origins";
import { aClaimant, aMeasure, aPublication, aReport } from "../factories/records";

describe("what rests on what", () => {
  test("R8: many reports of one statement are one origin, each below the report that it was had from", async () => {
    const { claim, tell } = await aStory();
    const ministry = await aClaimant({ name: "Ministry" });
    const [agency, daily, copy, radio] = [
      await reportOf("Agency", false),
      await reportOf("Daily"),
      await reportOf("Copy"),
      await reportOf("Radio"),
    ];
    const attributions = [
      attributionInput(agency),
      had(daily, agency),
      had(copy, daily),
      attributionInput(radio),
    ];
    await claim({ claimantId: ministry.id, n: 12, attributions });
    const page = await tell();
    expect(outline(first(page))).toEqual([
      "Ministry",
      "  12, Ministry",
      "    Agency (not read)",
      "      Daily",
      "        Copy",
      "    Radio",
    ]);
    expect(first(page).counts).toEqual({
      claims: 1,
      claimants: 1,
      origins: 1,
      notFound: 0,
      reports: 4,
      resting: 4,
    });
    expect(first(page).origins[0]?.counts).toEqual({ claims: 1, reports: 4 });
  });

  test("R12: a spokesman is no other origin, and a claim had from another claimant's rests on that", async () => {
    const { claim, tell } = await aStory();
    const who = await aClaimant({ name: "WHO" });
    const spokesman = await aClaimant({ name: "Spokesman", kind: "person", parentId: who.id });
    const office = await aClaimant({ name: "Office" });
    await claim({ claimantId: who.id, attributions: [hadFrom(await reportOf("Agency"), spokesman.id)] });
    await claim({
      claimantId: office.id,
      stated: "2026-05-05",
      attributions: [hadFrom(await reportOf("Daily"), who.id)],
    });
    const page = await tell();
    expect(outline(first(page))).toEqual([
      "WHO",
      "  12, WHO",
      "    Agency via Spokesman",
      "    12, Office from WHO",
      "      Daily",
    ]);
    expect(first(page).counts).toMatchObject({ claimants: 2, origins: 1, reports: 2 });
    expect(first(page).origins[0]?.counts).toEqual({ claims: 2, reports: 2 });
  });

  test("a claim that two claims were handed on as one stands in full once, and below the other by name", async () => {
    const { claim, tell } = await aStory();
    const [army, police, town] = [
      await aClaimant({ name: "Army" }),
      await aClaimant({ name: "Police" }),
      await aClaimant({ name: "Town" }),
    ];
    await claim({ claimantId: army.id, attributions: [attributionInput(await reportOf("Agency"))] });
    await claim({ claimantId: police.id, attributions: [attributionInput(await reportOf("Radio"))] });
    const attributions = [
      hadFrom(await reportOf("Daily"), army.id),
      hadFrom(await reportOf("Weekly"), police.id),
    ];
    await claim({ claimantId: town.id, stated: "2026-05-05", attributions });
    const page = await tell();
    expect(outline(first(page))).toEqual([
      "Army",
      "  12, Army",
      "    Agency",
      "    12, Town from Army and from Police",
      "      Daily",
      "      Weekly",
      "Police",
      "  12, Police",
      "    Radio",
      "    12, Town from Army and from Police (above)",
    ]);
    expect(first(page).origins.map(({ counts }) => counts)).toEqual([
      { claims: 2, reports: 3 },
      { claims: 2, reports: 3 },
    ]);
  });

  test("R17: the unnamed claimants of one publication are one origin, on whichever side they stand", async () => {
    const publication = await aPublication({ name: "Gazette" });
    const unnamed = { kind: "unnamed", viaPublicationId: publication.id } as const;
    const [guard, clerk] = [
      await aClaimant({ ...unnamed, name: "unnamed guard, via Gazette" }),
      await aClaimant({ ...unnamed, name: "unnamed clerk, via Gazette" }),
    ];
    const { event, claim, tell } = await aStory();
    await db().party.createMany({
      data: [
        { eventId: event.id, claimantId: guard.id, side: "North" },
        { eventId: event.id, claimantId: clerk.id, side: "South" },
      ],
    });
    const report = await aReport({ publicationId: publication.id });
    await claim({ claimantId: guard.id, n: 12, attributions: [attributionInput(report)] });
    await claim({ claimantId: clerk.id, n: 30, attributions: [attributionInput(report)] });
    const page = await tell();
    expect(outline(first(page))).toEqual([
      "unnamed via Gazette",
      "  12, unnamed guard, via Gazette",
      "    Gazette",
      "  30, unnamed clerk, via Gazette",
      "    Gazette",
    ]);
    expect(first(page).origins[0]).toMatchObject({
      sides: ["North", "South"],
      counts: { claims: 2, reports: 1 },
    });
    expect(page.sides).toEqual(["North", "South"]);
    expect(first(page).counts).toMatchObject({ claimants: 2, origins: 1, reports: 1 });
  });

  test("R23: a denied figure is the origin of those who passed it on, and says that it is denied", async () => {
    const { claim, tell } = await aStory();
    const [service, agency] = [await aClaimant({ name: "Service" }), await aClaimant({ name: "Agency" })];
    const denied = await claim({
      claimantId: service.id,
      attributions: [attributionInput(await reportOf("Daily"))],
    });
    const passedOn = await claim({
      claimantId: agency.id,
      attributions: [attributionInput(await reportOf("Wire"))],
    });
    const input = {
      claimId: denied.id,
      version: denied.version,
      reason: "It never gave a number.",
      note: null,
    };
    await disownClaim(await anEditor(), { ...input, passedOnBy: [read(passedOn)] }, tick());
    const page = await tell();
    expect(outline(first(page))).toEqual([
      "Service (denied)",
      "  12, Service",
      "    Daily",
      "    12, Agency from Service",
      "      Wire",
    ]);
    expect(first(page).origins[0]?.claims[0]?.standing).toBe("disowned");
    expect(first(page).counts).toMatchObject({ origins: 1, notFound: 0 });
  });
});

describe("the page of an event", () => {
  test("has its headline first, estimates apart (R11), and the statements at the end", async () => {
    const { event, measureId, claim, tell } = await aStory();
    const injured = await aMeasure(event.id, { slug: "injured", label: "Injured", kinds: ["injured"] });
    await db().measure.update({ where: { id: injured }, data: { position: 0 } });
    await claim({ measureId: injured, n: 40 });
    await claim({ n: 12 });
    await claim({ n: 90, basis: "model" });
    await publish(await aStatement({ eventId: event.id, text: "It caught fire by itself." }));
    const page = await tell();
    const { slug } = await db().measure.findUniqueOrThrow({ where: { id: measureId } });
    expect(page.measures.map((measure) => measure.slug)).toEqual([slug, "injured", `${slug}-estimates`]);
    expect(page.statements?.origins.map(({ claims }) => claims.map(({ wording }) => wording.text))).toEqual([
      ["It caught fire by itself."],
    ]);
    expect(page.counts).toMatchObject({ figures: 3, statements: 1, reports: 4 });
  });

  test("R8: counts as the event page does, measure by measure, by the same anchors", async () => {
    const { event, claim, tell } = await aStory();
    const [report, ministry] = [await aReport(), await aClaimant()];
    await claim({ claimantId: ministry.id, n: 12, attributions: [attributionInput(report)] });
    await claim({
      claimantId: ministry.id,
      n: 14,
      stated: "2026-05-05",
      attributions: [attributionInput(report)],
    });
    await claim({ n: 30, attributions: [namesNobody(await aReport())] });
    const page = await tell();
    const { measures, counts } = (await findEvent(event.slug)) ?? { measures: [], counts: null };
    expect(page.counts).toEqual(counts);
    expect(
      page.measures.map(({ slug, label, counts: { claims: _, resting: __, ...rest } }) => [
        slug,
        label,
        rest,
      ]),
    ).toEqual(measures.map((measure) => [measure.slug, measure.label, measure.counts]));
    expect(first(page).counts).toMatchObject({
      claims: 3,
      claimants: 2,
      origins: 1,
      notFound: 1,
      reports: 2,
      resting: 1,
    });
  });

  test("what we entered in error is claimed by nobody: it is named, and neither drawn nor counted", async () => {
    const { claim, tell } = await aStory();
    const mistaken = await claim({ n: 21 });
    await claim({ n: 12 });
    await markEntryError(
      await anEditor(),
      { claimId: mistaken.id, version: 4, reason: "Typed twice." },
      tick(),
    );
    const page = await tell();
    expect(first(page).enteredInError.map(({ raw }) => raw)).toEqual(["21"]);
    expect(first(page).origins).toHaveLength(1);
    expect(first(page).counts).toMatchObject({ claims: 1, origins: 1, reports: 1 });
  });
});

describe("R34: nothing that is not published is told", () => {
  let story: Awaited<ReturnType<typeof aStory>>;
  beforeAll(async () => {
    story = await aStory();
    await story.claim({ attributions: [attributionInput(await reportOf("Agency"))] });
  });

  test("neither an event before its publication, nor one that is not there", async () => {
    expect(await findOrigins(story.event.slug)).toBeNull();
    expect(await findOrigins("no-such-event")).toBeNull();
  });

  test("nor a draft, an attribution that is not published, or who and what only these name", async () => {
    const { event, measureId, tell } = story;
    const secret = await aClaimant({ name: "Secret claimant" });
    await aClaim({
      eventId: event.id,
      measureId,
      claimantId: secret.id,
      attributions: [attributionInput(await reportOf("Secret paper"))],
    });
    const { id } = await db().claim.findFirstOrThrow({
      where: { eventId: event.id, recordStatus: "published" },
    });
    await db().attribution.create({
      data: { claimId: id, reportId: await reportOf("Late paper"), carries: "quote", createdAt: tick() },
    });
    const page = await tell();
    expect(JSON.stringify(page)).not.toMatch(/Secret|Late/);
    expect(first(page).counts).toMatchObject({ claims: 1, reports: 1 });
  });
});
