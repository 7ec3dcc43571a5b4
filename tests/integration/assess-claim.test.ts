import { describe, expect, test } from "vitest";
import { assessClaim } from "../../lib/assessments/assess-claim";
import type { AssessClaim } from "../../lib/assessments/schema";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, NotFound } from "../../lib/errors";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import {
  aClaim,
  anAssessment,
  aPublishedClaim,
  assessmentInput,
  makePublic,
  readClaim,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";
import { aReport } from "../factories/records";

describe("assessClaim", () => {
  test("an assessment is signed, dated, reasoned and appended, and the claim shows its status", async () => {
    const [claim, editor, reportId, now] = [
      await aPublishedClaim(),
      await anEditor(),
      await aReport(),
      tick(),
    ];
    await makePublic({ id: claim.eventId });
    const evidence = {
      kind: "registry",
      stance: "supports",
      reportId,
      url: null,
      note: "The register.",
    } as const;
    const id = await assessClaim(editor, assessmentInput(claim.id, { evidence: [evidence] }), now);

    const stored = await db().assessment.findUniqueOrThrow({ where: { id }, include: { evidence: true } });
    expect(stored).toMatchObject({
      claimId: claim.id,
      number: 1,
      status: "documented",
      assessedById: editor.id,
      assessedAt: now,
      publishedAt: now,
      evidence: [{ ...evidence, position: 0 }],
    });
    expect(await readClaim(claim.id)).toMatchObject({ verification: "documented", version: 5 });
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "assessment.made",
      subjectKind: "assessment",
      version: 1,
      chainId: claim.eventId,
      changes: { reason: [null, stored.reason], evidence: [null, [evidence]], number: [null, 1] },
    });
    expect(await lastRevisionOf(claim.id)).toMatchObject({
      action: "claim.assessed",
      version: 5,
      actorId: editor.id,
      changes: { verification: ["unverified", "documented"] },
    });
  });

  test("a later assessment is a new one, and the earlier one stays", async () => {
    const { id } = await aPublishedClaim();
    await anAssessment(id, { status: "documented" });
    await anAssessment(id, { status: "refuted", reason: "The register names people who are alive." });
    const assessments = await db().assessment.findMany({
      where: { claimId: id },
      orderBy: { number: "asc" },
    });
    expect(assessments.map(({ number, status }) => [number, status])).toEqual([
      [1, "documented"],
      [2, "refuted"],
    ]);
    expect((await readClaim(id)).verification).toBe("refuted");
  });

  test("a journalist does not assess, and nothing is written", async () => {
    const [{ id }, journalist] = [await aPublishedClaim(), await aJournalist()];
    const { error, leftNothing } = await refusalOf(() =>
      assessClaim(journalist, assessmentInput(id), tick()),
    );
    expect(error).toBeInstanceOf(Forbidden);
    expect(leftNothing).toBe(true);
  });

  test("R33: of two assessments of one version at once, one is kept", async () => {
    const [{ id }, editor, admin] = [await aPublishedClaim(), await anEditor(), await anAdmin()];
    const { won, errors } = await race(
      assessClaim(editor, assessmentInput(id, { status: "documented" }), tick()),
      assessClaim(admin, assessmentInput(id, { status: "refuted" }), tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
    expect(await db().assessment.count({ where: { claimId: id } })).toBe(1);
  });

  const script = {
    kind: "other",
    stance: "supports",
    reportId: null,
    url: "javascript:alert(1)",
    note: "x",
  } as const;
  const wrong: [string, Partial<AssessClaim>, unknown][] = [
    ["R31: an assessment with no reason", { reason: " \n " }, Invalid],
    ["R12: corroborated, which two origins must earn", { status: "corroborated" as "documented" }, Invalid],
    ["a script for evidence", { evidence: [script] }, Invalid],
    ["R33: an older version", { version: 3 }, Conflict],
    ["a claim that is not on file", { claimId: "00000000-0000-4000-8000-000000000000" }, NotFound],
  ];
  test.each(wrong)("%s is refused and leaves nothing behind", async (_, given, expected) => {
    const [{ id }, editor] = [await aPublishedClaim(), await anEditor()];
    const { error, leftNothing } = await refusalOf(() =>
      assessClaim(editor, assessmentInput(id, given), tick()),
    );
    expect(error).toBeInstanceOf(expected);
    expect(leftNothing).toBe(true);
  });

  test("a draft is not assessed, and nothing is written", async () => {
    const [{ id }, editor] = [await aClaim(), await anEditor()];
    const { error, leftNothing } = await refusalOf(() =>
      assessClaim(editor, assessmentInput(id, { version: 1 }), tick()),
    );
    expect(error).toBeInstanceOf(Conflict);
    expect(leftNothing).toBe(true);
  });

  test("evidence in a report that is not on file is refused and leaves nothing behind", async () => {
    const [{ id }, editor] = [await aPublishedClaim(), await anEditor()];
    const lost = { ...script, url: null, reportId: "00000000-0000-4000-8000-000000000000" };
    const work = () => assessClaim(editor, assessmentInput(id, { evidence: [lost] }), tick());
    const { error, leftNothing } = await refusalOf(work);
    expect(error).toBeInstanceOf(Invalid);
    expect(leftNothing).toBe(true);
  });
});
