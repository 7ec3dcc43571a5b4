import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editClaim } from "../../lib/claims/edit-claim";
import { logClaim } from "../../lib/claims/log-claim";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, NotFound } from "../../lib/errors";
import { editEvent } from "../../lib/events/edit-event";
import { followEvent } from "../../lib/events/follow-event";
import { listMerges } from "../../lib/merges/desk-merges";
import { mergeClaimants } from "../../lib/merges/merge-claimants";
import { mergeEvents } from "../../lib/merges/merge-events";
import { mergeMeasures } from "../../lib/merges/merge-measures";
import { mergePublications } from "../../lib/merges/merge-publications";
import { splitEvent } from "../../lib/merges/split-event";
import { undoMerge } from "../../lib/merges/undo-merge";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import {
  aClaim,
  aPublishedClaim,
  attributionInput,
  figureInput,
  makePublic,
  publish,
  readClaim,
} from "../factories/claims";
import { tick, unique } from "../factories/clock";
import { mergeInput, versionOf, whatIsWrong, whereAllIs } from "../factories/merges";
import { anEstimateFrom } from "../factories/past-the-commands";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";
import {
  aClaimant,
  aMeasure,
  anEvent,
  aPublication,
  aReport,
  eventInput,
  type Made,
} from "../factories/records";

const reason = "They are two after all.";

