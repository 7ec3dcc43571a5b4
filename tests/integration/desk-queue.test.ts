import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../lib/auth/actor";
import { assignClaim } from "../../lib/claims/assign-claim";
import { logClaim } from "../../lib/claims/log-claim";
import { returnClaim, reviewClaim, submitClaim } from "../../lib/claims/move-claim";
import { db } from "../../lib/db/client";
import { Forbidden, Invalid } from "../../lib/errors";
import { reviewEvent, submitEvent } from "../../lib/events/move-event";
import { countQueue } from "../../lib/queue/desk-counts";
import { findQueueVisit, listQueue, listQueueChoices, listQueueEvents } from "../../lib/queue/desk-queue";
import { markQueueSeen } from "../../lib/queue/mark-queue-seen";
import { QUEUE_TABS, type QueueTab } from "../../lib/queue/types";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import {
  aClaim,
  attributionInput,
  figureInput,
  type GivenFigure,
  publicFigures,
  readClaim,
  type StoredClaim,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { anEstimateFrom } from "../factories/past-the-commands";
import { queriesOf, refusalOf } from "../factories/read-back";
import { aClaimant, anEvent, aReport, type Made } from "../factories/records";

let editor: Actor;
let admin: Actor;
let event: Made;
let claimant: Made;
/** The claims that were handed in, in the order in which they were. */
const submitted: StoredClaim[] = [];
let reviewed: StoredClaim;
let own: StoredClaim;
let returned: StoredClaim;
let older: StoredClaim;
let newer: StoredClaim;

async function handedIn(given: GivenFigure = {}, logger?: Actor): Promise<StoredClaim> {
  const id = await logClaim(logger ?? (await aJournalist()), await figureInput(given), tick());
  await submitClaim(logger ?? (await aJournalist()), { id, version: 1 }, tick());
  return readClaim(id);
}

beforeAll(async () => {
  [editor, admin] = [await anEditor(), await anAdmin()];
  [event, claimant] = [await anEvent(), await aClaimant({ name: "Mayor of Dnipro" })];
  const [one, two] = [await aReport(), await aReport()];
  const twice = attributionInput(two, { locator: "In the table." });
  const attributions = [attributionInput(one), attributionInput(two), twice];
  submitted.push(await handedIn({ attributions }));
  submitted.push(await handedIn({ eventId: event.id }));
  submitted.push(await handedIn({ claimantId: claimant.id }));
  submitted.push(await handedIn({ eventId: event.id, claimantId: claimant.id }));

  own = await handedIn({}, editor);
  await reviewClaim(editor, { id: own.id, version: 2 }, tick());
  reviewed = await handedIn();
  await reviewClaim(editor, { id: reviewed.id, version: 2 }, tick());
  returned = await handedIn();
  await reviewClaim(editor, { id: returned.id, version: 2 }, tick());
  await returnClaim(editor, { id: returned.id, version: 3, reason: "Which hospital?" }, tick());
  await aClaim();

  const rival = (await aClaimant()).id;
  [older, newer] = await publicFigures({ n: 63 }, { n: 300, claimantId: rival });
  // The newer one's assessment is out of date.
  await db().claim.update({ where: { id: newer.id }, data: { staleSince: tick() } });
});

const idsOf = async (...asked: Parameters<typeof listQueue>) =>
  (await listQueue(...asked)).rows.map(({ id }) => id);
const under = (tab: QueueTab, given: object = {}) => idsOf(editor, { tab, ...given });

describe("listQueue", () => {
  test("each claim waits under what it waits for, the longest first; drafts and archived claims do not wait", async () => {
    expect(await under("submitted")).toEqual(submitted.map(({ id }) => id));
    expect(await under("in_review")).toEqual([own.id, reviewed.id]);
    expect(await under("returned")).toEqual([returned.id]);
    expect(await under("stale")).toEqual([newer.id]);
    expect(await under("contested")).toEqual([older.id, newer.id]);
    expect(await under("submitted", { sort: "newest" })).toEqual(submitted.map(({ id }) => id).reverse());
  });

  test("tells what an editor decides by: whose it is, since when, by how many reports, and why it went back", async () => {
    const [row] = (await listQueue(editor, { tab: "submitted" })).rows;
    const [claim, journalist] = [submitted[0], await aJournalist()];
    expect(row).toMatchObject({
      publicId: claim?.publicId,
      version: 2,
      wording: "12",
      qualifier: "exact",
      topic: null,
      measureLabel: expect.stringContaining("People killed"),
      logger: { id: journalist.id, name: journalist.name },
      recordStatus: "submitted",
      verification: "unverified",
      statusSince: claim?.statusSince.getTime(),
      staleSince: null,
      isContested: false,
      // One of them carries it in two places.
      reportCount: 2,
      assignment: { assigneeId: null, assigneeName: null, version: 0 },
    });
    const [back] = (await listQueue(editor, { tab: "returned" })).rows;
    expect(back).toMatchObject({ returnReason: "Which hospital?", recordStatus: "returned" });
  });

  test("a claim that is found to be a duplicate waits no longer", async () => {
    const claim = submitted[0];
    if (!claim) return expect.unreachable();
    const { id } = claim;
    await db().claim.update({ where: { id }, data: { mergedIntoId: own.id } });
    const counts = await countQueue(editor);
    expect([await under("submitted"), counts.submitted]).toEqual([submitted.slice(1).map((c) => c.id), 3]);
    await db().claim.update({ where: { id }, data: { mergedIntoId: null } });
  });

  test("who logged a claim sees that somebody else must publish it, where the event asks for four eyes", async () => {
    const mayPublish = async (actor: Actor) =>
      (await listQueue(actor, { tab: "in_review" })).rows.map((row) => row.mayPublish);
    expect(await mayPublish(editor)).toEqual([false, true]);
    expect(await mayPublish(admin)).toEqual([true, true]);
  });

  test("shows what is of one event, one claimant, one editor or nobody, and nothing for what is not there", async () => {
    const [, second, third, fourth] = submitted.map(({ id }) => id);
    expect(await under("submitted", { event: event.slug })).toEqual([second, fourth]);
    expect(await under("submitted", { claimant: claimant.slug })).toEqual([third, fourth]);
    expect(await under("submitted", { event: event.slug, claimant: claimant.slug })).toEqual([fourth]);
    expect(await under("submitted", { event: "nowhere" })).toEqual([]);
    expect(await under("submitted", { claimant: "nobody-at-all" })).toEqual([]);

    await assignClaim(editor, { claimId: third ?? "", assigneeId: editor.id, version: 0 }, tick());
    await assignClaim(editor, { claimId: fourth ?? "", assigneeId: admin.id, version: 0 }, tick());
    await assignClaim(editor, { claimId: fourth ?? "", assigneeId: null, version: 1 }, tick());
    expect(await under("submitted", { assignee: "me" })).toEqual([third]);
    expect(await idsOf(admin, { tab: "submitted", assignee: "me" })).toEqual([]);
    expect(await idsOf(admin, { tab: "submitted", assignee: editor.id })).toEqual([third]);
    expect(await under("submitted", { assignee: "nobody" })).toEqual([submitted[0]?.id, second, fourth]);
    expect((await listQueue(admin, { tab: "submitted" })).rows.map((row) => row.assignment)).toMatchObject([
      { version: 0 },
      { version: 0 },
      { assigneeId: editor.id, assigneeName: editor.name, version: 1 },
      { assigneeId: null, assigneeName: null, version: 2 },
    ]);
  });

  test.each(["oldest", "newest"] as const)(
    "goes on page after page, the %s first, and repeats none",
    async (sort) => {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await listQueue(editor, { tab: "submitted", sort, after }, 1);
        seen.push(...page.rows.map(({ id }) => id));
        after = page.next ?? undefined;
      } while (after);
      const all = submitted.map(({ id }) => id);
      expect(seen).toEqual(sort === "oldest" ? all : all.toReversed());
    },
  );

  test("the longer the queue, the same number of queries", async () => {
    const one = await queriesOf(() => listQueue(editor, { tab: "submitted", event: event.slug }, 1));
    const all = await queriesOf(() => listQueue(editor, { tab: "submitted", event: event.slug }));
    expect(all.length).toBe(one.length);
    expect(all.length).toBeLessThan(14);
  });
});

