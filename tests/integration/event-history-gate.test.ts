import { describe, expect, test } from "vitest";
import { amendClaim } from "../../lib/claims/amend-claim";
import { assignClaim } from "../../lib/claims/assign-claim";
import { toInput, valuesOf } from "../../lib/claims/claim-row";
import { declineSupersession } from "../../lib/claims/decline-link";
import { editClaim } from "../../lib/claims/edit-claim";
import { publishClaim, returnClaim, reviewClaim, submitClaim } from "../../lib/claims/move-claim";
import type { EditedClaim } from "../../lib/claims/schema";
import { db } from "../../lib/db/client";
import { editEvent } from "../../lib/events/edit-event";
import { publishEvent, reviewEvent, submitEvent } from "../../lib/events/move-event";
import { writeNote } from "../../lib/notes/write-note";
import { findEventHistory } from "../../lib/public-history/event-history";
import { redactField } from "../../lib/redactions/redact-field";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import {
  aClaim,
  aPublishedEvent,
  publicFigures,
  publish,
  read,
  readClaim,
  type StoredClaim,
} from "../factories/claims";
import { tick, unique } from "../factories/clock";
import { anErrorReport } from "../factories/error-reports";
import { aProposal, correctionProposal } from "../factories/proposals";
import { aClaimant, aMeasure, anEvent, eventInput } from "../factories/records";
import { aWorld } from "../factories/ways-out";

async function historyOf(eventId: string) {
  const { slug } = await db().event.findUniqueOrThrow({ where: { id: eventId } });
  return findEventHistory(slug, {}, 500);
}

/** All that the history of an event says: one text. */
async function toldOf(eventId: string): Promise<string> {
  const history = await historyOf(eventId);
  expect(history).not.toBeNull();
  return JSON.stringify(history);
}

/** What was typed of a claim, with something else in its place. */
function changed(claim: StoredClaim, given: object): EditedClaim {
  return { ...toInput(valuesOf(claim)), ...given } as EditedClaim;
}

const inEnglish = (text: string) => ({ text, language: "en", translation: null, translatedBy: null });

