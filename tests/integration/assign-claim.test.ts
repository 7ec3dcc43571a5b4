import { describe, expect, test } from "vitest";
import { suspendPerson } from "../../lib/accounts/manage-person";
import type { Actor } from "../../lib/auth/actor";
import { assignClaim } from "../../lib/claims/assign-claim";
import { archiveClaim, publishClaim, reviewClaim, submitClaim } from "../../lib/claims/move-claim";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, type Invalid, NotFound, StaleVersion } from "../../lib/errors";
import { findAssignment, listAssignees } from "../../lib/queue/desk-assignment";
import { anAccount } from "../factories/accounts";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import { aClaim, aPublishedClaim, readClaim } from "../factories/claims";
import { tick } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";

const NOBODY = "00000000-0000-4000-8000-000000000000";
const rowOf = (claimId: string) => db().assignment.findUniqueOrThrow({ where: { claimId } });

describe("assignClaim", () => {
  test("an editor takes a claim, hands it to a colleague and gives it back: each step in its event's history", async () => {
    const [claim, editor, admin] = [await aClaim(), await anEditor(), await anAdmin()];
    const claimId = claim.id;
    const now = tick();
    await assignClaim(editor, { claimId, assigneeId: editor.id, version: 0 }, now);
    const { id } = await rowOf(claimId);
    expect(await rowOf(claimId)).toMatchObject({ assigneeId: editor.id, assignedAt: now, version: 1 });
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "assignment.made",
      subjectKind: "assignment",
      chainId: claim.eventId,
      version: 1,
      actorId: editor.id,
      changes: { claimId: [null, claimId], assigneeId: [null, editor.id] },
    });

    await assignClaim(editor, { claimId, assigneeId: admin.id, version: 1 }, tick());
    expect((await lastRevisionOf(id)).changes).toEqual({ assigneeId: [editor.id, admin.id] });
    expect(await findAssignment(editor, claimId)).toEqual({
      assigneeId: admin.id,
      assigneeName: admin.name,
      version: 2,
    });
    await assignClaim(editor, { claimId, assigneeId: null, version: 2 }, tick());
    expect(await lastRevisionOf(id)).toMatchObject({ version: 3, changes: { assigneeId: [admin.id, null] } });
    expect(await readClaim(claimId)).toEqual(claim);
  });

  test("who took a claim stands by it after its publication", async () => {
    const [{ id }, editor] = [await aClaim(), await anEditor()];
    await submitClaim(await aJournalist(), { id, version: 1 }, tick());
    await assignClaim(editor, { claimId: id, assigneeId: editor.id, version: 0 }, tick());
    await reviewClaim(editor, { id, version: 2 }, tick());
    await publishClaim(editor, { id, version: 3 }, tick());
    expect(await rowOf(id)).toMatchObject({ assigneeId: editor.id, version: 1 });
  });

  test("a journalist assigns nothing, and nothing is written", async () => {
    const [{ id: claimId }, journalist, editor] = [await aClaim(), await aJournalist(), await anEditor()];
    const { error, leftNothing } = await refusalOf(() =>
      assignClaim(journalist, { claimId, assigneeId: editor.id, version: 0 }, tick()),
    );
    expect(error).toBeInstanceOf(Forbidden);
    expect(leftNothing).toBe(true);
  });

  test("only an editor or admin whose account is open has a claim in hand, and no claim is taken twice", async () => {
    const [{ id: claimId }, journalist, editor] = [await aClaim(), await aJournalist(), await anEditor()];
    const suspended = await anAccount({ role: "editor" });
    await suspendPerson(await anAdmin(), { id: suspended.id, version: 1 }, tick());
    for (const assigneeId of [journalist.id, suspended.id, NOBODY]) {
      const { error, leftNothing } = await refusalOf(() =>
        assignClaim(editor, { claimId, assigneeId, version: 0 }, tick()),
      );
      expect((error as Invalid).fields).toHaveProperty("assigneeId");
      expect(leftNothing).toBe(true);
    }
    await assignClaim(editor, { claimId, assigneeId: editor.id, version: 0 }, tick());
    const again = await refusalOf(() =>
      assignClaim(editor, { claimId, assigneeId: editor.id, version: 1 }, tick()),
    );
    expect(again.error).toEqual(new Conflict("You have this claim already."));
    expect(again.leftNothing).toBe(true);
  });

  test("what is published or archived is in nobody's hands any more, and what is not there never was", async () => {
    const [published, laidAside, editor] = [await aPublishedClaim(), await aClaim(), await anEditor()];
    await archiveClaim(editor, { id: laidAside.id, version: 1, reason: "Logged twice." }, tick());
    const cases = [
      [published.id, new Conflict("This claim is published: nobody needs to take it.")],
      [laidAside.id, new Conflict("This claim is archived: reopen it first.")],
      [NOBODY, new NotFound("claim")],
    ] as const;
    for (const [claimId, expected] of cases) {
      const { error, leftNothing } = await refusalOf(() =>
        assignClaim(editor, { claimId, assigneeId: editor.id, version: 0 }, tick()),
      );
      expect(error).toEqual(expected);
      expect(leftNothing).toBe(true);
    }
  });

  test("R33: of two who take a claim at once, one has it, and the other is told", async () => {
    const [{ id: claimId }, editor, admin] = [await aClaim(), await anEditor(), await anAdmin()];
    for (const version of [0, 1]) {
      const take = (actor: Actor) =>
        assignClaim(actor, { claimId, assigneeId: version === 0 ? actor.id : null, version }, tick());
      const { won, errors } = await race(take(editor), take(admin));
      expect(won).toBe(1);
      expect(errors).toEqual([expect.any(StaleVersion)]);
    }
    expect(await rowOf(claimId)).toMatchObject({ assigneeId: null, version: 2 });
  });

  test("is offered to the colleagues who may review, and to nobody else", async () => {
    const [editor, other, journalist, gone] = [
      await anEditor(),
      await anAccount({ name: "Ines Duarte", role: "editor" }),
      await anAccount({ name: "Oleh Koval" }),
      await anAccount({ name: "Former Editor", role: "editor" }),
    ];
    await suspendPerson(await anAdmin(), { id: gone.id, version: gone.version }, tick());
    const offered = await listAssignees(editor);
    expect(offered).toContainEqual({ id: other.id, name: "Ines Duarte" });
    const ids = offered.map(({ id }) => id);
    for (const { id } of [editor, journalist, gone]) expect(ids).not.toContain(id);
  });
});
