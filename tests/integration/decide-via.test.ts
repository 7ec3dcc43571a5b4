import { describe, expect, test } from "vitest";
import { acceptVia, declineVia, reopenVia } from "../../lib/attributions/decide-via";
import { editAttribution } from "../../lib/attributions/edit-attribution";
import { leadsTo } from "../../lib/attributions/via-decisions";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, type Invalid, NotFound } from "../../lib/errors";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import { aPublishedClaim, attributionInput, makePublic } from "../factories/claims";
import { tick, unique } from "../factories/clock";
import { whatIsWrong } from "../factories/merges";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";
import { anEvent, aPublication, aReport } from "../factories/records";

/** A public event with one claim that an agency carries, and a paper that credits the agency. */
async function aCopy({ isFiled = true, carries = "paraphrase" as "paraphrase" | "unattributed" } = {}) {
  const event = await anEvent();
  const agency = await aPublication({ name: unique("Wire") });
  const { name } = await db().publication.findUniqueOrThrow({ where: { id: agency.id } });
  const published = (day: string) => ({ edtf: day, zone: "UTC" });
  const wire = await aReport({ publicationId: agency.id, published: published("2026-05-04") });
  const copy = await aReport({ credit: name, published: published("2026-05-05") });
  // A wire of the day after cannot have been copied: the agency alone is proposed then.
  const later = await aReport({ publicationId: agency.id, published: published("2026-05-09") });
  const claim = await aPublishedClaim({
    eventId: event.id,
    attributions: [attributionInput(isFiled ? wire : later), attributionInput(copy, { carries })],
  });
  await makePublic(event);
  const proposal = await db().viaProposal.findFirstOrThrow({ where: { reportId: copy } });
  return { event, claim, wire, copy, proposal };
}

const readIn = ({ event, proposal }: Awaited<ReturnType<typeof aCopy>>, version = proposal.version) => ({
  id: proposal.id,
  version,
  eventId: event.id,
  note: null,
});
const attributionOf = (reportId: string) => db().attribution.findFirstOrThrow({ where: { reportId } });
const derivedOf = async (eventId: string) => ({
  summary: (await db().eventDerived.findUniqueOrThrow({ where: { eventId } })).summary,
  claims: await db().claim.findMany({
    where: { eventId },
    select: { id: true, derived: true, reportCount: true },
  }),
});

