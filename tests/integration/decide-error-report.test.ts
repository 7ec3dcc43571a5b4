import { describe, expect, test } from "vitest";
import { amendClaim } from "../../lib/claims/amend-claim";
import { toInput, valuesOf } from "../../lib/claims/claim-row";
import { findClaim } from "../../lib/claims/queries";
import type { EditedClaim } from "../../lib/claims/schema";
import { db } from "../../lib/db/client";
import { acceptErrorReport, declineErrorReport } from "../../lib/error-reports/decide-error-report";
import { findErrorReport, listErrorReports } from "../../lib/error-reports/desk-error-reports";
import { Conflict, Forbidden, Invalid, NotFound, StaleVersion } from "../../lib/errors";
import { verifyHistory } from "../../lib/history/verify-history";
import { listNotes } from "../../lib/notes/desk-notes";
import { writeNote } from "../../lib/notes/write-note";
import { findRedactable } from "../../lib/redactions/desk-redactable";
import { redactField } from "../../lib/redactions/redact-field";
import { REDACTED } from "../../lib/redactions/schema";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import { publicFigures, read, readClaim } from "../factories/claims";
import { tick } from "../factories/clock";
import { anErrorReport } from "../factories/error-reports";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";

const readReport = (id: string) => db().errorReport.findUniqueOrThrow({ where: { id } });

describe.each([
  ["acceptErrorReport", acceptErrorReport, "accepted"],
  ["declineErrorReport", declineErrorReport, "declined"],
] as const)("%s", (_, decide, state) => {
  test("keeps who decided what and why, forgets how to reach the reader, and the history has nothing of theirs", async () => {
    const [[claim], editor, now] = [await publicFigures({ n: 63 }), await anEditor(), tick()];
    const report = await anErrorReport(claim, { text: "A private word on this." });
    const before = await readClaim(claim.id);
    await decide(editor, { id: report.id, version: 1, answer: "The transcript says so." }, now);

    expect(await readReport(report.id)).toEqual({
      ...report,
      state,
      answer: "The transcript says so.",
      contact: null,
      decidedById: editor.id,
      decidedAt: now,
      version: 2,
    });
    expect(await lastRevisionOf(report.id)).toMatchObject({
      action: `error_report.${state}`,
      subjectKind: "error_report",
      chainId: claim.eventId,
      actorId: editor.id,
      version: 2,
      changes: { state: ["open", state], answer: [null, "The transcript says so."] },
    });
    const history = JSON.stringify(await db().revisionContent.findMany());
    expect(history).not.toMatch(/private word|reader@example\.org/);
    expect(await readClaim(claim.id)).toEqual(before);
    expect(JSON.stringify(await findClaim(claim.publicId))).not.toContain("transcript says so");
  });

  test("a journalist decides nothing, nobody without an answer, nobody what is not there, and nothing is written", async () => {
    const [[claim], editor, journalist] = [
      await publicFigures({ n: 63 }),
      await anEditor(),
      await aJournalist(),
    ];
    const { id } = await anErrorReport(claim);
    const wrong = [
      [journalist, { id, version: 1, answer: "Yes." }, Forbidden],
      [editor, { id, version: 1, answer: " " }, Invalid],
      [editor, { id, version: 2, answer: "Yes." }, StaleVersion],
      [editor, { id: crypto.randomUUID(), version: 1, answer: "Yes." }, NotFound],
    ] as const;
    for (const [actor, input, expected] of wrong) {
      const { error, leftNothing } = await refusalOf(() => decide(actor, input, tick()));
      expect(error).toBeInstanceOf(expected);
      expect(leftNothing).toBe(true);
    }
  });

  test("what was decided is not decided again", async () => {
    const [[claim], editor] = [await publicFigures({ n: 63 }), await anEditor()];
    const { id } = await anErrorReport(claim);
    await declineErrorReport(editor, { id, version: 1, answer: "No." }, tick());
    const { error, leftNothing } = await refusalOf(() =>
      decide(editor, { id, version: 2, answer: "Yes." }, tick()),
    );
    expect(error).toBeInstanceOf(Conflict);
    expect(leftNothing).toBe(true);
  });

  test("R33: of two who decide it at once, one does", async () => {
    const [[claim], editor, admin] = [await publicFigures({ n: 63 }), await anEditor(), await anAdmin()];
    const { id } = await anErrorReport(claim);
    const { won, errors } = await race(
      decide(editor, { id, version: 1, answer: "So it is." }, tick()),
      acceptErrorReport(admin, { id, version: 1, answer: "So it is, too." }, tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(StaleVersion)]);
    expect(await db().revision.count({ where: { subjectId: id } })).toBe(1);
  });
});

