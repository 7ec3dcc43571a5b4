import { describe, expect, test } from "vitest";
import { db } from "../../lib/db/client";
import { Conflict, Invalid, NotFound, StaleVersion } from "../../lib/errors";
import { makeProposal } from "../../lib/proposals/make-proposal";
import type { MakeProposal } from "../../lib/proposals/schema";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import {
  aClaim,
  aPublishedEvent,
  attributionInput,
  publicFigures,
  publish,
  readClaim,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { correctionProposal, otherNumber, reportProposal } from "../factories/proposals";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";
import { aWorld, everyWayOut } from "../factories/ways-out";

describe("makeProposal", () => {
  test("anybody proposes another figure for a published claim, which stands as it is", async () => {
    const [[claim], journalist, now] = [await publicFigures({ n: 63 }), await aJournalist(), tick()];
    const id = await makeProposal(journalist, correctionProposal(claim, otherNumber(89)), now);
    expect(await db().proposal.findUniqueOrThrow({ where: { id } })).toMatchObject({
      kind: "correction",
      claimId: claim.id,
      claimVersion: 4,
      changes: otherNumber(89),
      reason: "The transcript says otherwise.",
      proposedById: journalist.id,
      proposedAt: now,
      state: "open",
      decidedById: null,
    });
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "proposal.made",
      subjectKind: "proposal",
      chainId: claim.eventId,
      version: 1,
      changes: { kind: [null, "correction"], claimVersion: [null, 4], quantity: [null, { low: 89 }] },
    });
    expect(await readClaim(claim.id)).toMatchObject({ wording: "63", low: 63, version: 4 });
  });

  test("anybody proposes a report that carries a published claim", async () => {
    const [claim] = await publicFigures({ n: 63 });
    const input = await reportProposal(claim);
    for (const actor of [await aJournalist(), await anEditor(), await anAdmin()]) {
      const id = await makeProposal(actor, input, tick());
      expect((await db().proposal.findUniqueOrThrow({ where: { id } })).kind).toBe("report");
    }
    expect(await db().attribution.count({ where: { claimId: claim.id } })).toBe(1);
  });

  test("R34: no way out tells of what is proposed", async () => {
    const event = await aPublishedEvent();
    const world = await aWorld(event);
    const claim = await publish(world.claim);
    const secret = "not-to-be-read";
    const changed = {
      wording: { text: `twelve ${secret}`, language: "en", translation: null, translatedBy: null },
    };
    const journalist = await aJournalist();
    await makeProposal(journalist, correctionProposal(claim, changed, `Because ${secret}`), tick());
    const report = (await reportProposal(claim)) as Extract<MakeProposal, { kind: "report" }>;
    const attribution = { ...report.attribution, locator: secret };
    await makeProposal(journalist, { ...report, attribution }, tick());
    expect(JSON.stringify(await everyWayOut(world))).not.toContain(secret);
  });

  test("what could not be accepted is refused, and nothing is written", async () => {
    const [[claim], draft, journalist] = [
      await publicFigures({ n: 63 }),
      await aClaim(),
      await aJournalist(),
    ];
    const { reportId } = await db().attribution.findFirstOrThrow({ where: { claimId: claim.id } });
    const correction = correctionProposal(claim, otherNumber(89));
    const report = await reportProposal(claim);
    const wrong: [MakeProposal, unknown][] = [
      [correctionProposal(claim), Conflict],
      [correctionProposal(claim, otherNumber(-1)), Invalid],
      [correctionProposal(claim, { claimantId: crypto.randomUUID() }), Invalid],
      [{ ...correction, reason: "" }, Invalid],
      [{ ...correction, version: 3 }, StaleVersion],
      [{ ...correction, claimId: crypto.randomUUID() }, NotFound],
      [correctionProposal(draft, otherNumber(89)), Conflict],
      [await reportProposal(draft), Conflict],
      [await reportProposal(claim, reportId), Conflict],
      [{ ...report, attribution: attributionInput(crypto.randomUUID()) } as MakeProposal, Invalid],
    ];
    for (const [input, expected] of wrong) {
      const { error, leftNothing } = await refusalOf(() => makeProposal(journalist, input, tick()));
      expect(error).toBeInstanceOf(expected);
      expect(leftNothing).toBe(true);
    }
  });

  test("two who propose at once both do: nothing of the claim changes", async () => {
    const [[claim], journalist, editor] = [
      await publicFigures({ n: 63 }),
      await aJournalist(),
      await anEditor(),
    ];
    const { won } = await race(
      makeProposal(journalist, correctionProposal(claim, otherNumber(64)), tick()),
      makeProposal(editor, correctionProposal(claim, otherNumber(65)), tick()),
    );
    expect(won).toBe(2);
    expect(await readClaim(claim.id)).toMatchObject({ wording: "63", low: 63, version: 4 });
  });
});
