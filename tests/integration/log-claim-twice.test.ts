import { describe, expect, test } from "vitest";
import { logClaim } from "../../lib/claims/log-claim";
import { db } from "../../lib/db/client";
import { Conflict, NeedsAnswer } from "../../lib/errors";
import { aJournalist, anEditor } from "../factories/cast";
import { attributionInput, figureInput, readClaim } from "../factories/claims";
import { tick } from "../factories/clock";
import { race, refusalOf } from "../factories/read-back";
import { aClaimant, aReport } from "../factories/records";

describe("R27: one claim is logged once", () => {
  test("the same claimant, measure, interval and as-of is the same claim, whoever logs it and where it was seen", async () => {
    const input = await figureInput({ asOf: "2026-05-04T10:00:00Z" });
    const id = await logClaim(await aJournalist(), input, tick());
    const again = { ...input, attributions: [attributionInput(await aReport())] };
    const editor = await anEditor();

    const { error, leftNothing } = await refusalOf(() => logClaim(editor, again, tick()));
    expect(error).toBeInstanceOf(Conflict);
    expect((error as Conflict).message).toContain((await readClaim(id)).publicId);
    expect(leftNothing).toBe(true);
  });

  test("R32: an as-of is an instant, however it is written", async () => {
    const input = await figureInput({ asOf: "2026-05-04T00:01:00+03:00" });
    const journalist = await aJournalist();
    await logClaim(journalist, input, tick());
    const elsewhere = { ...input, asOf: { edtf: "2026-05-03T21:01:00", zone: "UTC" } };
    const { error, leftNothing } = await refusalOf(() => logClaim(journalist, elsewhere, tick()));
    expect(error).toBeInstanceOf(Conflict);
    expect(leftNothing).toBe(true);
  });

  test("another figure, qualifier, as-of or claimant is another claim", async () => {
    const input = await figureInput({ n: 400, asOf: "2026-05-04" });
    const others = [
      input,
      { ...input, quantity: { ...input.quantity, low: 401, high: 401 } },
      { ...input, quantity: { ...input.quantity, qualifier: "about" as const } },
      { ...input, asOf: { edtf: "2026-05-05", zone: "UTC" } },
      { ...input, claimantId: (await aClaimant()).id },
    ];
    const journalist = await aJournalist();
    for (const other of others) await logClaim(journalist, other, tick());
    const claims = await db().claim.findMany({
      where: { eventId: input.eventId },
      orderBy: { number: "asc" },
    });
    expect(claims.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });

  test("of two who log the same claim at once, one does", async () => {
    const input = await figureInput();
    const [journalist, editor] = [await aJournalist(), await anEditor()];
    const { won, errors } = await race(
      logClaim(journalist, input, tick()),
      logClaim(editor, { ...input, attributions: [attributionInput(await aReport())] }, tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
    expect(await db().claim.count({ where: { eventId: input.eventId } })).toBe(1);
  });

  test("claims logged at once in one event each have a number of their own", async () => {
    const input = await figureInput();
    const journalist = await aJournalist();
    const { won } = await race(
      ...[1, 2, 3, 4, 5].map((n) =>
        logClaim(journalist, { ...input, quantity: { ...input.quantity, low: n, high: n } }, tick()),
      ),
    );
    expect(won).toBe(5);
    const chain = await db().chain.findUniqueOrThrow({ where: { id: input.eventId } });
    // The event, its measure, and each claim with its attribution.
    expect(chain.length).toBe(2 + 5 * 2);
  });
});

describe("R28: a figure without an as-of", () => {
  test("is asked about within three days, and one of its own when it is said again later", async () => {
    const input = await figureInput({ n: 63, stated: "2026-05-04" });
    const journalist = await aJournalist();
    await logClaim(journalist, input, tick());
    const again = (stated: string) => ({ ...input, stated: { edtf: stated, zone: "UTC" } });
    const { error } = await refusalOf(() => logClaim(journalist, again("2026-05-06"), tick()));
    expect(error).toBeInstanceOf(NeedsAnswer);
    await logClaim(journalist, again("2026-09-04"), tick());
    expect(await db().claim.count({ where: { eventId: input.eventId } })).toBe(2);
  });
});
