import { beforeAll, describe, expect, test } from "vitest";
import { type ClaimsPage, listClaims } from "../../lib/claims/list-claims";
import { logClaim } from "../../lib/claims/log-claim";
import { CLAIM_SORTS, ListClaims } from "../../lib/claims/schema";
import { db } from "../../lib/db/client";
import { aJournalist } from "../factories/cast";
import { figureInput, makePublic, publish } from "../factories/claims";
import { tick } from "../factories/clock";
import { queriesOf } from "../factories/read-back";
import { aClaimant, aMeasure, anEvent } from "../factories/records";

const EVENTS = 4;
const CLAIMS = 120;
// Three days for 120 claims: most neighbours in the list share theirs, so that the ids decide.
const DAYS = ["2026-05-04", "2026-05-05", "2026-05-06"];

beforeAll(async () => {
  const journalist = await aJournalist();
  const claimant = await aClaimant();
  const fill = async (offset: number) => {
    const event = await anEvent();
    const common = { eventId: event.id, claimantId: claimant.id, measureId: await aMeasure(event.id) };
    for (let n = offset; n < CLAIMS; n += EVENTS) {
      const input = await figureInput({
        ...common,
        n,
        stated: DAYS[n % 3],
        isFromMemory: true,
        attributions: [],
      });
      await publish({ id: await logClaim(journalist, input, tick()) });
    }
    await makePublic(event);
  };
  await Promise.all(Array.from({ length: EVENTS }, (_, offset) => fill(offset)));
}, 120_000);

const ids = (page: ClaimsPage) => page.rows.map(({ publicId }) => publicId);

describe("the pages of the claims list", () => {
  test.each(CLAIM_SORTS)("sorted by %s, show each claim once, forward and back again", async (sort) => {
    const whole = ids(await listClaims(ListClaims.parse({ sort }), 500));
    expect(new Set(whole).size).toBe(CLAIMS);

    const forward: ClaimsPage[] = [];
    for (let after: string | null = null; ; ) {
      const page = await listClaims(ListClaims.parse({ sort, after }), 7);
      forward.push(page);
      after = page.next;
      if (after === null) break;
    }
    expect(forward.flatMap(ids)).toEqual(whole);
    expect(forward[0]?.previous).toBeNull();
    expect(forward).toHaveLength(Math.ceil(CLAIMS / 7));

    const backward: ClaimsPage[] = [];
    for (let before = forward.at(-1)?.previous ?? null; before !== null; ) {
      const page = await listClaims(ListClaims.parse({ sort, before }), 7);
      backward.unshift(page);
      before = page.previous;
    }
    expect(backward.flatMap(ids)).toEqual(forward.slice(0, -1).flatMap(ids));
    expect(backward.every(({ next }) => next !== null)).toBe(true);
  });

  test("are in the order of their dates", async () => {
    const { rows } = await listClaims(ListClaims.parse({ sort: "stated" }), 500);
    const dates = rows.map(({ stated }) => stated.earliest);
    expect(dates).toEqual(dates.toSorted((a, b) => a - b));
  });

  test("keep their filters from page to page", async () => {
    const event = await db().event.findFirstOrThrow({ orderBy: { id: "asc" } });
    const first = await listClaims(ListClaims.parse({ event: event.slug }), 20);
    const second = await listClaims(ListClaims.parse({ event: event.slug, after: first.next }), 20);
    expect([...first.rows, ...second.rows].every((row) => row.event.slug === event.slug)).toBe(true);
    expect(new Set([...ids(first), ...ids(second)]).size).toBe(CLAIMS / EVENTS);
    expect(second.next).toBeNull();
  });

  test("that end exactly with the last claim lead no further", async () => {
    const page = await listClaims(ListClaims.parse({}), CLAIMS);
    expect(page.rows).toHaveLength(CLAIMS);
    expect(page.next).toBeNull();
  });

  test("after the last claim, and before the first, are empty and lead back", async () => {
    const nobody = "00000000-0000-0000-0000-000000000000";
    const after = await listClaims(ListClaims.parse({ after: `0_${nobody}` }), 7);
    expect(after).toMatchObject({ rows: [], next: null });
  });

  test.each([
    "-62198755200000_00000000-0000-0000-0000-000000000000",
    "-999999999999999_00000000-0000-0000-0000-000000000000",
    "999999999999999_ffffffff-ffff-ffff-ffff-ffffffffffff",
    "253402300799999_ffffffff-ffff-ffff-ffff-ffffffffffff",
  ])("survive a cursor from the edge of time: %s", async (cursor) => {
    for (const query of [{ after: cursor }, { before: cursor }]) {
      await expect(listClaims(ListClaims.parse(query), 7)).resolves.toBeDefined();
    }
  });

  test("take as many queries as any other, and read no more rows than they show and one", async () => {
    const few = await queriesOf(() => listClaims(ListClaims.parse({}), 5));
    const many = await queriesOf(() => listClaims(ListClaims.parse({ q: "1", kind: "killed" }), 100));
    expect(few.length).toBe(2);
    expect(many.length).toBeLessThanOrEqual(2);
    expect(few[0]).toMatch(/limit \$\d+$/);
  });
});
