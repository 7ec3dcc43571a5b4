import { describe, expect, test } from "vitest";
import { amendClaim } from "../../lib/claims/amend-claim";
import { listClaimVersions } from "../../lib/claims/desk-claim-versions";
import { findDeskClaim } from "../../lib/claims/desk-claims";
import { listMyClaims, listRecentClaims } from "../../lib/claims/desk-claims-list";
import { editClaim } from "../../lib/claims/edit-claim";
import { logClaim } from "../../lib/claims/log-claim";
import { returnClaim, reviewClaim, submitClaim } from "../../lib/claims/move-claim";
import type { EditedClaim } from "../../lib/claims/schema";
import { db } from "../../lib/db/client";
import { writeNote } from "../../lib/notes/write-note";
import { aJournalist, anAdmin, anEditor, anotherJournalist } from "../factories/cast";
import {
  aClaim,
  aPublishedClaim,
  aStatement,
  attributionInput,
  figureInput,
  publicFigures,
  read,
  readClaim,
  supersede,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { aProposal, otherNumber, reportProposal } from "../factories/proposals";
import { queriesOf } from "../factories/read-back";
import { aReport } from "../factories/records";

describe("findDeskClaim", () => {
  test("shows a colleague's draft whole, so that what it shows can be sent again as an edit", async () => {
    const viaReportId = await aReport();
    const passage = { text: "не менше 12", language: "uk", translation: "at least 12", translatedBy: "us" };
    const attribution = attributionInput(await aReport(), { carries: "via", viaReportId, passage });
    const claim = await aClaim({ attributions: [attribution] });
    const [journalist, other, editor] = [await aJournalist(), await anotherJournalist(), await anEditor()];
    const view = await findDeskClaim(other, claim.publicId);
    expect(view).toMatchObject({
      id: claim.id,
      version: 1,
      recordStatus: "draft",
      event: { id: claim.eventId, zone: "Europe/Kyiv", fourEyes: true },
      logger: { id: journalist.id, name: journalist.name },
      values: { type: "figure", quantity: { low: 12 }, stated: { edtf: "2026-05-04", zone: "UTC" } },
      attributions: [{ version: 1, isPublished: false, values: attribution, viaReport: { id: viaReportId } }],
      links: [],
      openProposalCount: 0,
      publishedAt: null,
    });
    const values = { ...(view?.values as EditedClaim), basis: "count" } as EditedClaim;
    await editClaim(editor, { id: claim.id, version: 1, claim: values }, tick());
    expect(await readClaim(claim.id)).toMatchObject({ ...claim, basis: "count", version: 2 });
    expect(await findDeskClaim(editor, "nothing99")).toBeNull();
  });

  test("shows how it stands to others, what is proposed and noted, in a bounded number of queries", async () => {
    const [older, newer] = await publicFigures({ n: 63 }, { n: 89, stated: "2026-05-06" });
    const editor = await anEditor();
    const single = await queriesOf(() => findDeskClaim(editor, newer.publicId));
    await supersede(older, newer);
    await aProposal(await reportProposal(await readClaim(newer.id)));
    await writeNote(editor, { subjectKind: "claim", subjectId: newer.id, text: "Ask again." }, tick());
    const view = await findDeskClaim(editor, newer.publicId);
    expect(view).toMatchObject({ openProposalCount: 1, noteCount: 1 });
    expect(view?.links).toMatchObject([
      {
        kind: "supersedes",
        state: "accepted",
        side: "from",
        version: 2,
        other: { publicId: older.publicId },
      },
    ]);
    expect((await findDeskClaim(editor, older.publicId))?.links).toMatchObject([{ side: "to" }]);
    const several = await queriesOf(() => findDeskClaim(editor, newer.publicId));
    expect(several.length).toBeLessThanOrEqual(single.length + 6);
    expect(several.length).toBeLessThanOrEqual(21);
  });

  test("offers each what they may do with it, and nothing else", async () => {
    const [draft, statement, done] = [await aClaim(), await aStatement(), await aPublishedClaim()];
    const [own, other, editor, admin] = [
      await aJournalist(),
      await anotherJournalist(),
      await anEditor(),
      await anAdmin(),
    ];
    const may = async (actor: typeof own, { publicId }: { publicId: string }) =>
      (await findDeskClaim(actor, publicId))?.may;
    expect(await may(own, draft)).toEqual(["edit", "submit", "archive", "attach", "note"]);
    expect(await may(other, draft)).toEqual(["note"]);
    expect(await may(editor, statement)).toEqual(["edit", "submit", "archive", "attach", "note"]);
    expect(await may(own, done)).toEqual(["propose", "note"]);
    const decisions = ["attach", "amend", "propose", "assess", "supersede", "replace", "disown", "retract"];
    expect(await may(editor, done)).toEqual([...decisions, "mark_entry_error", "note"]);
    expect(await may(admin, done)).toEqual([...decisions, "mark_entry_error", "redact", "note"]);

    const id = await logClaim(editor, await figureInput(), tick());
    const { publicId } = await readClaim(id);
    await submitClaim(editor, { id, version: 1 }, tick());
    expect(await may(editor, { publicId })).toEqual(["edit", "reopen", "review", "attach", "note"]);
    await reviewClaim(editor, { id, version: 2 }, tick());
    expect(await may(editor, { publicId })).toEqual(["edit", "return", "attach", "note"]);
    expect(await may(admin, { publicId })).toContain("publish");
  });
});

describe("listMyClaims and listRecentClaims", () => {
  test("list claims of any status, the newest first, and their pages repeat nothing", async () => {
    const [journalist, other, editor] = [await aJournalist(), await anotherJournalist(), await anEditor()];
    const first = await logClaim(other, await figureInput(), tick());
    const second = await logClaim(other, await figureInput(), tick());
    await submitClaim(other, { id: first, version: 1 }, tick());
    await reviewClaim(editor, { id: first, version: 2 }, tick());
    await returnClaim(editor, { id: first, version: 3, reason: "Which hospital?" }, tick());

    const mine = await listMyClaims(other);
    expect(mine.rows.map(({ id }) => id)).toEqual([second, first]);
    expect(mine.next).toBeNull();
    const returned = await listMyClaims(other, { status: "returned" });
    expect(returned.rows).toMatchObject([{ id: first, returnReason: "Which hospital?", version: 4 }]);
    const everybody = await listRecentClaims(journalist);
    expect(everybody.rows.map(({ id }) => id).slice(0, 2)).toEqual([second, first]);

    const { eventId, claimantId, measureId } = await readClaim(first);
    const given = { eventId, claimantId, measureId: measureId ?? "" };
    const now = tick();
    for (let n = 100; n < 103; n += 1) await logClaim(other, await figureInput({ ...given, n }), now);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await listMyClaims(other, { after }, 2);
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });
});

describe("listClaimVersions", () => {
  test("tells who changed what, when and why, and what each version said", async () => {
    const [claim] = await publicFigures({ n: 63, asOf: "2026-05-04T10:00:00" });
    const [editor, view] = [await anEditor(), await findDeskClaim(await anEditor(), claim.publicId)];
    const stated = { edtf: "2026-05-05", zone: "Asia/Tokyo" };
    const change = { ...view?.values, ...otherNumber(64), stated, asOf: null } as EditedClaim;
    await amendClaim(editor, { ...read(claim), claim: change, reason: "We misread it." }, tick());

    const versions = await listClaimVersions(editor, claim.publicId);
    expect(versions?.map(({ version, action }) => [version, action])).toEqual([
      [5, "claim.amended"],
      [4, "claim.published"],
      [3, "claim.review_begun"],
      [2, "claim.submitted"],
      [1, "claim.logged"],
    ]);
    expect(versions?.[0]).toMatchObject({
      by: { name: editor.name, role: "editor" },
      reason: "We misread it.",
      values: { stated, asOf: null, wording: { text: "64" }, quantity: { low: 64 } },
    });
    expect(versions?.[0]?.values).toEqual((await findDeskClaim(editor, claim.publicId))?.values);
    expect(versions?.at(-1)?.values).toEqual(view?.values);
    expect(await listClaimVersions(editor, "nothing99")).toBeNull();

    // An old version is restored by sending its values again.
    const restored = {
      id: claim.id,
      version: 5,
      claim: versions?.at(-1)?.values as EditedClaim,
      reason: "It was right.",
    };
    await amendClaim(editor, restored, tick());
    expect(await readClaim(claim.id)).toMatchObject({
      low: 63,
      statedZone: "UTC",
      asOfEdtf: "2026-05-04T10:00:00",
    });
    expect(await db().correction.count({ where: { claimId: claim.id } })).toBe(2);
  });
});
