import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "../../lib/db/client";
import { aClaim } from "../factories/claims";
import { anEvent } from "../factories/records";

// A zone that is off by a fraction of an hour and keeps summer time: any slip of it shows.
const ZONE = "Pacific/Chatham";
const zoneBefore = process.env.TZ;

beforeAll(() => {
  process.env.TZ = ZONE;
  expect(new Date("2026-05-04T00:00:00Z").getTimezoneOffset()).toBe(-765);
});
afterAll(() => {
  if (zoneBefore === undefined) delete process.env.TZ;
  else process.env.TZ = zoneBefore;
});

describe("an instant", () => {
  test("stands in its row as the same UTC text, wherever this process runs", async () => {
    const { id } = await anEvent({ occurred: { edtf: "2022-12-31T23:01:00+02:00", zone: "Europe/Kyiv" } });
    const [row] = await db().$queryRaw<{ text: string }[]>`
      select to_char(occurred_earliest at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as text
      from event where id = ${id}::uuid`;
    expect(row?.text).toBe("2022-12-31T21:01:00.000Z");
    const event = await db().event.findUniqueOrThrow({ where: { id } });
    expect(event.occurredEarliest.toISOString()).toBe("2022-12-31T21:01:00.000Z");
  });

  test("that is given to raw SQL means itself there", async () => {
    const instant = new Date("2026-10-25T00:30:00.123Z");
    const [row] = await db().$queryRaw<{ text: string; at: Date }[]>`
      select (${instant}::timestamptz at time zone 'UTC')::text as text, ${instant}::timestamptz as at`;
    expect(row).toEqual({ text: "2026-10-25 00:30:00.123", at: instant });
  });

  test("the session of the database is in UTC", async () => {
    const [row] = await db().$queryRaw<{ zone: string }[]>`select current_setting('TimeZone') as zone`;
    expect(row?.zone).toBe("UTC");
  });

  test("R32: a day is a day of its own zone, to its last millisecond", async () => {
    const claim = await aClaim({ stated: "2026-05-04" });
    expect(claim.statedEarliest.toISOString()).toBe("2026-05-04T00:00:00.000Z");
    expect(claim.statedLatest.toISOString()).toBe("2026-05-04T23:59:59.999Z");
    const kyiv = await anEvent({ occurred: { edtf: "2026-05-04", zone: "Europe/Kyiv" } });
    const event = await db().event.findUniqueOrThrow({ where: { id: kyiv.id } });
    expect(event.occurredEarliest.toISOString()).toBe("2026-05-03T21:00:00.000Z");
  });
});