describe("what an editor sees", () => {
  test("open ones stand first received first, decided ones last decided first, each in one list", async () => {
    const [[claim], editor] = [await publicFigures({ n: 63 }), await anEditor()];
    const made: { id: string }[] = [];
    for (let i = 0; i < 4; i += 1) made.push(await anErrorReport(claim));
    const [first, second, third, fourth] = made.map(({ id }) => id) as [string, string, string, string];
    await acceptErrorReport(editor, { id: third, version: 1, answer: "Yes." }, tick());
    await declineErrorReport(editor, { id: first, version: 1, answer: "No." }, tick());

    const ids = async (isDecided: boolean) =>
      (await listErrorReports(editor, { isDecided })).rows.map(({ id }) => id);
    expect((await ids(false)).filter((id) => made.some((report) => report.id === id))).toEqual([
      second,
      fourth,
    ]);
    expect((await ids(true)).slice(0, 2)).toEqual([first, third]);
  });

  test("a long list goes on from a cursor, and a long text is cut between words", async () => {
    const [[claim], editor] = [await publicFigures({ n: 63 }), await anEditor()];
    const given = { publicId: "", claimId: claim.id, claimVersion: 4, text: "word ".repeat(100).trim() };
    const now = tick();
    // Past the command, which takes no more than thirty a day on one claim.
    const rows = Array.from({ length: 60 }, (_, i) => ({ ...given, publicId: `page${i}x`, receivedAt: now }));
    await db().errorReport.createMany({ data: rows });
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await listErrorReports(editor, { after });
      seen.push(...page.rows.map(({ publicId }) => publicId));
      expect(page.rows.every(({ text }) => text.length <= 281)).toBe(true);
      after = page.next;
      if (after === null) break;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((publicId) => publicId.startsWith("page")).length).toBe(60);
    const { rows: shown } = await listErrorReports(editor);
    expect(shown.find(({ text }) => text.startsWith("word"))?.text).toMatch(/ word…$/);
  });

  test("one is shown with the claim as it now stands, whether it changed since, and notes of colleagues", async () => {
    const [[claim], editor] = [await publicFigures({ n: 63 }), await anEditor()];
    const { id, publicId } = await anErrorReport(claim);
    const basis = { ...toInput(valuesOf(claim)), basis: "named_list" } as EditedClaim;
    await amendClaim(editor, { ...read(claim), claim: basis, reason: "It is a list." }, tick());
    await writeNote(editor, { subjectKind: "error_report", subjectId: id, text: "I called them." }, tick());

    expect(await findErrorReport(editor, publicId)).toMatchObject({
      claimVersion: 4,
      currentClaimVersion: 5,
      contact: "reader@example.org",
      url: "https://example.org/transcript",
      mayDecide: true,
      claim: { publicId: claim.publicId, wording: "63" },
    });
    expect(await listNotes(editor, "error_report", id)).toMatchObject([{ text: "I called them." }]);
    expect(await findErrorReport(editor, "222222222")).toBeNull();
    await expect(findErrorReport(await aJournalist(), publicId)).rejects.toThrow(Forbidden);
  });

  test("R35: an admin redacts what a reader wrote, and the history still verifies", async () => {
    const [[claim], admin] = [await publicFigures({ n: 63 }), await anAdmin()];
    const { id } = await anErrorReport(claim);
    await acceptErrorReport(admin, { id, version: 1, answer: "It names a witness." }, tick());
    for (const field of ["text", "url", "answer"])
      await redactField(
        admin,
        { subjectKind: "error_report", subjectId: id, field, reason: "A witness." },
        tick(),
      );
    expect(await readReport(id)).toMatchObject({ text: REDACTED, url: null, answer: REDACTED, version: 5 });
    const shown = await findRedactable(admin, "error_report", id);
    expect(shown?.map(({ field, text }) => [field, text])).toEqual([
      ["text", REDACTED],
      ["url", null],
      ["answer", REDACTED],
    ]);
    expect((await verifyHistory(db())).breaks).toEqual([]);
  });
});
