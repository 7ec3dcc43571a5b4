import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "../../lib/db/client";
import { discardDraft, keepDraft } from "../../lib/drafts/keep-draft";
import { findDraft, listDrafts } from "../../lib/drafts/queries";
import { Conflict, Invalid, NotFound } from "../../lib/errors";
import { followEvent, unfollowEvent } from "../../lib/events/follow-event";
import { listFollowed } from "../../lib/events/list-followed";
import { aJournalist, anEditor } from "../factories/cast";
import { aClaim } from "../factories/claims";
import { tick } from "../factories/clock";
import { anEvent } from "../factories/records";

const draft = (values: Record<string, string[]>, id = randomUUID()) => ({
  id,
  form: "claim" as const,
  values,
});

describe("an unfinished form", () => {
  test("is kept as far as it was typed, in the place of what was kept before, and thrown away", async () => {
    const [journalist, first, second] = [await aJournalist(), tick(), tick()];
    const { id } = draft({});
    await keepDraft(journalist, draft({ figure: ["at lea"] }, id), first);
    await keepDraft(journalist, draft({ figure: ["at least 63"], kinds: ["a", "b"] }, id), second);
    expect(await findDraft(journalist, id)).toEqual({
      id,
      values: { figure: ["at least 63"], kinds: ["a", "b"] },
      updatedAt: second.getTime(),
    });
    await discardDraft(journalist, { id });
    expect(await findDraft(journalist, id)).toBeNull();
    await discardDraft(journalist, { id });
  });

  test("is its author's alone: nobody else finds, changes or throws it away", async () => {
    const [journalist, editor] = [await aJournalist(), await anEditor()];
    const { id } = draft({});
    await keepDraft(journalist, draft({ figure: ["63"] }, id), tick());
    expect(await findDraft(editor, id)).toBeNull();
    expect(await listDrafts(editor)).toEqual([]);
    await expect(keepDraft(editor, draft({ figure: ["400"] }, id), tick())).rejects.toThrow(NotFound);
    await discardDraft(editor, { id });
    expect((await findDraft(journalist, id))?.values.figure).toEqual(["63"]);
  });

  test("is kept once by two windows that begin it at the same moment", async () => {
    const editor = await anEditor();
    const { id } = draft({});
    const [one, other] = await Promise.allSettled([
      keepDraft(editor, draft({ figure: ["1"] }, id), tick()),
      keepDraft(editor, draft({ figure: ["2"] }, id), tick()),
    ]);
    expect([one?.status, other?.status]).toContain("fulfilled");
    expect(await db().draft.count({ where: { id } })).toBe(1);
    await discardDraft(editor, { id });
  });

  test("is not kept again by a pause in typing that arrives after it was sent", async () => {
    const journalist = await aJournalist();
    const submissionId = randomUUID();
    await aClaim({ submissionId });
    const { id } = draft({});
    await keepDraft(journalist, draft({ figure: ["63"], submissionId: [submissionId] }, id), tick());
    expect(await findDraft(journalist, id)).toBeNull();
    await keepDraft(journalist, draft({ figure: ["63"], submissionId: ["no id"] }, id), tick());
    expect(await findDraft(journalist, id)).not.toBeNull();
    await discardDraft(journalist, { id });
  });

  test("that is too large, or one of too many, is refused, and leaves nothing", async () => {
    const editor = await anEditor();
    const large = keepDraft(editor, draft({ statement: ["x".repeat(20_001)] }), tick());
    await expect(large).rejects.toThrow(Invalid);
    expect(await db().draft.count({ where: { actorId: editor.id } })).toBe(0);
    for (let n = 0; n < 100; n += 1) await keepDraft(editor, draft({ figure: [String(n)] }), tick());
    await expect(keepDraft(editor, draft({ figure: ["one more"] }), tick())).rejects.toThrow(Conflict);
    expect(await db().draft.count({ where: { actorId: editor.id } })).toBe(100);
  });
});

describe("an event that somebody follows", () => {
  test("stands on their own desk until they follow it no more, however often they press", async () => {
    const [journalist, editor, event] = [await aJournalist(), await anEditor(), await anEvent()];
    await Promise.all([
      followEvent(journalist, { eventId: event.id }, tick()),
      followEvent(journalist, { eventId: event.id }, tick()),
    ]);
    expect((await listFollowed(journalist)).map(({ slug }) => slug)).toEqual([event.slug]);
    expect(await listFollowed(editor)).toEqual([]);
    await unfollowEvent(journalist, { eventId: event.id });
    expect(await listFollowed(journalist)).toEqual([]);
  });

  test("must be on file", async () => {
    const following = followEvent(await aJournalist(), { eventId: randomUUID() }, tick());
    await expect(following).rejects.toThrow(NotFound);
  });
});