describe("countQueue, listQueueChoices, listQueueEvents", () => {
  test("counts what each list shows, and what is the actor's own", async () => {
    const counts = await countQueue(editor);
    for (const tab of QUEUE_TABS) expect([tab, counts[tab]]).toEqual([tab, (await under(tab)).length]);
    expect(counts).toMatchObject({ mine: 1, estimates: 0, events: 0, errorReports: 0, links: 0 });
    expect((await countQueue(admin)).mine).toBe(0);
    expect(await queriesOf(() => countQueue(editor))).toHaveLength(1);
  });

  test("counts stale estimates that stand, readers' open reports, and open links between published claims", async () => {
    const measureId = older.measureId ?? "";
    const staleSince = tick();
    const replaced = await anEstimateFrom(measureId, older.id);
    await db().bestEstimate.update({ where: { id: replaced }, data: { staleSince } });
    expect((await countQueue(editor)).estimates).toBe(1);
    const stands = await anEstimateFrom(measureId, older.id);
    expect((await countQueue(editor)).estimates).toBe(0);
    await db().bestEstimate.update({ where: { id: stands }, data: { staleSince } });

    const report = { claimVersion: 4, text: "It was 64.", receivedAt: tick() };
    await db().errorReport.create({ data: { ...report, publicId: "report234", claimId: older.id } });
    const link = { kind: "supersedes", state: "proposed" } as const;
    const { id: linkId } = await db().claimLink.create({
      data: { ...link, fromClaimId: newer.id, toClaimId: older.id },
    });
    await db().claimLink.create({ data: { ...link, fromClaimId: own.id, toClaimId: older.id } });
    const counts = await countQueue(editor);
    expect(counts).toMatchObject({ estimates: 1, errorReports: 1, links: 1 });
    await db().claimLink.update({
      where: { id: linkId },
      data: { state: "declined", decidedBy: editor.id, decidedAt: tick() },
    });
    expect((await countQueue(editor)).links).toBe(0);
  });

  test("offers to filter by what is in the queue, and by nothing else", async () => {
    const { events, claimants, assignees } = await listQueueChoices(editor);
    const inQueue = [...submitted, own, reviewed, returned, older, newer];
    expect(events).toHaveLength(new Set(inQueue.map(({ eventId }) => eventId)).size);
    expect(events).toContainEqual({ slug: event.slug, title: expect.any(String) });
    expect(claimants).toHaveLength(new Set(inQueue.map(({ claimantId }) => claimantId)).size);
    expect(claimants).toContainEqual({ slug: claimant.slug, name: "Mayor of Dnipro" });
    expect(assignees).toEqual([{ id: editor.id, name: editor.name }]);
  });

  test("events that were handed in wait too, each with its next steps", async () => {
    const [first, second] = [await anEvent(), await anEvent()];
    await submitEvent(await aJournalist(), { id: second.id, version: 1 }, tick());
    await submitEvent(await aJournalist(), { id: first.id, version: 1 }, tick());
    const now = tick();
    await reviewEvent(editor, { id: second.id, version: 2 }, now);
    expect(await listQueueEvents(editor)).toMatchObject([
      { id: first.id, version: 2, recordStatus: "submitted", moves: ["in_review", "draft"], isNew: false },
      { id: second.id, version: 3, recordStatus: "in_review", moves: ["published", "returned"] },
    ]);
    expect((await listQueueEvents(editor))[1]?.statusSince).toBe(now.getTime());
    expect((await countQueue(editor)).events).toBe(2);
  });
});

