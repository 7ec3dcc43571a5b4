import { describe, expect, test } from "vitest";
import { acceptVia } from "../../lib/attributions/decide-via";
import { decideOneOrigin, declineSupersession } from "../../lib/claims/decline-link";
import { reopenLink } from "../../lib/claims/reopen-link";
import { db } from "../../lib/db/client";
import { listDecidedClaimLinks, listOpenClaimLinks } from "../../lib/links/desk-claim-links";
import { countOpenLinks, listLinkEvents } from "../../lib/links/desk-links";
import { listOriginAlarms, listOriginPairs } from "../../lib/links/desk-origin-links";
import { listTwins } from "../../lib/links/desk-twins";
import { listDecidedVias, listOpenVias } from "../../lib/links/desk-via-links";
import { mergeDuplicate } from "../../lib/merges/merge-duplicate";
import { anEditor } from "../factories/cast";
import {
  aPublishedClaim,
  attributionInput,
  makePublic,
  publicFigures,
  read,
  readClaim,
  supersede,
} from "../factories/claims";
import { tick, unique } from "../factories/clock";
import { queriesOf } from "../factories/read-back";
import { aClaimant, aMeasure, anEvent, aPublication, aReport } from "../factories/records";

const slugOf = async (eventId: string) =>
  (await db().event.findUniqueOrThrow({ where: { id: eventId } })).slug;

/** A public event in which two opposed sides say 137 on one day. */
async function anAlarm() {
  const [north, south] = [await aClaimant(), await aClaimant()];
  const parties = [
    { claimantId: north.id, side: "north", role: null },
    { claimantId: south.id, side: "south", role: null },
  ];
  const event = await anEvent({ parties });
  const measureId = await aMeasure(event.id);
  const figure = { eventId: event.id, measureId, n: 137 };
  const one = await aPublishedClaim({ ...figure, claimantId: north.id });
  const other = await aPublishedClaim({ ...figure, claimantId: south.id });
  await makePublic(event);
  return { event, one, other };
}

describe("links between claims", () => {
  test("R19: what is open is listed with both claims in full, and what was decided with who and when", async () => {
    const attribution = attributionInput(await aReport(), {
      passage: { text: "Sixty-three died, it said.", language: "en", translation: null, translatedBy: null },
    });
    const [older, newer] = await publicFigures(
      { n: 63, attributions: [attribution] },
      { n: 41, stated: "2026-05-06" },
    );
    const [editor, event] = [await anEditor(), await slugOf(older.eventId)];
    expect((await listOpenClaimLinks(editor, { kind: "supersedes", event })).rows).toMatchObject([
      {
        state: "proposed",
        needsReason: true,
        from: { publicId: newer.publicId, raw: "41" },
        to: { publicId: older.publicId, passage: { text: "Sixty-three died, it said." }, reportCount: 1 },
        decided: null,
      },
    ]);
    expect(await countOpenLinks(editor, event)).toEqual({
      supersedes: 1,
      duplicate_of: 0,
      via: 0,
      one_origin: 0,
    });
    expect((await listLinkEvents(editor)).map(({ slug }) => slug)).toContain(event);

    const now = tick();
    const pair = { newer: { id: newer.id }, older: { id: older.id }, note: "Two towns.", version: 1 };
    await declineSupersession(editor, { ...pair, state: "unsure" }, now);
    expect((await listOpenClaimLinks(editor, { kind: "supersedes", event })).rows).toEqual([]);
    expect(await listDecidedClaimLinks(editor, event)).toMatchObject([
      { state: "unsure", note: "Two towns.", decided: { by: "Tomas Berg", at: now.getTime() } },
    ]);
  });

  test("what is no longer possible is not asked", async () => {
    const [first, second] = await publicFigures({ n: 63 }, { n: 89, stated: "2026-05-06" });
    const { eventId, claimantId, measureId } = first;
    await aPublishedClaim({ eventId, claimantId, measureId: measureId ?? "", n: 95, stated: "2026-05-09" });
    await supersede(first, second);
    const { rows } = await listOpenClaimLinks(await anEditor(), {
      kind: "supersedes",
      event: await slugOf(eventId),
    });
    expect(rows.map(({ to }) => to.publicId)).toEqual([second.publicId]);
  });

  test("R28: an accepted duplicate is listed with the merge that takes it back, and is no twin any more", async () => {
    const [kept, duplicate] = await publicFigures({ n: 63 }, { n: 64 });
    const editor = await anEditor();
    expect((await listTwins(editor, duplicate.publicId)).map(({ publicId }) => publicId)).toEqual([
      kept.publicId,
    ]);
    const input = { duplicate: read(duplicate), kept: read(kept), reason: "One tweet.", note: null };
    const mergeId = await mergeDuplicate(editor, input, tick());
    expect(await listDecidedClaimLinks(editor, await slugOf(kept.eventId))).toMatchObject([
      { kind: "duplicate_of", state: "accepted", mergeId },
    ]);
    expect(await listTwins(editor, duplicate.publicId)).toEqual([]);
    expect(await listTwins(editor, kept.publicId)).toEqual([]);
  });

  test("fifty at a time, by the key of the last, in as many queries as for one", async () => {
    const editor = await anEditor();
    const [one] = await publicFigures({ n: 63 }, { n: 89, stated: "2026-05-06" });
    const event = await slugOf(one.eventId);
    const few = await queriesOf(() => listOpenClaimLinks(editor, { kind: "supersedes", event }));
    await publicFigures({ n: 201 }, { n: 202 }, { n: 203 }, { n: 204 }, { n: 205 }, { n: 206 });
    const [template] = await db().claimLink.findMany({ where: { fromClaim: { eventId: one.eventId } } });
    const claims = await db().claim.findMany({
      where: { recordStatus: "published", lifecycle: "current" },
      take: 12,
    });
    const pairs = claims.flatMap((from) =>
      claims.flatMap((to) => (from.id === to.id ? [] : [[from.id, to.id]])),
    );
    await db().claimLink.createMany({
      data: pairs.map(([fromClaimId = "", toClaimId = ""]) => ({
        kind: "supersedes",
        state: "proposed",
        fromClaimId,
        toClaimId,
      })),
      skipDuplicates: true,
    });
    expect(template?.state).toBe("proposed");
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const page: Awaited<ReturnType<typeof listOpenClaimLinks>> = await listOpenClaimLinks(editor, {
        kind: "supersedes",
        after,
      });
      seen.push(...page.rows.map(({ id }) => id));
      expect(page.rows.length).toBeLessThanOrEqual(50);
      after = page.next;
      if (after === null) break;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(100);
    const many = await queriesOf(() => listOpenClaimLinks(editor, { kind: "supersedes" }));
    expect(many.length).toBeLessThanOrEqual(few.length);
  });
});

