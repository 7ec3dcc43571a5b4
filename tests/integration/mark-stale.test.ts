import { expect, test } from "vitest";
import { disownClaim } from "../../lib/claims/disown-claim";
import { replaceClaim } from "../../lib/claims/replace-claim";
import { supersedeClaim } from "../../lib/claims/supersede-claim";
import { markCorrected, markEntryError, retractClaim } from "../../lib/claims/withdraw-claim";
import { db } from "../../lib/db/client";
import { aJournalist, anEditor } from "../factories/cast";
import {
  anAssessment,
  aPublishedClaim,
  publicFigures,
  read,
  readClaim,
  type StoredClaim,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { anEstimateFrom } from "../factories/past-the-commands";
import { refusalOf } from "../factories/read-back";
import { aClaimant, aMeasure } from "../factories/records";

const staleness = async (estimateId: string, ...assessmentIds: string[]) => [
  (await db().bestEstimate.findUniqueOrThrow({ where: { id: estimateId } })).staleSince,
  ...(await Promise.all(assessmentIds.map((id) => db().assessment.findUniqueOrThrow({ where: { id } })))).map(
    ({ staleSince }) => staleSince,
  ),
];

/** The next assessment of a claim: corroborated by another, whose figure is not quite the same. */
const corroboratedBy = (claimId: string, corroboratingId: string) =>
  anAssessment(claimId, {
    status: "corroborated",
    corroboratingId,
    overrideReason: "One person died in hospital between the two counts.",
  });

async function newerOf({ eventId, claimantId, measureId }: StoredClaim, ofAnother: boolean) {
  const measure = ofAnother ? await aMeasure(eventId) : (measureId ?? "");
  const newer = await aPublishedClaim({
    eventId,
    claimantId,
    measureId: measure,
    n: 99,
    stated: "2026-05-09",
  });
  return read(newer);
}

const reason = "It says that the list was not its own.";
const WAYS: [string, (claim: StoredClaim, now: Date) => Promise<void>][] = [
  [
    "superseded",
    async (claim, now) =>
      supersedeClaim(
        await anEditor(),
        { newer: await newerOf(claim, false), older: read(claim), note: null },
        now,
      ),
  ],
  [
    "replaced",
    async (claim, now) =>
      replaceClaim(
        await anEditor(),
        { newer: await newerOf(claim, true), older: read(claim), note: null },
        now,
      ),
  ],
  [
    "disowned",
    async ({ id, version }, now) =>
      disownClaim(await anEditor(), { claimId: id, version, reason, note: null }, now),
  ],
  [
    "retracted",
    async ({ id, version }, now) => retractClaim(await anEditor(), { claimId: id, version, reason }, now),
  ],
  [
    "corrected",
    async ({ id, version }, now) => markCorrected(await anEditor(), { claimId: id, version, reason }, now),
  ],
  [
    "an entry error",
    async ({ id, version }, now) => markEntryError(await anEditor(), { claimId: id, version, reason }, now),
  ],
];

test.each(WAYS)("R10, R23: what used a claim is stale from the moment at which it is %s", async (_, end) => {
  const [claim, rival] = await publicFigures({ n: 80 }, { n: 81, claimantId: (await aClaimant()).id });
  const estimate = await anEstimateFrom(claim.measureId ?? "", claim.id, rival.id);
  const before = await corroboratedBy(rival.id, claim.id);
  const newest = await corroboratedBy(rival.id, claim.id);

  const now = tick();
  await end(claim, now);
  expect(await staleness(estimate, newest)).toEqual([now, now]);
  expect(await staleness(estimate, before)).toEqual([now, null]);
});

test("R10: what did not use the claim, or no longer does, is not stale", async () => {
  const [claim, rival] = await publicFigures({ n: 80 }, { n: 81, claimantId: (await aClaimant()).id });
  const estimate = await anEstimateFrom(claim.measureId ?? "", rival.id);
  const earlier = await corroboratedBy(rival.id, claim.id);
  const withdrawn = await anAssessment(rival.id, { status: "unverified" });
  const ofItself = await corroboratedBy(claim.id, rival.id);

  const { id, version } = await readClaim(claim.id);
  await retractClaim(await anEditor(), { claimId: id, version, reason }, tick());
  expect(await staleness(estimate, earlier, withdrawn, ofItself)).toEqual([null, null, null, null]);
});

test("R10: what is stale already keeps the moment from which it was", async () => {
  const [one, other] = await publicFigures({ n: 80 }, { n: 81, claimantId: (await aClaimant()).id });
  const estimate = await anEstimateFrom(one.measureId ?? "", one.id, other.id);
  const [editor, first] = [await anEditor(), tick()];
  await retractClaim(editor, { claimId: one.id, version: 4, reason }, first);
  await retractClaim(editor, { claimId: other.id, version: 4, reason }, tick());
  expect(await staleness(estimate)).toEqual([first]);
});

test("a refused retraction flags nothing", async () => {
  const [claim] = await publicFigures({ n: 80 });
  const estimate = await anEstimateFrom(claim.measureId ?? "", claim.id);
  const journalist = await aJournalist();
  const { leftNothing } = await refusalOf(() =>
    retractClaim(journalist, { claimId: claim.id, version: 4, reason }, tick()),
  );
  expect(leftNothing).toBe(true);
  expect(await staleness(estimate)).toEqual([null]);
  expect((await readClaim(claim.id)).lifecycle).toBe("current");
});
