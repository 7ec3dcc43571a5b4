import { describe, expect, test } from "vitest";
import { amendClaim } from "../../lib/claims/amend-claim";
import { toInput, valuesOf } from "../../lib/claims/claim-row";
import type { EditedClaim } from "../../lib/claims/schema";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, NotFound, StaleVersion } from "../../lib/errors";
import { acceptProposal, declineProposal } from "../../lib/proposals/decide-proposal";
import { findProposal, listMyProposals, listOpenProposals } from "../../lib/proposals/desk-proposals";
import { makeProposal } from "../../lib/proposals/make-proposal";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import { publicFigures, read, readClaim, type StoredClaim } from "../factories/claims";
import { tick } from "../factories/clock";
import { aProposal, correctionProposal, otherNumber, reportProposal } from "../factories/proposals";
import { lastRevisionOf, race, refusalOf, storedRange } from "../factories/read-back";

const basis = (claim: StoredClaim) => ({ ...toInput(valuesOf(claim)), basis: "named_list" }) as EditedClaim;
const readProposal = (id: string) => db().proposal.findUniqueOrThrow({ where: { id } });

describe("acceptProposal", () => {
  test("R24: what a journalist proposed is amended in the open, with the journalist's reason", async () => {
    const [[claim], editor, now] = [await publicFigures({ n: 63 }), await anEditor(), tick()];
    const id = await aProposal(correctionProposal(claim, otherNumber(89)));
    expect(await storedRange(claim.measureId)).toEqual([63, 63]);
    await acceptProposal(editor, { id, version: 1, claimVersion: 4 }, now);

    expect(await readClaim(claim.id)).toMatchObject({ low: 89, wording: "89", version: 5 });
    expect(await storedRange(claim.measureId)).toEqual([89, 89]);
    expect(await readProposal(id)).toMatchObject({
      state: "accepted",
      decidedById: editor.id,
      decidedAt: now,
      version: 2,
    });
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "proposal.accepted",
      changes: { state: ["open", "accepted"] },
    });
    const correction = await db().correction.findFirstOrThrow({ where: { claimId: claim.id } });
    expect(correction).toMatchObject({
      kind: "amendment",
      reason: "The transcript says otherwise.",
      claimVersion: 5,
      correctedById: editor.id,
    });
  });

  test("a proposed report is attached and public at once", async () => {
    const [[claim], editor] = [await publicFigures({ n: 63 }), await anEditor()];
    const id = await aProposal(await reportProposal(claim));
    await acceptProposal(editor, { id, version: 1, claimVersion: 4 }, tick());
    expect((await readClaim(claim.id)).reportCount).toBe(2);
  });

  test("R33: it is held against the claim as it now is, and changes nothing else of it", async () => {
    const [[claim], editor] = [await publicFigures({ n: 63 }), await anEditor()];
    const id = await aProposal(correctionProposal(claim, otherNumber(89)));
    await amendClaim(editor, { ...read(claim), claim: basis(claim), reason: "It is a list." }, tick());

    const { error, leftNothing } = await refusalOf(() =>
      acceptProposal(editor, { id, version: 1, claimVersion: 4 }, tick()),
    );
    expect(error).toBeInstanceOf(StaleVersion);
    expect(leftNothing).toBe(true);
    await acceptProposal(editor, { id, version: 1, claimVersion: 5 }, tick());
    expect(await readClaim(claim.id)).toMatchObject({ low: 89, basis: "named_list", version: 6 });
  });

  test("nobody accepts their own where the event asks for four eyes, and no journalist accepts any", async () => {
    const [[claim], editor, journalist] = [
      await publicFigures({ n: 63 }),
      await anEditor(),
      await aJournalist(),
    ];
    const id = await makeProposal(editor, correctionProposal(claim, otherNumber(89)), tick());
    const input = { id, version: 1, claimVersion: 4 };
    const own = await refusalOf(() => acceptProposal(editor, input, tick()));
    const role = await refusalOf(() => acceptProposal(journalist, input, tick()));
    expect([own.error, role.error]).toEqual([expect.any(Conflict), expect.any(Forbidden)]);
    expect([own.leftNothing, role.leftNothing]).toEqual([true, true]);
    await acceptProposal(await anAdmin(), input, tick());
    expect((await readClaim(claim.id)).low).toBe(89);
  });

  test("what was decided, is not on file, or breaks a rule by now is refused, and nothing is written", async () => {
    const [[claim], editor] = [await publicFigures({ n: 63 }), await anEditor()];
    const [first, second] = [
      await aProposal(correctionProposal(claim, otherNumber(89))),
      await aProposal(correctionProposal(claim, otherNumber(89))),
    ];
    await acceptProposal(editor, { id: first, version: 1, claimVersion: 4 }, tick());
    const wrong = [
      [{ id: first, version: 2, claimVersion: 5 }, Conflict],
      [{ id: first, version: 1, claimVersion: 5 }, StaleVersion],
      [{ id: second, version: 1, claimVersion: 5 }, Conflict],
      [{ id: crypto.randomUUID(), version: 1, claimVersion: 5 }, NotFound],
    ] as const;
    for (const [input, expected] of wrong) {
      const { error, leftNothing } = await refusalOf(() => acceptProposal(editor, input, tick()));
      expect(error).toBeInstanceOf(expected);
      expect(leftNothing).toBe(true);
    }
  });

  test("of two who decide it at once, one does", async () => {
    const [[claim], editor, admin] = [await publicFigures({ n: 63 }), await anEditor(), await anAdmin()];
    const id = await aProposal(correctionProposal(claim, otherNumber(89)));
    const { won, errors } = await race(
      acceptProposal(editor, { id, version: 1, claimVersion: 4 }, tick()),
      declineProposal(admin, { id, version: 1, answer: "The transcript says 63." }, tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(StaleVersion)]);
    expect(await db().revision.count({ where: { subjectId: id } })).toBe(2);
  });
});