test("R14: passing on is listed with the words that say so, what it would touch, and then who decided", async () => {
  const agency = await aPublication({ name: unique("Wire") });
  const { name } = await db().publication.findUniqueOrThrow({ where: { id: agency.id } });
  const wire = await aReport({ publicationId: agency.id, published: { edtf: "2026-05-04", zone: "UTC" } });
  const copy = await aReport({ credit: name, published: { edtf: "2026-05-05", zone: "UTC" } });
  const event = await anEvent();
  const attributions = [attributionInput(wire), attributionInput(copy)];
  await aPublishedClaim({ eventId: event.id, attributions });
  await aPublishedClaim({ eventId: event.id, n: 9, attributions: [attributionInput(copy)] });
  const editor = await anEditor();
  const { rows } = await listOpenVias(editor, { event: event.slug });
  expect(rows).toMatchObject([
    {
      ground: "agency_credit",
      evidence: name,
      via: { publicationName: name },
      attributions: [{ isInOther: true }, { isInOther: false }],
      makesCircle: false,
      decided: null,
    },
  ]);
  const { id, version } = rows[0] ?? { id: "", version: 0 };
  await acceptVia(editor, { id, version, eventId: event.id, note: null }, tick());
  expect((await listOpenVias(editor, { event: event.slug })).rows).toEqual([]);
  expect(await listDecidedVias(editor, event.slug)).toMatchObject([
    { id, state: "accepted", decided: { by: "Tomas Berg" } },
  ]);
});

test("R16: an alarm is asked pair by pair, until somebody answers, and again once that is taken back", async () => {
  const { event, one, other } = await anAlarm();
  const editor = await anEditor();
  expect(await countOpenLinks(editor, event.slug)).toMatchObject({ one_origin: 1 });
  expect((await listOriginAlarms(editor, { event: event.slug })).rows).toMatchObject([
    { alarms: [{ figures: [{ publicId: one.publicId }, { publicId: other.publicId }] }] },
  ]);
  expect(await listOriginPairs(editor, event.slug)).toMatchObject([
    { one: { id: one.id }, other: { id: other.id }, version: 0 },
  ]);
  const decision = { claims: [one.id, other.id] as [string, string], note: null, version: 0 };
  await decideOneOrigin(editor, { ...decision, state: "unsure" }, tick());
  expect(await listOriginPairs(editor, event.slug)).toEqual([]);
  const [link] = await listDecidedClaimLinks(editor, event.slug);
  await reopenLink(editor, { id: link?.id ?? "", version: link?.version ?? 0, reason: null }, tick());
  expect(await listOriginPairs(editor, event.slug)).toMatchObject([{ version: 2 }]);
  expect((await readClaim(one.id)).lifecycle).toBe("current");
});
