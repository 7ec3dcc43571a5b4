import { describe, expect, test } from "vitest";
import { secondsBeforeUse } from "../../lib/auth/throttle";
import { db } from "../../lib/db/client";
import { findReportableClaim } from "../../lib/error-reports/queries";
import { reportError } from "../../lib/error-reports/report-error";
import { Invalid, NotFound } from "../../lib/errors";
import { aPublishedClaim, publicFigures, readClaim } from "../factories/claims";
import { tick, unique } from "../factories/clock";
import { anErrorReport, errorReportInput } from "../factories/error-reports";
import { race, refusalOf } from "../factories/read-back";
import { aWorld, everyWayOut } from "../factories/ways-out";

const aReader = () => ({ address: unique("192.0.2") });
const DAY = 24 * 3600 * 1000;
const countOn = (claimId: string) => db().errorReport.count({ where: { claimId } });

describe("reportError", () => {
  test("a reader without an account reports an error, and nothing of the claim or its history changes", async () => {
    const [[claim], now] = [await publicFigures({ n: 63 }), tick()];
    const [before, revisions] = [await readClaim(claim.id), await db().revision.count()];
    const input = errorReportInput(claim, { text: "  It says 64,\r\nnot 63. " });
    const reported = await reportError(input, aReader(), now);

    expect(reported).toEqual({ state: "taken", publicId: expect.stringMatching(/^[0-9a-z]{9}$/) });
    expect(await db().errorReport.findFirstOrThrow({ where: { claimId: claim.id } })).toMatchObject({
      text: "It says 64,\nnot 63.",
      url: "https://example.org/transcript",
      contact: "reader@example.org",
      claimVersion: 4,
      receivedAt: now,
      state: "open",
      answer: null,
      version: 1,
    });
    expect(await readClaim(claim.id)).toEqual(before);
    expect(await db().revision.count()).toBe(revisions);
  });

  test("where it can be checked and how to reach the reader are left out at will", async () => {
    const [claim] = await publicFigures({ n: 63 });
    expect(await anErrorReport(claim, { url: "", contact: " " })).toMatchObject({ url: null, contact: null });
  });

  test("R34: an error in a claim that is not public, or not there, is as one in nothing", async () => {
    const claim = await aPublishedClaim();
    for (const publicId of [claim.publicId, "222222222", "", "' or true"]) {
      const input = errorReportInput(claim, { publicId });
      const { error, leftNothing } = await refusalOf(() => reportError(input, aReader(), tick()));
      expect(error).toBeInstanceOf(NotFound);
      expect(leftNothing).toBe(true);
      expect(await findReportableClaim(publicId)).toBeNull();
    }
  });

  test("what is too short or long, or no address, is refused at its field, and a form of a later version as a whole", async () => {
    const [claim] = await publicFigures({ n: 63 });
    const wrong = [
      [{ text: " " }, "text"],
      [{ text: "Wrong." }, "text"],
      [{ text: "x".repeat(4001) }, "text"],
      [{ url: "javascript:alert(1)" }, "url"],
      [{ url: "not an address" }, "url"],
      [{ contact: "x".repeat(201) }, "contact"],
      [{ claimVersion: 0 }, "claimVersion"],
      [{ claimVersion: 5 }, "form"],
    ] as const;
    for (const [given, field] of wrong) {
      const error = await reportError(errorReportInput(claim, given), aReader(), tick()).catch((e) => e);
      expect(error).toBeInstanceOf(Invalid);
      expect(Object.keys((error as Invalid).fields)).toEqual([field]);
    }
    expect(await countOn(claim.id)).toBe(0);
  });

  test("what a program fills in where people see no field is not kept, and counts for nothing", async () => {
    const [[claim], reader] = [await publicFigures({ n: 63 }), aReader()];
    const input = errorReportInput(claim, { leaveBlank: "https://spam.example" });
    for (let i = 0; i < 7; i += 1)
      expect(await reportError(input, reader, tick())).toEqual({ state: "by_a_program" });
    expect(await countOn(claim.id)).toBe(0);
    expect((await reportError({ ...input, leaveBlank: "" }, reader, tick())).state).toBe("taken");
  });

  test("the same text on the same claim within a day is taken once, also when it is sent twice at once", async () => {
    const [[claim, other], now] = [await publicFigures({ n: 63 }, { n: 89 }), tick()];
    const input = errorReportInput(claim);
    const { won } = await race(reportError(input, aReader(), now), reportError(input, aReader(), now));
    expect([won, await countOn(claim.id)]).toEqual([2, 1]);
    const [first, again] = [
      await db().errorReport.findFirstOrThrow({ where: { claimId: claim.id } }),
      await reportError(input, aReader(), new Date(now.getTime() + DAY - 1)),
    ];
    expect(again).toEqual({ state: "taken", publicId: first.publicId });
    await reportError({ ...input, publicId: other.publicId }, aReader(), now);
    expect([await countOn(claim.id), await countOn(other.id)]).toEqual([1, 1]);
    await reportError(input, aReader(), new Date(now.getTime() + DAY));
    expect(await countOn(claim.id)).toBe(2);
  });

  test("from one address five are taken in an hour, the sixth is told when to come back, and another address is not kept out", async () => {
    const [[claim], reader] = [await publicFigures({ n: 63 }), aReader()];
    for (let i = 0; i < 5; i += 1)
      expect((await reportError(errorReportInput(claim), reader, tick())).state).toBe("taken");
    const late = await reportError(errorReportInput(claim), reader, tick());
    expect(late).toEqual({ state: "too_often", retryAfterSeconds: expect.any(Number) });
    const seconds = late.state === "too_often" ? late.retryAfterSeconds : 0;
    expect(seconds).toBeGreaterThan(3500);
    expect(seconds).toBeLessThanOrEqual(3600);
    expect(await countOn(claim.id)).toBe(5);
    expect((await reportError(errorReportInput(claim), aReader(), tick())).state).toBe("taken");
  });

  test("from one address twenty are taken in a day, on one claim thirty, and no address is stored", async () => {
    const [[claim], reader] = [await publicFigures({ n: 63 }), aReader()];
    for (let i = 0; i < 20; i += 1) await secondsBeforeUse("error_report_day", reader.address);
    const daily = await reportError(errorReportInput(claim), reader, tick());
    expect(daily.state === "too_often" && daily.retryAfterSeconds).toBeGreaterThan(23 * 3600);
    for (let i = 0; i < 30; i += 1) await secondsBeforeUse("error_report_claim", claim.id);
    expect((await reportError(errorReportInput(claim), aReader(), tick())).state).toBe("too_often");
    expect(await countOn(claim.id)).toBe(0);
    const stored = [await db().rateLimit.findMany(), await db().errorReport.findMany()];
    expect(JSON.stringify(stored)).not.toContain("192.0.2");
  });

  test("R34: no way out tells of what a reader reported", async () => {
    const [[claim], word] = [await publicFigures({ n: 63 }), unique("whisper")];
    await anErrorReport(claim, { text: `They say ${word} was there.`, contact: word });
    const event = await db().event.findUniqueOrThrow({ where: { id: claim.eventId } });
    const world = await aWorld(event);
    const seen = await everyWayOut({ ...world, claim });
    expect(JSON.stringify(seen)).toContain(claim.publicId);
    expect(JSON.stringify(seen)).not.toContain(word);
  });
});

describe("findReportableClaim", () => {
  test("names the claim as its own page does, with the version to carry", async () => {
    const [claim] = await publicFigures({ n: 63 });
    const event = await db().event.findUniqueOrThrow({ where: { id: claim.eventId } });
    expect(await findReportableClaim(claim.publicId)).toMatchObject({
      publicId: claim.publicId,
      version: 4,
      wording: { text: "63", language: "en" },
      measure: expect.any(String),
      event: { slug: event.slug, title: event.title },
    });
  });
});