describe("undoMerge", () => {
  test("what was moved on since stays where it is, and is counted", async () => {
    const [one, other, third] = [await aClaimant(), await aClaimant(), await aClaimant()];
    const [editor, journalist] = [await anEditor(), await aJournalist()];
    const event = await anEvent({ parties: [{ claimantId: one.id, side: "north", role: null }] });
    const measureId = await aMeasure(event.id);
    const common = { eventId: event.id, measureId, claimantId: one.id };
    const [stays, goes] = [await aClaim({ ...common, n: 1 }), await aClaim({ ...common, n: 2 })];
    const mergeId = await mergeClaimants(editor, await mergeInput("claimant", one.id, other.id), tick());
    const parties = [{ claimantId: third.id, side: "north", role: null }];
    const rest = { id: event.id, version: await versionOf("event", event.id), fourEyes: true, parties };
    await editEvent(journalist, { ...eventInput({ slug: event.slug }), ...rest }, tick());
    const { eventId: _, attributions: __, ...claim } = await figureInput({ ...common, claimantId: third.id });
    const { version } = await readClaim(stays.id);
    await editClaim(journalist, { id: stays.id, version, claim }, tick());

    expect(await undoMerge(editor, { mergeId, reason }, tick())).toEqual({ moved: 1, stayed: 2 });
    const now = await db().claim.findMany({
      where: { id: { in: [stays.id, goes.id] } },
      orderBy: { number: "asc" },
    });
    expect(now.map(({ claimantId }) => claimantId)).toEqual([third.id, one.id]);
    expect(await lastRevisionOf(one.id)).toMatchObject({
      action: "claimant.unmerged",
      changes: { mergedInto: [other.slug, null] },
    });
    expect(await lastRevisionOf(mergeId)).toMatchObject({
      action: "merge.undone",
      version: 2,
      changes: { moved: [null, 1], stayed: [null, 2], reason: [null, reason] },
    });
    expect(await listMerges(journalist, "claimant", other.id)).toMatchObject([
      { id: mergeId, undone: { by: "Tomas Berg" } },
    ]);
    // Both stand for themselves again.
    await logClaim(journalist, await figureInput({ ...common, n: 3 }), tick());
  });

  test("a journalist undoes none, nobody one that is not on file, or without a reason, or twice", async () => {
    const [one, other] = [await aPublication(), await aPublication()];
    const [journalist, editor] = [await aJournalist(), await anEditor()];
    const mergeId = await mergePublications(
      editor,
      await mergeInput("publication", one.id, other.id),
      tick(),
    );
    const wrong = [
      [journalist, { mergeId, reason }, Forbidden],
      [editor, { mergeId: one.id, reason }, NotFound],
      [editor, { mergeId, reason: "" }, Invalid],
    ] as const;
    for (const [actor, input, expected] of wrong) {
      const { error, leftNothing } = await refusalOf(() => undoMerge(actor, input, tick()));
      expect(error).toBeInstanceOf(expected);
      expect(leftNothing).toBe(true);
    }
    const admin = await anAdmin();
    const { won, errors } = await race(
      undoMerge(editor, { mergeId, reason }, tick()),
      undoMerge(admin, { mergeId, reason }, tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([new Conflict("This merge was undone already.")]);
  });
});

const KINDS = ["claimant", "publication", "measure", "event", "split"] as const;
type Kind = (typeof KINDS)[number];

/** What a world is made of: each number chooses among a few records. */
const Worlds = fc.record({
  isPublic: fc.boolean(),
  figures: fc.array(
    fc.record({ event: fc.nat(1), claimant: fc.nat(2), measure: fc.nat(2), via: fc.nat(2) }),
    { minLength: 1, maxLength: 4 },
  ),
  parties: fc.uniqueArray(fc.record({ event: fc.nat(1), claimant: fc.nat(2) }), {
    selector: ({ event, claimant }) => `${event} ${claimant}`,
    maxLength: 5,
  }),
  aliases: fc.array(fc.constantFrom("Дніпро", "Днепр", "Dnepr"), { maxLength: 3 }),
  /** Of the second event; the first has all. */
  measures: fc.subarray([0, 1, 2], { minLength: 1 }),
});
type World = typeof Worlds extends fc.Arbitrary<infer W> ? W : never;

/** In every world: two figures in the first event, of one claimant in one measure, so that there is what to move. */
const SURE = [0, 1].map(() => ({ event: 0, claimant: 0, measure: 1, via: 0 }));

const AREAS = ["the whole", "the cellar", "the yard"];

/** Two events with figures of three claimants in reports of two publications, by commands alone. */
async function build(world: World) {
  const aliases = [...new Set(world.aliases)];
  const publications = [await aPublication({ aliases }), await aPublication()];
  const claimants: Made[] = [
    await aClaimant({ aliases }),
    await aClaimant({ kind: "media", publicationId: publications[0]?.id ?? "" }),
    await aClaimant(),
  ];
  await aClaimant({ parentId: claimants[0]?.id ?? "" });
  const reports = [
    await aReport({ publicationId: publications[0]?.id ?? "" }),
    await aReport({ publicationId: publications[1]?.id ?? "" }),
  ];
  const events: Made[] = [];
  const measures: string[][] = [];
  for (const place of [0, 1]) {
    const parties = world.parties
      .filter(({ event }) => event === place)
      .map(({ claimant }) => ({
        claimantId: claimants[claimant]?.id ?? "",
        side: `side ${claimant}`,
        role: null,
      }));
    const event = await anEvent({ parties, aliases: aliases.slice(place) });
    events.push(event);
    const own: string[] = [];
    for (const area of place === 0 ? [0, 1, 2] : world.measures) {
      const partOfId = own[0] ?? null;
      own.push(await aMeasure(event.id, { area: AREAS[area], slug: unique("killed"), partOfId }));
    }
    measures.push(own);
  }
  const claims: { id: string; eventId: string }[] = [];
  for (const [n, { event, claimant, measure, via }] of [...SURE, ...world.figures].entries()) {
    const own = measures[event] ?? [];
    const viaClaimantId = claimants[via]?.id ?? null;
    const attribution = attributionInput(reports[n % 2] ?? "", { carries: "via", viaClaimantId });
    const claim = await aClaim({
      eventId: events[event]?.id ?? "",
      claimantId: claimants[claimant]?.id ?? "",
      measureId: own[measure % own.length] ?? "",
      n: 10 + n,
      attributions: [attribution],
    });
    claims.push(world.isPublic ? await publish(claim) : claim);
    await anEstimateFrom(own[measure % own.length] ?? "", claim.id);
  }
  if (world.isPublic) for (const event of events) await makePublic(event);
  await followEvent(await anEditor(), { eventId: events[0]?.id ?? "" }, tick());
  return { events, claimants, publications, measures, claims };
}

async function mergeSomething(kind: Kind, made: Awaited<ReturnType<typeof build>>): Promise<string> {
  const editor = await anEditor();
  const two = (ids: readonly (string | undefined)[]) => [ids[0] ?? "", ids[1] ?? ""] as const;
  const idsOf = (records: readonly { id: string }[]) => two(records.map(({ id }) => id));
  switch (kind) {
    case "claimant":
      return mergeClaimants(editor, await mergeInput(kind, ...idsOf(made.claimants)), tick());
    case "publication":
      return mergePublications(editor, await mergeInput(kind, ...idsOf(made.publications)), tick());
    case "event":
      return mergeEvents(editor, await mergeInput(kind, ...idsOf(made.events)), tick());
    case "measure": {
      // The second and third are parts of the first: none of the other.
      const [from, into] = two(made.measures[0]?.slice(1) ?? []);
      return mergeMeasures(editor, await mergeInput(kind, from, into), tick());
    }
    case "split": {
      const [{ id, eventId } = { id: "", eventId: "" }] = made.claims;
      const version = await versionOf("event", eventId);
      const input = { eventId, version, claimIds: [id], event: eventInput(), reason };
      const intoId = await splitEvent(editor, input, tick());
      return (await db().merge.findFirstOrThrow({ where: { intoId } })).id;
    }
  }
}

test.each(KINDS)(
  "R30: undone, a merge or split of any small world leaves all where it was, and all adds up: %s",
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(Worlds, async (world) => {
        const made = await build(world);
        const before = await whereAllIs();
        const mergeId = await mergeSomething(kind, made);
        expect(await whereAllIs()).not.toEqual(before);
        expect(await whatIsWrong()).toEqual([]);

        expect(await undoMerge(await anEditor(), { mergeId, reason }, tick())).toMatchObject({ stayed: 0 });
        const after = await whereAllIs();
        // What a split made stays on file, empty, and leads to the old event.
        const known = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id));
        const [events, measures] = [known(before.events), known(before.measures)];
        expect({
          ...after,
          events: after.events.filter(({ id }) => events.has(id)),
          measures: after.measures.filter(({ id }) => measures.has(id)),
        }).toEqual(before);
        expect(await whatIsWrong()).toEqual([]);
      }),
      { numRuns: 2, endOnFailure: true },
    );
  },
  120_000,
);

test("a published claim whose event was split off, merged back and split again is always where readers are led", async () => {
  const [event, editor] = [await anEvent(), await anEditor()];
  const measureId = await aMeasure(event.id);
  const common = { eventId: event.id, measureId };
  await aPublishedClaim({ ...common, n: 1 });
  const claim = await aPublishedClaim({ ...common, n: 2 });
  await makePublic(event);
  const split = async () =>
    splitEvent(
      editor,
      {
        eventId: event.id,
        version: await versionOf("event", event.id),
        claimIds: [claim.id],
        event: eventInput(),
        reason,
      },
      tick(),
    );
  const eventOf = async () => (await db().claim.findUniqueOrThrow({ where: { id: claim.id } })).eventId;
  const first = await split();
  expect(await eventOf()).toBe(first);
  await mergeEvents(editor, await mergeInput("event", first, event.id), tick());
  expect(await eventOf()).toBe(event.id);
  const second = await split();
  expect(await eventOf()).toBe(second);
  expect(await whatIsWrong()).toEqual([]);
});
