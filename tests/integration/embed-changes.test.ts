import { beforeAll, describe, expect, test } from "vitest";
import { retractClaim } from "../../lib/claims/withdraw-claim";
import { listChangesSince } from "../../lib/embeds/changes-since";
import { findEmbeddedOfClaim } from "../../lib/embeds/find-embedded";
import { findFrame } from "../../lib/embeds/find-frame";
import { mergeEvents } from "../../lib/merges/merge-events";
import { mergeMeasures } from "../../lib/merges/merge-measures";
import { anAdmin, anEditor } from "../factories/cast";
import {
  aClaim,
  anAssessment,
  aPublishedClaim,
  makePublic,
  publish,
  readClaim,
  supersede,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { mergeInput } from "../factories/merges";
import { queriesOf } from "../factories/read-back";
import { aClaimant, aMeasure, anEvent } from "../factories/records";

/** A public event with two figures of one claimant and one of another. */
async function aWorld() {
  const event = await anEvent();
  const [ministry, mayor] = [await aClaimant(), await aClaimant()];
  const measureId = await aMeasure(event.id, { slug: "killed" });
  const common = { eventId: event.id, measureId };
  const first = await aPublishedClaim({ ...common, claimantId: ministry.id, n: 63, stated: "2026-05-04" });
  const other = await aPublishedClaim({ ...common, claimantId: mayor.id, n: 400, stated: "2026-05-04" });
  await makePublic(event);
  const injuredId = await aMeasure(event.id, { slug: "injured", kinds: ["injured"] });
  return { event, common, ministry, first, other, injuredId };
}

let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  world = await aWorld();
});

describe("an article that carries the figures of an event (R23)", () => {
  test("is told nothing while nothing changed", async () => {
    expect(await listChangesSince(world.event.slug, tick())).toEqual([]);
  });

  test("is told of a figure that took the place of another, with both in their words, and of none that is not public", async () => {
    const since = tick();
    const newer = await aClaim({
      ...world.common,
      claimantId: world.ministry.id,
      n: 89,
      stated: "2026-05-06",
    });
    expect(await listChangesSince(world.event.slug, since)).toEqual([]);
    await publish(newer);
    await supersede(world.first, newer);
    const changes = await listChangesSince(world.event.slug, since);
    expect(changes.map(({ kind, claim }) => [kind, claim.raw])).toEqual([["revised", "89"]]);
    expect(changes[0]).toMatchObject({ from: { raw: "63" } });

    const measure = (id: string) => listChangesSince(world.event.slug, since, { id, lane: "count" });
    expect(await measure(world.common.measureId)).toEqual(changes);
    expect(await measure(world.injuredId)).toEqual([]);
  });

  test("is told of an assessment, then of a retraction, the newest first", async () => {
    const since = tick();
    await anAssessment(world.other.id, { status: "refuted" });
    const { id: claimId, version } = await readClaim(world.other.id);
    await retractClaim(await anEditor(), { claimId, version, reason: "The mayor took it back." }, tick());
    const changes = await listChangesSince(world.event.slug, since);
    expect(changes.map(({ kind }) => kind)).toEqual(["taken_back", "assessed"]);
    expect(changes[0]).toMatchObject({ claim: { raw: "400" } });
  });

  test("is asked for by as many queries whatever changed", async () => {
    const changed = await queriesOf(() => listChangesSince(world.event.slug, new Date(0)));
    expect(changed.filter((query) => query.startsWith("SELECT"))).toHaveLength(4);
  });
});

describe("a frame", () => {
  test("shows nothing that is not public (R34)", async () => {
    const draft = await aClaim({ ...world.common, claimantId: world.ministry.id, n: 1000 });
    expect(await findEmbeddedOfClaim(draft.publicId)).toBeNull();
    expect(await findEmbeddedOfClaim(world.first.publicId)).toEqual({
      event: world.event.slug,
      measure: "killed",
    });
    const notYet = await anEvent();
    expect(await findFrame({ event: notYet.slug, measure: null })).toBeNull();
    expect(await findFrame({ event: world.event.slug, measure: "injured" })).toBeNull();
  });

  test("at a former address leads to where the event and the measure stand today (R30)", async () => {
    const [former, counted] = [await anEvent(), "dead"];
    const eventId = former.id;
    const [merged, kept] = [
      await aMeasure(eventId, { slug: "killed" }),
      await aMeasure(eventId, { slug: counted, demographic: "residents" }),
    ];
    await aPublishedClaim({ eventId, measureId: merged, n: 5, stated: "2026-05-04" });
    await makePublic(former);
    await mergeMeasures(await anAdmin(), await mergeInput("measure", merged, kept), tick());
    const frameOf = async (measure: string | null) =>
      (await findFrame({ event: former.slug, measure }))?.embedded;
    expect(await frameOf("killed")).toEqual({ event: former.slug, measure: counted });

    await mergeEvents(await anAdmin(), await mergeInput("event", eventId, world.event.id), tick());
    expect(await frameOf(null)).toEqual({ event: world.event.slug, measure: null });
    expect(await frameOf(counted)).toEqual({ event: world.event.slug, measure: counted });
  });
});
