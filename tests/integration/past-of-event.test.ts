import { beforeAll, describe, expect, test } from "vitest";
import { attachReport } from "../../lib/attributions/attach-report";
import { valuesOf as claimantValues } from "../../lib/claimants/claimant-row";
import { editClaimant } from "../../lib/claimants/edit-claimant";
import { amendClaim } from "../../lib/claims/amend-claim";
import { toInput, valuesOf } from "../../lib/claims/claim-row";
import { decideOneOrigin } from "../../lib/claims/decline-link";
import { disownClaim } from "../../lib/claims/disown-claim";
import { reopenLink } from "../../lib/claims/reopen-link";
import { markEntryError, retractClaim } from "../../lib/claims/withdraw-claim";
import { db } from "../../lib/db/client";
import { estimateMeasure } from "../../lib/estimates/estimate-measure";
import { withdrawEstimate } from "../../lib/estimates/withdraw-estimate";
import { chooseHeadline } from "../../lib/events/choose-headline";
import { editEvent } from "../../lib/events/edit-event";
import { findEvent } from "../../lib/events/queries";
import type { EventPage } from "../../lib/events/types";
import { mergeDuplicate } from "../../lib/merges/merge-duplicate";
import { mergeEvents } from "../../lib/merges/merge-events";
import { mergeMeasures } from "../../lib/merges/merge-measures";
import { undoMerge } from "../../lib/merges/undo-merge";
import { findEventAsOf } from "../../lib/past/find-as-of";
import { type FoundVersion, findVersion, findVersionAt } from "../../lib/past/find-version";
import { redactField } from "../../lib/redactions/redact-field";
import { REDACTED } from "../../lib/redactions/schema";
import { anAdmin, anEditor } from "../factories/cast";
import {
  aClaim,
  anAssessment,
  aPublishedClaim,
  aStatement,
  attributionInput,
  type GivenFigure,
  makePublic,
  publish,
  read,
  readClaim,
  type StoredClaim,
  supersede,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { mergeInput } from "../factories/merges";
import { recomputedAsOf, withoutChange } from "../factories/past";
import { aClaimant, aMeasure, anEvent, aPublication, aReport, eventInput } from "../factories/records";

/** What readers saw of the event after each step: the length of its chain, and its page. */
const seen: { step: string; length: number; at: number; page: EventPage }[] = [];
let event: { id: string; slug: string };
let measureId: string;
let duplicate: StoredClaim;

const SECRET = "sixty-three, whom it named";
const QUOTED = "The list had their names.";

async function step(name: string, act: () => Promise<unknown>): Promise<void> {
  await act();
  const chain = await db().chain.findUniqueOrThrow({ where: { id: event.id } });
  const at = tick().getTime();
  const page = await findEvent(event.slug);
  // A claimant is renamed in the register: its event's own chain is as long as before, and tells it from the next on.
  const isNew = chain.length !== seen.at(-1)?.length;
  if (page && isNew) seen.push({ step: name, length: chain.length, at, page });
}

const figure = async (given: GivenFigure) => aPublishedClaim({ eventId: event.id, measureId, ...given });
const version = async (of: { id: string }) => read(await readClaim(of.id));
const claimIs = async (of: { id: string }) => ({
  claimId: of.id,
  version: (await readClaim(of.id)).version,
  reason: "It said so.",
});

/** All that can become of a public event and of its claims, one thing after the other. */
beforeAll(async () => {
  const publication = await aPublication({ family: "One house" });
  const body = await aClaimant();
  const spokesman = await aClaimant({ parentId: body.id });
  const rival = await aClaimant({ kind: "armed_force" });
  const agency = await aClaimant({ kind: "media", publicationId: publication.id });
  const unnamed = await aClaimant({ kind: "unnamed", viaPublicationId: publication.id });
  event = await anEvent({
    parties: [
      { claimantId: body.id, side: "North", role: "target" },
      { claimantId: rival.id, side: "South", role: "attacker" },
    ],
    aliases: ["Дніпро"],
  });
  measureId = await aMeasure(event.id);
  const wounded = await aMeasure(event.id, { kinds: ["injured"] });
  const report = await aReport({ publicationId: publication.id });
  const passage = { text: QUOTED, language: "uk", translation: "It had names.", translatedBy: "us" };
  const first = await figure({
    claimantId: spokesman.id,
    n: 63,
    raw: SECRET,
    basis: "named_list",
    attributions: [attributionInput(report, { locator: "Line 4", passage })],
  });
  const early = await figure({ claimantId: rival.id, n: 400, stated: "2026-05-04T12:00:00" });
  await step("published", () => makePublic(event));
  const draft = await aClaim({ eventId: event.id, measureId, claimantId: agency.id, n: 7 });
  await step("a draft that nobody sees", () => aStatement({ eventId: event.id }));
  await step("a claim published", () => publish(draft));
  const second = await aClaim({
    eventId: event.id,
    measureId,
    claimantId: spokesman.id,
    n: 89,
    stated: "2026-05-06",
  });
  await step("a later figure", () => publish(second));
  await step("superseded", () => supersede(first, second));
  let carried = "";
  await step("passed on", async () => {
    const via = [attributionInput(report, { carries: "via", viaClaimantId: rival.id })];
    const given = { claimantId: agency.id, n: 400, stated: "2026-05-07", attributions: via };
    carried = (await figure(given)).id;
  });
  await step("unnamed", () => figure({ claimantId: unnamed.id, n: 900, stated: "2026-05" }));
  await step("of another measure", () => figure({ claimantId: rival.id, n: 30, measureId: wounded }));
  await step("a statement", async () =>
    publish(await aStatement({ eventId: event.id, claimantId: rival.id })),
  );
  await step("assessed", () => anAssessment(second.id));
  await step("assessed again", async () => anAssessment(second.id, { status: "unverifiable" }));
  await step("estimated", async () =>
    estimateMeasure(
      await anEditor(),
      { measureId, number: 0, raw: "about 90", method: "Lists.", inputs: [second.id, early.id] },
      tick(),
    ),
  );
  await step("amended", async () => {
    const values = { ...toInput(valuesOf(await readClaim(early.id))), basis: "count" as const };
    const claim = { ...values, wording: { ...values.wording, text: "400 in all" } };
    await amendClaim(await anEditor(), { ...(await version(early)), claim, reason: "They counted." }, tick());
  });
  await step("a report attached", async () => {
    const attribution = attributionInput(await aReport(), { misreport: "It said wounded." });
    await attachReport(await anEditor(), { ...(await claimIs(second)), attribution }, tick());
  });
  await step("one origin", async () => {
    const claims: [string, string] = [early.id, draft.id];
    const decision = { claims, state: "accepted", note: "One briefing.", version: 0 } as const;
    await decideOneOrigin(await anEditor(), decision, tick());
  });
  await step("denied", async () => {
    const passedOnBy = [await version({ id: carried })];
    await disownClaim(await anEditor(), { ...(await claimIs(early)), note: null, passedOnBy }, tick());
  });
  await step("taken back", async () => retractClaim(await anEditor(), await claimIs(draft), tick()));
  await step("estimate withdrawn", async () =>
    withdrawEstimate(await anEditor(), { measureId, number: 1, reason: "It was denied." }, tick()),
  );
  await step("headline chosen", async () =>
    chooseHeadline(await anEditor(), { eventId: event.id, version: 4, measureId: wounded }, tick()),
  );
  await step("a claimant renamed", async () => {
    const row = await db().claimant.findUniqueOrThrow({
      where: { id: rival.id },
      include: { aliases: true },
    });
    const renamed = {
      ...claimantValues(row),
      name: "Southern command",
      id: rival.id,
      version: 1,
      reason: "So.",
    };
    await editClaimant(await anEditor(), renamed, tick());
  });
  await step("the event renamed", async () => {
    const { slug } = event;
    const parties = [{ claimantId: rival.id, side: "South", role: null }];
    const edit = {
      ...eventInput({ slug, title: "The strike", parties }),
      id: event.id,
      version: 5,
      fourEyes: true,
    };
    await editEvent(await anEditor(), { ...edit, reason: "Shorter." }, tick());
  });
  await step("entered in error", async () => {
    const wrong = await figure({ claimantId: spokesman.id, n: 95, stated: "2026-05-08" });
    await supersede(second, wrong);
    await markEntryError(await anEditor(), await claimIs(wrong), tick());
  });
  await step("a succession taken back", async () => {
    const where = { kind: "supersedes", fromClaimId: second.id, toClaimId: first.id } as const;
    const link = await db().claimLink.findUniqueOrThrow({ where: { kind_fromClaimId_toClaimId: where } });
    const again = { id: link.id, version: link.version, reason: "Both stand." };
    await reopenLink(await anEditor(), again, tick());
  });
  await step("redacted", async () => {
    const of = { subjectKind: "claim", subjectId: first.id, field: "wording", reason: "A court." } as const;
    await redactField(await anAdmin(), of, tick());
    const { id } = await db().attribution.findFirstOrThrow({ where: { claimId: first.id } });
    const passage = { ...of, subjectKind: "attribution", subjectId: id, field: "passage" } as const;
    await redactField(await anAdmin(), passage, tick());
  });
  await step("measures merged", async () => {
    const other = await aMeasure(event.id);
    const moved = await figure({ measureId: other, n: 70, claimantId: agency.id, stated: "2026-05-09" });
    const input = { measureId: other, number: 0, raw: "70", method: "One list.", inputs: [moved.id] };
    await estimateMeasure(await anEditor(), input, tick());
    await mergeMeasures(await anEditor(), await mergeInput("measure", other, measureId), tick());
  });
  await step("another event merged into it", async () => {
    const other = await anEvent();
    const moved = await aPublishedClaim({ eventId: other.id, n: 5, claimantId: agency.id });
    await makePublic(other);
    await anAssessment(moved.id);
    await mergeEvents(await anEditor(), await mergeInput("event", other.id, event.id), tick());
  });
  duplicate = await aClaim({
    eventId: event.id,
    measureId,
    claimantId: spokesman.id,
    n: 89,
    stated: "2026-05-20",
  });
  await step("a duplicate", () => publish(duplicate));
  await step("one more", () => figure({ claimantId: rival.id, n: 450, stated: "2026-05-21" }));
}, 120_000);

/** Where what a reader saw is not there any more: what was redacted since. */
function redacted(page: EventPage): EventPage {
  const text = JSON.stringify(withoutChange(page))
    .replaceAll(JSON.stringify(SECRET), JSON.stringify(REDACTED))
    .replaceAll(JSON.stringify(QUOTED), JSON.stringify(REDACTED))
    .replaceAll(
      '"translation":"It had names.","translatedBy":"us"',
      '"translation":null,"translatedBy":null',
    );
  return JSON.parse(text) as EventPage;
}

const versions = new Map<number, FoundVersion>();

/** The version that holds a revision. */
async function versionOf(number: number): Promise<FoundVersion | null> {
  const found = await findVersion(event.slug, number);
  return typeof found === "number" ? versionOf(found) : found;
}

const chainLength = async () => (await db().chain.findUniqueOrThrow({ where: { id: event.id } })).length;
const frozen = async (number: number) => withoutChange((await versionOf(number))?.page);

describe("a version of an event", () => {
  test("leads to the one before and the one after, from the last to the first", async () => {
    let next: number | null = null;
    for (let found = await versionOf(await chainLength()); found; ) {
      const { number, previous } = found.version;
      expect(found.version).toMatchObject({ next, withheld: 0, at: expect.any(Number) });
      versions.set(number, found);
      next = number;
      found = previous === null ? null : await versionOf(previous);
    }
    expect(versions.size).toBeGreaterThan(25);
    expect(next).toBe(seen[0]?.length);
  });

  test("is what readers saw when its chain was so long, whatever was done since, but for what was redacted (R24, R35)", async () => {
    expect(seen).toHaveLength(27);
    for (const { step, at, page } of seen) {
      const found = versions.get((await findVersionAt(event.slug, at)) ?? 0);
      expect({ step, page: withoutChange(found?.page) }).toEqual({ step, page: redacted(page) });
    }
  });

  test("R34: is not there before the event was public, nor beyond the end of its history", async () => {
    const [begin, end] = [seen[0]?.length ?? 0, await chainLength()];
    for (const number of [0, 1, begin - 1, end + 1]) expect(await findVersion(event.slug, number)).toBeNull();
    expect(await findVersionAt(event.slug, (seen[0]?.at ?? 0) - 120_000)).toBeNull();
    expect(await findVersion("no-such-event", 1)).toBeNull();
    // What readers never saw, or saw only half of, is told by the version that holds it.
    for (const { step, length } of seen)
      if (step === "a draft that nobody sees") expect(await findVersion(event.slug, length)).toBe(begin);
  });

  test("R34: shows no claim that was found to be a duplicate since, and says that one is left out", async () => {
    const others = { eventId: event.id, low: 89, id: { not: duplicate.id } };
    const kept = await db().claim.findFirstOrThrow({ where: others });
    const input = {
      duplicate: await version(duplicate),
      kept: await version(kept),
      reason: "One.",
      note: null,
    };
    const { length, page } = seen.at(-1) ?? { length: 0, page: undefined };
    const mergeId = await mergeDuplicate(await anEditor(), input, tick());
    expect(await frozen(await chainLength())).toEqual(
      withoutChange((await findEvent(event.slug)) ?? undefined),
    );
    const found = await versionOf(length);
    expect(found?.version).toMatchObject({ withheld: 1 });
    expect(JSON.stringify(found)).not.toContain(duplicate.publicId);

    await undoMerge(await anEditor(), { mergeId, reason: "They are two." }, tick());
    expect(await frozen(length)).toEqual(redacted(page as EventPage));
  });
});

describe("an event as of a moment", () => {
  test("is what its history tells of the claims that were stated and the decisions that were made until then", async () => {
    const { moments } = (await findEventAsOf(event.slug, "")) ?? { moments: [] };
    expect(moments.length).toBeGreaterThan(10);
    const asked = [...moments.map(({ text }) => text), "2026-05-01", "2026-05-05", "2040-01-01"];
    for (const text of asked) {
      const found = await findEventAsOf(event.slug, text);
      expect({ text, page: withoutChange(found?.page) }).toEqual({
        text,
        page: await recomputedAsOf(event.id, text),
      });
    }
  });

  test("of today is what readers see", async () => {
    const found = await findEventAsOf(event.slug, "2040-01-01");
    expect(found?.page).toEqual(await findEvent(event.slug));
  });

  test("R7: has a figure in its range until its successor was stated", async () => {
    const on = async (day: string) =>
      (await findEventAsOf(event.slug, day))?.page.measures.find(({ id }) => id === measureId);
    expect((await on("2026-05-05"))?.figures.map(({ quantity }) => quantity.low)).toEqual([63, 7, 400]);
    expect((await on("2026-05-01"))?.figures).toBeUndefined();
  });

  test("that nobody understands is the present, and says so", async () => {
    const found = await findEventAsOf(event.slug, "2026-13-40");
    expect(found?.moment).toBeNull();
    expect(found?.page).toEqual(await findEvent(event.slug));
    expect(await findEventAsOf("no-such-event", "2026-05-05")).toBeNull();
  });
});
