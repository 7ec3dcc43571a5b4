import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { logClaim } from "../../lib/claims/log-claim";
import { logClaims } from "../../lib/claims/log-claims";
import { submitClaim } from "../../lib/claims/move-claim";
import type { LogClaim } from "../../lib/claims/schema";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, NeedsAnswer } from "../../lib/errors";
import type { FieldContent } from "../../lib/history/digest";
import { verifyHistory } from "../../lib/history/verify-history";
import { aJournalist } from "../factories/cast";
import { attributionInput, figureInput, statementInput } from "../factories/claims";
import { tick } from "../factories/clock";
import { refusalOf } from "../factories/read-back";
import { aClaimant, aMeasure, anEvent, aReport } from "../factories/records";

const ABSENT = "01a2046f-0f54-758f-b983-d6d58176e1a3";
const OPTIONS = { isSubmitting: false, questions: "leave_out" } as const;

type Twin = { eventId: string; measures: string[] };
let claimants: string[];
let reports: string[];

beforeAll(async () => {
  claimants = [(await aClaimant()).id, (await aClaimant()).id];
  reports = [await aReport(), await aReport()];
});

/** An event with two measures, as every other one of these. */
async function anEventOfTwo(): Promise<Twin> {
  const { id } = await anEvent();
  return { eventId: id, measures: [await aMeasure(id), await aMeasure(id)] };
}

/** What random claims are made of: small, so that many are the same, may be the same, or break a rule. */
const arbitraryClaim = fc.record({
  kind: fc.constantFrom("figure", "figure", "figure", "statement"),
  claimant: fc.nat(1),
  measure: fc.nat(1),
  n: fc.constantFrom(12, 12, 13, 12.5, -1),
  asOf: fc.constantFrom(null, null, "2026-05-04", "2026-05-05", "../2026-05-04", "2026-05-04/.."),
  stated: fc.constantFrom("2026-05-04", "2026-05-06", "2026-07-01", "1999-01-01"),
  reports: fc.constantFrom([0], [1], [0, 1], [0, 0], []),
});
type Arbitrary = typeof arbitraryClaim extends fc.Arbitrary<infer T> ? T : never;

async function inputOf(random: Arbitrary, { eventId, measures }: Twin): Promise<LogClaim> {
  const claimantId = claimants[random.claimant] ?? "";
  const attributions = random.reports.map((at) => attributionInput(reports[at] ?? ""));
  if (random.kind === "statement") {
    return { ...(await statementInput({ eventId, claimantId })), attributions };
  }
  const { n, stated, asOf } = random;
  const measureId = measures[random.measure] ?? "";
  return figureInput({ eventId, claimantId, measureId, n, stated, asOf, attributions });
}

/** What is stored of an event, but for what is new each time: ids, public ids, salts, instants of logging. */
async function stored({ eventId, measures }: Twin, now: Date) {
  const claims = await db().claim.findMany({
    where: { eventId },
    orderBy: { number: "asc" },
    include: { attributions: { orderBy: { id: "asc" } }, linksFrom: { orderBy: { id: "asc" } } },
  });
  const revisions = await db().revision.findMany({
    where: { chainId: eventId, at: { gte: now } },
    orderBy: { number: "asc" },
    include: { content: true },
  });
  const names = new Map<string, string>([
    [eventId, "event"],
    ...measures.map((id, at) => [id, `measure ${at}`] as const),
    ...claims.flatMap((claim) => [
      [claim.id, `claim ${claim.number}`] as const,
      [claim.publicId, `public id ${claim.number}`] as const,
      ...claim.attributions.map(({ id }, at) => [id, `attribution ${claim.number}.${at}`] as const),
      ...claim.linksFrom.map(({ id }, at) => [id, `link ${claim.number}.${at}`] as const),
    ]),
  ]);
  const told = revisions.map(({ action, subjectKind, subjectId, version, number, content }) => {
    const fields = Object.entries(content?.fields as Record<string, FieldContent>);
    const said = Object.fromEntries(fields.map(([name, { before, after }]) => [name, { before, after }]));
    return { action, subjectKind, subjectId, version, number, said };
  });
  let text = JSON.stringify({ claims, told }, (key, value) =>
    ["loggedAt", "statusSince", "createdAt", "decidedAt"].includes(key) ? "now" : value,
  );
  for (const [id, name] of names) text = text.replaceAll(id, name);
  return JSON.parse(text);
}