describe("acceptVia", () => {
  test("R14: the report says whom it had the claim from, and the decision leaves its history", async () => {
    const copied = await aCopy({ carries: "unattributed" });
    const [editor, now] = [await anEditor(), tick()];
    const done = await acceptVia(editor, { ...readIn(copied), note: "It says so below." }, now);

    expect(done).toEqual({ edited: 1, isCircle: false });
    const attribution = await attributionOf(copied.copy);
    // What names the report that it was had from is not unattributed.
    expect(attribution).toMatchObject({ viaReportId: copied.wire, carries: "via", version: 3 });
    expect(await lastRevisionOf(attribution.id)).toMatchObject({
      action: "attribution.edited",
      actorId: editor.id,
      at: now,
      changes: { viaReportId: [null, copied.wire], carries: ["unattributed", "via"] },
    });
    expect(await db().viaProposal.findUniqueOrThrow({ where: { id: copied.proposal.id } })).toMatchObject({
      state: "accepted",
      decidedBy: editor.id,
      decidedAt: now,
      note: "It says so below.",
      version: 2,
    });
    expect(await lastRevisionOf(copied.proposal.id)).toMatchObject({
      action: "via_proposal.accepted",
      subjectKind: "via_proposal",
      chainId: copied.event.id,
      version: 2,
    });
    const event = await db().event.findUniqueOrThrow({ where: { id: copied.event.id } });
    expect(event.changedAt).toEqual(now);
    expect(await whatIsWrong()).toEqual([]);
  });

  test("where only the publication is known, a person chooses its report", async () => {
    const copied = await aCopy({ isFiled: false });
    expect(copied.proposal.viaReportId).toBeNull();
    const editor = await anEditor();
    for (const viaReportId of [null, await aReport(), crypto.randomUUID()]) {
      const { error, leftNothing } = await refusalOf(() =>
        acceptVia(editor, { ...readIn(copied), viaReportId }, tick()),
      );
      expect((error as Invalid).fields).toHaveProperty("viaReportId");
      expect(leftNothing).toBe(true);
    }
    await acceptVia(editor, { ...readIn(copied), viaReportId: copied.wire }, tick());
    expect(await attributionOf(copied.copy)).toMatchObject({ viaReportId: copied.wire });
  });

  test("only what is ticked, and never what names somebody already", async () => {
    const copied = await aCopy();
    const second = await aPublishedClaim({
      eventId: copied.event.id,
      n: 9,
      attributions: [attributionInput(copied.copy)],
    });
    const own = await db().attribution.findFirstOrThrow({ where: { claimId: second.id } });
    await acceptVia(await anEditor(), { ...readIn(copied), attributionIds: [own.id] }, tick());
    const all = await db().attribution.findMany({ where: { reportId: copied.copy }, orderBy: { id: "asc" } });
    expect(all.map(({ viaReportId }) => viaReportId)).toEqual([null, copied.wire]);
    await reopenVia(await anEditor(), readIn(copied, 2), tick());
    const { error } = await refusalOf(async () =>
      acceptVia(await anEditor(), { ...readIn(copied, 3), attributionIds: [crypto.randomUUID()] }, tick()),
    );
    expect(error).toBeInstanceOf(Conflict);
  });

  test("R15: reports that lead in a circle are told of, and refused by nothing", async () => {
    const copied = await aCopy();
    const wire = await attributionOf(copied.wire);
    const attribution = attributionInput(copied.wire, { carries: "via", viaReportId: copied.copy });
    await editAttribution(
      await anEditor(),
      { id: wire.id, version: wire.version, attribution, reason: "It says so." },
      tick(),
    );
    expect(await acceptVia(await anEditor(), readIn(copied), tick())).toEqual({ edited: 1, isCircle: true });
    const steps = [
      { reportId: "a", viaReportId: "b" },
      { reportId: "b", viaReportId: "c" },
    ];
    expect([leadsTo(steps, "a", "c"), leadsTo(steps, "c", "a")]).toEqual([true, false]);
  });

  test("a journalist does not decide it, nor anybody in another event; nothing is written", async () => {
    const copied = await aCopy();
    const elsewhere = { ...readIn(copied), eventId: (await anEvent()).id };
    for (const [actor, input, expected] of [
      [await aJournalist(), readIn(copied), Forbidden],
      [await anEditor(), elsewhere, NotFound],
      [await anEditor(), readIn(copied, 2), Conflict],
    ] as const) {
      const { error, leftNothing } = await refusalOf(() => acceptVia(actor, input, tick()));
      expect(error).toBeInstanceOf(expected);
      expect(leftNothing).toBe(true);
    }
  });

  test("R33: of two who decide at once, one does", async () => {
    const copied = await aCopy();
    const { won, errors } = await race(
      acceptVia(await anEditor(), readIn(copied), tick()),
      declineVia(await anAdmin(), { ...readIn(copied), state: "declined" }, tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
  });
});

describe("declineVia", () => {
  test("R14: that a report was not had from another is remembered, and not asked again", async () => {
    const copied = await aCopy();
    await declineVia(
      await anEditor(),
      { ...readIn(copied), state: "declined", note: "Its own work." },
      tick(),
    );
    expect(await lastRevisionOf(copied.proposal.id)).toMatchObject({
      action: "via_proposal.declined",
      changes: { state: ["proposed", "declined"], note: [null, "Its own work."] },
    });
    await aPublishedClaim({
      eventId: copied.event.id,
      n: 7,
      attributions: [attributionInput(copied.wire), attributionInput(copied.copy)],
    });
    expect(await db().viaProposal.findMany({ where: { reportId: copied.copy } })).toMatchObject([
      { state: "declined", version: 2 },
    ]);
  });

  test("a journalist does not, nor anybody once it was accepted; nothing is written", async () => {
    const copied = await aCopy();
    const decline = (actor: Awaited<ReturnType<typeof anEditor>>, version: number) =>
      refusalOf(() => declineVia(actor, { ...readIn(copied, version), state: "declined" }, tick()));
    expect(await decline(await aJournalist(), 1)).toMatchObject({
      error: expect.any(Forbidden),
      leftNothing: true,
    });
    await acceptVia(await anEditor(), readIn(copied), tick());
    expect(await decline(await anEditor(), 2)).toMatchObject({
      error: expect.any(Conflict),
      leftNothing: true,
    });
  });
});

describe("reopenVia", () => {
  test.each(["paraphrase", "unattributed"] as const)(
    "R14: accepted and taken back, all is as it was: %s",
    async (carries) => {
      const copied = await aCopy({ carries });
      const [before, derived] = [await attributionOf(copied.copy), await derivedOf(copied.event.id)];
      await acceptVia(await anEditor(), readIn(copied), tick());
      expect(await attributionOf(copied.copy)).not.toEqual(before);

      expect(await reopenVia(await anEditor(), readIn(copied, 2), tick())).toEqual({ cleared: 1, stayed: 0 });
      expect(await attributionOf(copied.copy)).toEqual({ ...before, version: before.version + 2 });
      expect(await derivedOf(copied.event.id)).toEqual(derived);
      expect(await lastRevisionOf(copied.proposal.id)).toMatchObject({
        action: "via_proposal.reopened",
        changes: { state: ["accepted", "proposed"] },
      });
      expect(await whatIsWrong()).toEqual([]);
    },
  );

  test("what somebody edited since stays as it is, and is counted", async () => {
    const copied = await aCopy();
    await acceptVia(await anEditor(), readIn(copied), tick());
    const { id, version } = await attributionOf(copied.copy);
    const attribution = attributionInput(copied.copy, {
      viaReportId: copied.wire,
      locator: "Second paragraph",
    });
    await editAttribution(await anEditor(), { id, version, attribution, reason: "Where it is." }, tick());
    expect(await reopenVia(await anEditor(), readIn(copied, 2), tick())).toEqual({ cleared: 0, stayed: 1 });
    expect(await attributionOf(copied.copy)).toMatchObject({ viaReportId: copied.wire });
  });

  test("not by a journalist, and not what is open; of two at once, one wins", async () => {
    const copied = await aCopy();
    const open = await refusalOf(async () => reopenVia(await anEditor(), readIn(copied), tick()));
    expect(open).toMatchObject({ error: expect.any(Conflict), leftNothing: true });
    await acceptVia(await anEditor(), readIn(copied), tick());
    const refused = await refusalOf(async () => reopenVia(await aJournalist(), readIn(copied, 2), tick()));
    expect(refused).toMatchObject({ error: expect.any(Forbidden), leftNothing: true });
    const { won } = await race(
      reopenVia(await anEditor(), readIn(copied, 2), tick()),
      reopenVia(await anAdmin(), readIn(copied, 2), tick()),
    );
    expect(won).toBe(1);
  });
});