describe("declineProposal", () => {
  test("its author reads why, and the claim stands as it was", async () => {
    const [[claim], editor, journalist] = [
      await publicFigures({ n: 63 }),
      await anEditor(),
      await aJournalist(),
    ];
    const id = await aProposal(correctionProposal(claim, otherNumber(89)));
    await declineProposal(editor, { id, version: 1, answer: "The transcript says 63." }, tick());
    expect(await readClaim(claim.id)).toMatchObject({ wording: "63", low: 63, version: 4 });
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "proposal.declined",
      changes: { state: ["open", "declined"], answer: [null, "The transcript says 63."] },
    });
    expect((await listMyProposals(journalist))[0]).toMatchObject({
      id,
      state: "declined",
      answer: "The transcript says 63.",
      decidedBy: editor.name,
    });
    expect((await listOpenProposals(editor)).rows.map((row) => row.id)).not.toContain(id);
  });

  test("a journalist declines nothing, nobody without an answer, and nothing is written", async () => {
    const [[claim], editor, journalist] = [
      await publicFigures({ n: 63 }),
      await anEditor(),
      await aJournalist(),
    ];
    const id = await aProposal(correctionProposal(claim, otherNumber(89)));
    const wrong = [
      [journalist, "No.", Forbidden],
      [editor, " ", Invalid],
    ] as const;
    for (const [actor, answer, expected] of wrong) {
      const { error, leftNothing } = await refusalOf(() =>
        declineProposal(actor, { id, version: 1, answer }, tick()),
      );
      expect(error).toBeInstanceOf(expected);
      expect(leftNothing).toBe(true);
    }
  });

  test("of two who decline it at once, one does", async () => {
    const [[claim], editor, admin] = [await publicFigures({ n: 63 }), await anEditor(), await anAdmin()];
    const id = await aProposal(await reportProposal(claim));
    const { won } = await race(
      declineProposal(editor, { id, version: 1, answer: "No." }, tick()),
      declineProposal(admin, { id, version: 1, answer: "No." }, tick()),
    );
    expect(won).toBe(1);
  });
});

describe("findProposal", () => {
  test("R33: shows each field as its author read it, as proposed, and as it is now", async () => {
    const [[claim], editor, journalist] = [
      await publicFigures({ n: 63 }),
      await anEditor(),
      await aJournalist(),
    ];
    const id = await aProposal(correctionProposal(claim, { ...otherNumber(89), basis: "count" }));
    await amendClaim(editor, { ...read(claim), claim: basis(claim), reason: "It is a list." }, tick());
    const view = await findProposal(editor, id);
    expect(view).toMatchObject({
      claimVersion: 4,
      currentClaimVersion: 5,
      mayAccept: true,
      mayDecline: true,
      proposedBy: { name: journalist.name },
    });
    expect(view?.fields.map(({ field }) => field)).toEqual(["wording", "basis", "quantity"]);
    expect(view?.fields[1]).toEqual({
      field: "basis",
      before: "unstated",
      proposed: "count",
      current: "named_list",
    });
    expect((await findProposal(journalist, id))?.mayAccept).toBe(false);
    expect((await listOpenProposals(journalist)).rows).toContainEqual(expect.objectContaining({ id }));
    expect(await findProposal(editor, crypto.randomUUID())).toBeNull();
  });

  test("names the records that a proposed report points at", async () => {
    const [claim] = await publicFigures({ n: 63 });
    const input = await reportProposal(claim);
    const view = await findProposal(await anEditor(), await aProposal(input));
    const reportId = input.kind === "report" ? input.attribution.reportId : "";
    const { title } = await db().report.findUniqueOrThrow({ where: { id: reportId } });
    expect(view?.names).toEqual({ [reportId]: title });
    expect(view?.fields.find(({ field }) => field === "carries")).toMatchObject({
      before: null,
      proposed: "paraphrase",
      current: null,
    });
  });
});