describe("many claims are logged at once", () => {
  test("with the same rows and the same history as one by one, whatever they are (R27, R28, R31)", async () => {
    const journalist = await aJournalist();
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryClaim, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        fc.boolean(),
        async (randoms, isSubmitting, isUnsure) => {
          const [alone, together] = [await anEventOfTwo(), await anEventOfTwo()];
          const now = tick();
          const each: string[] = [];
          for (const random of randoms) {
            const input = await inputOf(random, alone);
            each.push(await logAlone(input, isSubmitting, isUnsure, now));
          }
          const claims = await Promise.all(randoms.map((random) => inputOf(random, together)));
          const options = { isSubmitting, questions: isUnsure ? "unsure" : "leave_out" } as const;
          const outcomes = await logClaims(journalist, { eventId: together.eventId, claims }, options, now);
          expect(outcomes.map(({ did }) => did)).toEqual(each);
          expect(await stored(together, now)).toEqual(await stored(alone, now));
        },
      ),
      { numRuns: 15 },
    );
    expect((await verifyHistory(db())).breaks).toEqual([]);
  }, 60_000);

  test("what is refused says why by field, and leaves the others alone", async () => {
    const place = await anEventOfTwo();
    const good = await inputOf(
      { kind: "figure", claimant: 0, measure: 0, n: 12, asOf: null, stated: "2026-05-04", reports: [0] },
      place,
    );
    const claims = [
      { ...good, claimantId: ABSENT },
      { ...good, measureId: await aMeasure((await anEvent()).id) } as LogClaim,
      { ...good, attributions: [] },
      good,
      good,
      { ...good, claimantId: claimants[1] as string, attributions: [attributionInput(ABSENT)] },
    ];
    const outcomes = await logClaims(
      await aJournalist(),
      { eventId: place.eventId, claims },
      OPTIONS,
      tick(),
    );
    expect(outcomes).toEqual(
      [
        { did: "refused", fields: { claimantId: "This claimant is not on file: choose it again." } },
        { did: "refused", fields: { measureId: "Choose a measure of this event." } },
        { did: "refused", fields: { attributions: expect.stringContaining("Name the report") } },
        { did: "logged", id: expect.any(String), version: 1 },
        { did: "asked", publicIds: [expect.any(String)] },
        { did: "refused", fields: { "attribution.reportId": expect.any(String) } },
      ].map((outcome) => ("fields" in outcome ? { ...outcome, fields: expect.anything() } : outcome)),
    );
    expect(await db().claim.count({ where: { eventId: place.eventId } })).toBe(1);
  });

  test("a form that was sent before is the claim that it became, also within the batch", async () => {
    const place = await anEventOfTwo();
    const journalist = await aJournalist();
    const submissionId = "01a2046f-0f54-758f-b983-d6d58176e1aa";
    const claim = { ...(await figureInput({ eventId: place.eventId })), submissionId };
    const input = { eventId: place.eventId, claims: [claim, claim] };
    const [first, second] = await logClaims(journalist, input, OPTIONS, tick());
    expect(first?.did).toBe("logged");
    expect(second).toMatchObject({ did: "same", id: first?.did === "logged" && first.id });
    const again = await logClaims(journalist, input, OPTIONS, tick());
    expect(again.map(({ did }) => did)).toEqual(["same", "same"]);
  });

  test("one that no database could keep is refused alone: of another event's form, or with half a letter", async () => {
    const journalist = await aJournalist();
    const submissionId = "01a2046f-0f54-758f-b983-d6d58176e1ab";
    const elsewhere = await anEventOfTwo();
    await logClaim(
      journalist,
      { ...(await figureInput({ eventId: elsewhere.eventId })), submissionId },
      tick(),
    );
    const { eventId } = await anEventOfTwo();
    const claims = [
      { ...(await figureInput({ eventId })), submissionId },
      await figureInput({ eventId, raw: "12 \ud800" }),
      await figureInput({ eventId }),
    ];
    const outcomes = await logClaims(journalist, { eventId, claims }, OPTIONS, tick());
    expect(outcomes.map(({ did }) => did)).toEqual(["refused", "refused", "logged"]);
  });

  test("a date at the end of our calendar is kept as one by one (R32)", async () => {
    const stated = { edtf: "9999", zone: "America/New_York" };
    const places = [await anEventOfTwo(), await anEventOfTwo()] as const;
    const inputs = await Promise.all(
      places.map(async ({ eventId }) => ({ ...(await figureInput({ eventId })), stated, asOf: stated })),
    );
    const journalist = await aJournalist();
    await logClaim(journalist, inputs[0] as LogClaim, tick());
    const claims = [inputs[1] as LogClaim];
    await logClaims(journalist, { eventId: places[1].eventId, claims }, OPTIONS, tick());
    const [alone, together] = await Promise.all(
      places.map(
        ({ eventId }) =>
          db()
            .$queryRaw`select stated_latest::text, as_of_earliest::text from claim where event_id = ${eventId}::uuid`,
      ),
    );
    expect(together).toEqual(alone);
    expect(together).toEqual([
      { stated_latest: "10000-01-01 04:59:59.999+00", as_of_earliest: "9999-01-01 05:00:00+00" },
    ]);
  });

  test("who may not log claims is refused, and nothing is left", async () => {
    const place = await anEventOfTwo();
    const reader = { ...(await aJournalist()), role: "reader" as never };
    const claims = [await figureInput({ eventId: place.eventId })];
    const { error, leftNothing } = await refusalOf(() =>
      logClaims(reader, { eventId: place.eventId, claims }, OPTIONS, tick()),
    );
    expect(error).toBeInstanceOf(Forbidden);
    expect(leftNothing).toBe(true);
  });

  test("of two batches with the same claims at once, one logs them (R27)", async () => {
    const place = await anEventOfTwo();
    const claims = [await figureInput({ eventId: place.eventId, asOf: "2026-05-04" })];
    const [one, other] = await Promise.all(
      [1, 2].map(async () =>
        logClaims(await aJournalist(), { eventId: place.eventId, claims }, OPTIONS, tick()),
      ),
    );
    expect([one?.[0]?.did, other?.[0]?.did].toSorted()).toEqual(["logged", "same"]);
  });
});

async function logAlone(
  input: LogClaim,
  isSubmitting: boolean,
  isUnsure: boolean,
  now: Date,
): Promise<string> {
  const journalist = await aJournalist();
  const log = async (claim: LogClaim) => {
    const id = await logClaim(journalist, claim, now);
    if (isSubmitting) await submitClaim(journalist, { id, version: 1 }, now);
    return "logged";
  };
  try {
    return await log(input);
  } catch (error) {
    if (error instanceof Invalid) return "refused";
    if (error instanceof NeedsAnswer) {
      if (!isUnsure) return "asked";
      const answers = error.questions.map(({ kind, claimId }) => {
        return { kind, claimId, answer: "unsure" as const, note: null };
      });
      return log({ ...input, answers });
    }
    if (error instanceof Conflict) return "same";
    throw error;
  }
}
