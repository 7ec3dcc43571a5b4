import { describe, expect, test } from "vitest";
import { editAttribution } from "../../lib/attributions/edit-attribution";
import { declineDuplicate, declineSupersession } from "../../lib/claims/decline-link";
import { db } from "../../lib/db/client";
import { editReport } from "../../lib/reports/edit-report";
import { anEditor } from "../factories/cast";
import {
  aClaim,
  aPublishedClaim,
  attributionInput,
  type GivenFigure,
  publicFigures,
  publish,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { lastRevisionOf } from "../factories/read-back";
import { aPublication, aReport, reportInput } from "../factories/records";

const linksIn = (eventId: string) =>
  db().claimLink.findMany({
    where: { fromClaim: { eventId } },
    orderBy: { id: "asc" },
    select: { kind: true, fromClaimId: true, toClaimId: true, state: true },
  });

describe("publishing a figure asks", () => {
  const anotherOf = async (
    first: { eventId: string; claimantId: string; measureId: string | null },
    given: GivenFigure,
  ) =>
    aClaim({
      eventId: first.eventId,
      claimantId: first.claimantId,
      measureId: first.measureId ?? "",
      ...given,
    });

  test("R18, R19: whether it takes the place of its claimant's figure before it, once", async () => {
    const [first, second] = await publicFigures({ n: 63 }, { n: 89, stated: "2026-05-06" });
    const proposed = { kind: "supersedes", fromClaimId: second.id, toClaimId: first.id, state: "proposed" };
    expect(await linksIn(first.eventId)).toEqual([proposed]);
    const link = await db().claimLink.findFirstOrThrow({ where: { fromClaimId: second.id } });
    expect(await lastRevisionOf(link.id)).toMatchObject({ action: "claim_link.proposed" });

    const third = await publish(await anotherOf(first, { n: 95, stated: "2026-05-09" }));
    expect(await linksIn(first.eventId)).toEqual([
      proposed,
      { ...proposed, fromClaimId: third.id, toClaimId: second.id },
    ]);
  });

  test("R19: not what was declined, but the figure before the declined one", async () => {
    const [first, second] = await publicFigures({ n: 63 }, { n: 89, stated: "2026-05-06" });
    const pair = { newer: { id: second.id }, older: { id: first.id }, note: null, version: 1 };
    await declineSupersession(await anEditor(), { ...pair, state: "declined" }, tick());
    const third = await publish(await anotherOf(first, { n: 95, stated: "2026-05-09" }));
    const open = (await linksIn(first.eventId)).filter(({ state }) => state === "proposed");
    expect(open.map(({ fromClaimId, toClaimId }) => [fromClaimId, toClaimId])).toEqual(
      expect.arrayContaining([
        [third.id, first.id],
        [third.id, second.id],
      ]),
    );
  });

  test("R28: whether it is the same claim as one of its number, once; and not what was answered while logging", async () => {
    const [first] = await publicFigures({ n: 63 });
    // The number was put right after it was logged, so that nobody was asked.
    const twin = await anotherOf(first, { n: 64, stated: "2026-05-05" });
    await db().claim.update({ where: { id: twin.id }, data: { low: 63, high: 63 } });
    await publish(twin);
    const asked = { kind: "duplicate_of", fromClaimId: twin.id, toClaimId: first.id, state: "proposed" };
    expect(await linksIn(first.eventId)).toEqual([asked]);

    await declineDuplicate(
      await anEditor(),
      { duplicate: { id: twin.id }, kept: { id: first.id }, state: "unsure", note: null, version: 1 },
      tick(),
    );
    const answers = [first, twin].map(
      ({ id }) => ({ kind: "duplicate_of", claimId: id, answer: "no", note: null }) as const,
    );
    await publish(await anotherOf(first, { n: 63, stated: "2026-05-05", answers }));
    expect((await linksIn(first.eventId)).filter(({ state }) => state === "proposed")).toEqual([]);
  });
});

describe("R14: whom a report was had from is asked", () => {
  const credited = async (given: { credit?: string; byline?: string; published?: string } = {}) => {
    const agency = await aPublication({ name: "Crossborder Wire" });
    const wire = await aReport({ publicationId: agency.id, published: { edtf: "2026-05-04", zone: "UTC" } });
    const copy = await aReport({
      published: { edtf: given.published ?? "2026-05-05", zone: "UTC" },
      credit: given.credit ?? null,
      byline: given.byline ?? null,
    });
    return { agency, wire, copy };
  };
  const proposalsOf = (reportId: string) =>
    db().viaProposal.findMany({ where: { reportId }, orderBy: { id: "asc" } });

  test("once the claims of both are published, with the words that say so, and once", async () => {
    const { agency, wire, copy } = await credited({ credit: "(Crossborder Wire)" });
    const attributions = [attributionInput(wire), attributionInput(copy)];
    const claim = await aClaim({ attributions });
    expect(await proposalsOf(copy)).toEqual([]);
    await publish(claim);
    await aPublishedClaim({ eventId: claim.eventId, n: 9, attributions });
    expect(await proposalsOf(copy)).toMatchObject([
      {
        viaReportId: wire,
        viaPublicationId: agency.id,
        ground: "agency_credit",
        isOrderKnown: true,
        evidence: "(Crossborder Wire)",
        state: "proposed",
        version: 1,
      },
    ]);
  });

  test("when the passages of two reports turn out to be nearly the same", async () => {
    const { wire, copy } = await credited();
    const claim = await aPublishedClaim({ attributions: [attributionInput(wire), attributionInput(copy)] });
    const text =
      "Twelve people died when the grain store was struck on Sunday evening, the regional office said in a statement.";
    const rows = await db().attribution.findMany({
      where: { claimId: claim.id },
      orderBy: { createdAt: "asc" },
    });
    for (const { id, reportId, version } of rows) {
      const passage = { text, language: "en", translation: null, translatedBy: null };
      const attribution = attributionInput(reportId, { passage });
      await editAttribution(await anEditor(), { id, version, attribution, reason: "Its words." }, tick());
    }
    expect(await proposalsOf(copy)).toMatchObject([{ viaReportId: wire, ground: "near_identical" }]);
  });

  test("when what it credits is put right, and not where its claim says already whom it was had from", async () => {
    const { wire, copy } = await credited();
    await aPublishedClaim({ attributions: [attributionInput(wire), attributionInput(copy)] });
    const said = await aReport({ published: { edtf: "2026-05-05", zone: "UTC" } });
    await aPublishedClaim({
      attributions: [attributionInput(wire), attributionInput(said, { carries: "via", viaReportId: wire })],
    });
    for (const id of [copy, said]) {
      const { publicationId, title } = await db().report.findUniqueOrThrow({ where: { id } });
      const report = await reportInput({ publicationId, title, credit: "Crossborder Wire", byline: null });
      const whole = { ...report, published: { edtf: "2026-05-05", zone: "UTC" } };
      await editReport(
        await anEditor(),
        { ...whole, id, version: 1, reason: "The credit was missing." },
        tick(),
      );
    }
    expect(await proposalsOf(copy)).toMatchObject([{ viaReportId: wire }]);
    expect(await proposalsOf(said)).toEqual([]);
  });
});