describe("markQueueSeen", () => {
  test("nothing stands out before the first time; afterwards what changed since does, to each their own", async () => {
    expect(await findQueueVisit(editor)).toBeNull();
    expect((await countQueue(editor)).new).toBe(0);
    const seen = tick();
    await markQueueSeen(editor, { at: seen.getTime() }, seen);
    expect(await findQueueVisit(editor)).toBe(seen.getTime());
    expect((await countQueue(editor)).new).toBe(0);

    const late = await handedIn();
    await db().claim.update({ where: { id: older.id }, data: { staleSince: tick() } });
    const newOnes = async (actor: Actor) => {
      const pages = await Promise.all(QUEUE_TABS.map((tab) => listQueue(actor, { tab })));
      return [...new Set(pages.flatMap(({ rows }) => rows.filter((row) => row.isNew).map(({ id }) => id)))];
    };
    expect((await newOnes(editor)).toSorted()).toEqual([late.id, older.id].toSorted());
    expect((await countQueue(editor)).new).toBe(2);
    expect([await newOnes(admin), (await countQueue(admin)).new]).toEqual([[], 0]);
  });

  test("it goes neither back nor beyond now", async () => {
    const before = (await findQueueVisit(editor)) ?? 0;
    await markQueueSeen(editor, { at: before - 60_000 }, tick());
    expect(await findQueueVisit(editor)).toBe(before);
    const now = tick();
    await markQueueSeen(editor, { at: now.getTime() + 60_000 }, now);
    expect(await findQueueVisit(editor)).toBe(now.getTime());
  });

  test("a journalist has no queue to see, and a time that is none keeps nothing", async () => {
    const journalist = await aJournalist();
    const wrong = await refusalOf(() => markQueueSeen(journalist, { at: 1 }, tick()));
    const noTime = await refusalOf(() => markQueueSeen(editor, { at: Number.NaN }, tick()));
    expect([wrong.error, noTime.error]).toEqual([expect.any(Forbidden), expect.any(Invalid)]);
    expect([wrong.leftNothing, noTime.leftNothing]).toEqual([true, true]);
  });

  test("marked in two tabs at once, the later time stays", async () => {
    const [one, two] = [tick(), tick()];
    await Promise.all([
      markQueueSeen(admin, { at: two.getTime() }, two),
      markQueueSeen(admin, { at: one.getTime() }, two),
    ]);
    expect(await findQueueVisit(admin)).toBe(two.getTime());
  });
});
