import { describe, expect, test } from "vitest";
import { db } from "../../lib/db/client";
import { Invalid, NotFound } from "../../lib/errors";
import { REGISTER } from "../../lib/history/schema";
import { listNotes } from "../../lib/notes/desk-notes";
import type { NotedKind, WriteNote } from "../../lib/notes/schema";
import { writeNote } from "../../lib/notes/write-note";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import { aPublishedEvent, publish } from "../factories/claims";
import { tick } from "../factories/clock";
import { aProposal, reportProposal } from "../factories/proposals";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";
import { aPublication } from "../factories/records";
import { aWorld, everyWayOut } from "../factories/ways-out";

/** One record of each kind that can have a note, and the chain that its history stands in. */
async function noted(): Promise<[NotedKind, string, string][]> {
  const world = await aWorld(await aPublishedEvent());
  const claim = await publish(world.claim);
  const attribution = await db().attribution.findFirstOrThrow({ where: { claimId: claim.id } });
  const { eventId } = claim;
  return [
    ["event", eventId, eventId],
    ["measure", world.measureId, eventId],
    ["claim", claim.id, eventId],
    ["attribution", attribution.id, eventId],
    ["proposal", await aProposal(await reportProposal(claim)), eventId],
    ["claimant", claim.claimantId, REGISTER],
    ["publication", (await aPublication()).id, REGISTER],
    ["report", world.report.id, REGISTER],
  ];
}

describe("writeNote", () => {
  test("anybody tells colleagues about any record, in the history of its event or in the register", async () => {
    const people = [await aJournalist(), await anEditor(), await anAdmin()];
    for (const [at, [subjectKind, subjectId, chainId]] of (await noted()).entries()) {
      const [actor, now] = [people[at % 3] ?? (await anEditor()), tick()];
      const id = await writeNote(actor, { subjectKind, subjectId, text: "Ask the desk in Kyiv." }, now);
      expect(await listNotes(actor, subjectKind, subjectId)).toEqual([
        { id, text: "Ask the desk in Kyiv.", by: actor.name, at: now.getTime() },
      ]);
      expect(await lastRevisionOf(id)).toMatchObject({
        action: "note.written",
        subjectKind: "note",
        version: 1,
        chainId,
        changes: { text: [null, "Ask the desk in Kyiv."], subjectId: [null, subjectId] },
      });
    }
  });

  test("R34: no way out tells of a note", async () => {
    const world = await aWorld(await aPublishedEvent());
    const claim = await publish(world.claim);
    const secret = "not-to-be-read";
    for (const [subjectKind, subjectId] of [
      ["claim", claim.id],
      ["event", claim.eventId],
    ] as const) {
      await writeNote(await aJournalist(), { subjectKind, subjectId, text: secret }, tick());
    }
    expect(JSON.stringify(await everyWayOut(world))).not.toContain(secret);
  });

  test("the newest stand first, and two written at once are both kept", async () => {
    const [[, , [subjectKind, subjectId] = ["claim", ""]], journalist, editor] = [
      await noted(),
      await aJournalist(),
      await anEditor(),
    ];
    const note = (text: string): WriteNote => ({ subjectKind: subjectKind as NotedKind, subjectId, text });
    await writeNote(journalist, note("First."), tick());
    const { won } = await race(
      writeNote(journalist, note("Second."), tick()),
      writeNote(editor, note("Third."), tick()),
    );
    expect(won).toBe(2);
    const texts = (await listNotes(editor, subjectKind as NotedKind, subjectId)).map(({ text }) => text);
    expect(texts).toEqual(["Third.", "Second.", "First."]);
  });

  test("a note about nothing on file, or with nothing in it, is refused, and nothing is written", async () => {
    const [journalist, [, , [, id] = ["claim", ""]]] = [await aJournalist(), await noted()];
    const wrong: [WriteNote, unknown][] = [
      [{ subjectKind: "claim", subjectId: crypto.randomUUID(), text: "Lost." }, NotFound],
      [{ subjectKind: "report", subjectId: id, text: "Of another kind." }, NotFound],
      [{ subjectKind: "claim", subjectId: id, text: "  " }, Invalid],
      [{ subjectKind: "actor" as NotedKind, subjectId: journalist.id, text: "Of a person." }, Invalid],
    ];
    for (const [input, expected] of wrong) {
      const { error, leftNothing } = await refusalOf(() => writeNote(journalist, input, tick()));
      expect(error).toBeInstanceOf(expected);
      expect(leftNothing).toBe(true);
    }
  });
});