describe("R34: the gate of an event's history", () => {
  test("nothing of a claim is in it before the claim is published, whatever became of it until then", async () => {
    const event = await aPublishedEvent();
    const world = await aWorld(event);
    const { id } = world.claim;
    const [journalist, editor] = [await aJournalist(), await anEditor()];
    const [typed, why, note] = [unique("hiddentyped"), unique("hiddenwhy"), unique("hiddennote")];
    await editClaim(
      journalist,
      { id, version: 1, claim: changed(world.claim, { wording: inEnglish(`twelve ${typed}`) }) },
      tick(),
    );
    await submitClaim(journalist, { id, version: 2 }, tick());
    await assignClaim(editor, { claimId: id, assigneeId: editor.id, version: 0 }, tick());
    await reviewClaim(editor, { id, version: 3 }, tick());
    await returnClaim(editor, { id, version: 4, reason: why }, tick());
    await writeNote(editor, { subjectKind: "claim", subjectId: id, text: note }, tick());
    const before = await toldOf(event.id);
    for (const word of [world.word, typed, why, note, world.claim.publicId, id, "assignment"])
      expect(before).not.toContain(word);
    expect((await historyOf(event.id))?.entries.map(({ acts }) => acts[0]?.action)).toEqual([
      "event.published",
    ]);

    // Once it is: what it then said, and nothing of its way there.
    const later = unique("laterwording");
    await editClaim(
      journalist,
      { id, version: 5, claim: changed(await readClaim(id), { wording: inEnglish(`twelve ${later}`) }) },
      tick(),
    );
    await submitClaim(journalist, { id, version: 6 }, tick());
    await reviewClaim(editor, { id, version: 7 }, tick());
    const internal = unique("hiddenpublishreason");
    await publishClaim(editor, { id, version: 8, reason: internal }, tick());
    const after = await toldOf(event.id);
    for (const word of [later, world.word, world.claim.publicId]) expect(after).toContain(word);
    for (const word of [typed, why, note, internal, "assignment", "returned", "claim.edited", "claim.logged"])
      expect(after).not.toContain(word);
  });

  test("what colleagues and readers say of a public claim stays out of it", async () => {
    const [claim, other] = await publicFigures({ n: 63 }, { n: 89, stated: "2026-05-05" });
    const editor = await anEditor();
    // The system proposed that the later figure takes the place of the earlier one: nobody accepted it.
    const words = ["note", "proposed", "proposal", "report", "declined"].map((kind) =>
      unique(`hidden${kind}`),
    );
    const [note = "", proposed = "", reason = "", reported = "", declined = ""] = words;
    await writeNote(editor, { subjectKind: "claim", subjectId: claim.id, text: note }, tick());
    await aProposal(correctionProposal(claim, { wording: inEnglish(`63 ${proposed}`) }, reason));
    await anErrorReport(claim, { text: reported });
    const link = { newer: { id: other.id }, older: { id: claim.id }, version: 1 } as const;
    await declineSupersession(editor, { ...link, state: "declined", note: declined }, tick());
    const told = await toldOf(claim.eventId);
    for (const word of [...words, "claim_link", "error_report", "proposal."])
      expect(told).not.toContain(word);
  });

  test("a measure, a claimant and a claim that are not public are named in none of its fields", async () => {
    const [claim] = await publicFigures({ n: 63 });
    const [hidden, was] = [unique("hiddenmeasure"), unique("hiddenclaimant")];
    const measureId = await aMeasure(claim.eventId, { label: `People ${hidden}`, personClass: "police" });
    const first = await aClaimant({ name: `Office ${was}` });
    const [journalist, editor] = [await aJournalist(), await anEditor()];
    // A claim that had another claimant until it was put right in public: nobody else says anything of the first.
    const wrong = await publish(
      await aClaim({ eventId: claim.eventId, claimantId: first.id, measureId: claim.measureId ?? "", n: 7 }),
    );
    expect(await toldOf(claim.eventId)).toContain(was);
    const right = changed(wrong, { claimantId: claim.claimantId });
    await amendClaim(editor, { ...read(wrong), claim: right, reason: "It was another office." }, tick());
    // An event's parties may be claimants of whom nothing is public.
    const { id, slug } = await db().event.findUniqueOrThrow({ where: { id: claim.eventId } });
    const party = await aClaimant({ name: `Party ${unique("hiddenparty")}` });
    const parties = [
      { claimantId: party.id, side: "north", role: null },
      { claimantId: claim.claimantId, side: "south", role: "target" as const },
    ];
    const edited = { ...eventInput({ slug }), parties, fourEyes: true, reason: "Who took part." };
    await editEvent(editor, { id, version: 4, ...edited }, tick());
    await aClaim({ eventId: claim.eventId, measureId, n: 9, claimantId: first.id });
    await submitClaim(journalist, { id: (await aClaim({ eventId: claim.eventId })).id, version: 1 }, tick());

    const told = await toldOf(claim.eventId);
    for (const word of [hidden, was, "hiddenparty", first.id, party.id, measureId])
      expect(told).not.toContain(word);
    const [shown, amended] = (await historyOf(claim.eventId))?.entries ?? [];
    expect(shown?.acts[0]?.changes.find(({ field }) => field === "parties")?.after).toEqual([
      { claimantId: null, name: expect.any(String), side: "south", role: "target" },
    ]);
    expect(shown?.reasons).toEqual(["Who took part."]);
    expect(amended?.acts[0]?.changes.find(({ field }) => field === "claimantId")).toMatchObject({
      before: null,
      hidden: { before: true, after: false },
    });
  });

  test("an event has no history before it is public, and then none of what it was before", async () => {
    const word = unique("hiddentitle");
    const event = await anEvent({ title: `Strike ${word}` });
    const journalist = await aJournalist();
    expect(await findEventHistory(event.slug)).toBeNull();
    const edited = { ...eventInput({ slug: event.slug, title: "A strike by night" }), fourEyes: true };
    const reason = unique("hiddenreason");
    await editEvent(journalist, { id: event.id, version: 1, ...edited, reason }, tick());
    await submitEvent(journalist, { id: event.id, version: 2 }, tick());
    await reviewEvent(await anEditor(), { id: event.id, version: 3 }, tick());
    expect(await findEventHistory(event.slug)).toBeNull();
    await publishEvent(await anEditor(), { id: event.id, version: 4, reason }, tick());
    const told = await toldOf(event.id);
    expect(told).toContain("A strike by night");
    for (const hidden of [word, reason]) expect(told).not.toContain(hidden);
  });

  test("that why a claim went back was redacted is for colleagues, too", async () => {
    const event = await aPublishedEvent();
    const claim = await aClaim({ eventId: event.id });
    const [journalist, editor] = [await aJournalist(), await anEditor()];
    const { id } = claim;
    await submitClaim(journalist, { id, version: 1 }, tick());
    await reviewClaim(editor, { id, version: 2 }, tick());
    await returnClaim(editor, { id, version: 3, reason: "Ask the witness." }, tick());
    await submitClaim(journalist, { id, version: 4 }, tick());
    await reviewClaim(editor, { id, version: 5 }, tick());
    await publishClaim(editor, { id, version: 6 }, tick());
    const why = unique("hiddenredaction");
    const redaction = { subjectKind: "claim", subjectId: id, field: "reason" } as const;
    await redactField(await anAdmin(), { ...redaction, reason: why }, tick());
    expect(await toldOf(event.id)).not.toContain(why);
  });
});
