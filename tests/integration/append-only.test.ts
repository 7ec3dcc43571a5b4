import { beforeAll, describe, expect, test } from "vitest";
import { db } from "../../lib/db/client";
import type { FieldContent } from "../../lib/history/digest";
import { verifyHistory } from "../../lib/history/verify-history";
import { aClaim, anAssessment, aPublishedClaim, makePublic, type StoredClaim } from "../factories/claims";
import { everyRow } from "../factories/read-back";

let claim: StoredClaim;
let assessmentId: string;

beforeAll(async () => {
  claim = await aPublishedClaim();
  await makePublic({ id: claim.eventId });
  assessmentId = await anAssessment(claim.id);
});

/** The database's own refusal of a statement, whoever makes it; its message is part of the promise here. */
async function refusal(statement: string): Promise<string> {
  const before = await everyRow();
  const refused = await db()
    .$executeRawUnsafe(statement)
    .then(
      () => "nothing: it was done",
      (error: { meta: { driverAdapterError: { cause: { originalMessage: string } } } }) =>
        error.meta.driverAdapterError.cause.originalMessage,
    );
  expect(await everyRow()).toEqual(before);
  return refused;
}

describe("the history is append-only, also for the owner of the database", () => {
  test.each([
    ["update revision set action = 'claim.retracted'", "revision is append-only: UPDATE refused"],
    ["delete from revision", "revision is append-only: DELETE refused"],
    ["truncate revision cascade", "revision is append-only: TRUNCATE refused"],
    ["delete from revision_content", "revision_content is append-only: DELETE refused"],
    ["truncate revision_content", "revision_content is append-only: TRUNCATE refused"],
    [
      "update revision_content set fields = '{}'",
      "revision_content is append-only: only a field may be redacted",
    ],
    [
      `update revision_content set fields = fields || '{"more": null}'`,
      "revision_content is append-only: only a field may be redacted",
    ],
    [
      `update revision_content set fields = jsonb_set(fields, '{recordStatus,after}', '"draft"') where fields ? 'recordStatus'`,
      "revision_content is append-only: only a field may be redacted",
    ],
    [
      `update revision_content set fields = fields || '{"stated": null}' where fields ? 'stated'`,
      "revision_content is append-only: only a field may be redacted",
    ],
    [
      "update revision_content set revision_id = gen_random_uuid()",
      "revision_content is append-only: only a field may be redacted",
    ],
  ])("%s is refused", async (statement, expected) => {
    expect(await refusal(statement)).toBe(expected);
  });

  test("R35: a redaction stands, too", async () => {
    await db().redaction.create({
      data: {
        subjectKind: "claim",
        subjectId: claim.id,
        field: "wording",
        reason: "A court's order.",
        redactedBy: claim.loggedById,
        redactedAt: claim.loggedAt,
      },
    });
    expect(await refusal("update redaction set reason = 'None.'")).toBe(
      "redaction is append-only: UPDATE refused",
    );
    expect(await refusal("delete from redaction")).toBe("redaction is append-only: DELETE refused");
  });
});

describe("R24: nothing published is deleted or withdrawn in silence", () => {
  test.each([
    ["delete from event", "a published event stays published"],
    ["delete from claim", "a published claim stays published"],
    ["delete from attribution", "a published attribution stays published"],
    ["update claim set published_at = null, record_status = 'draft'", "a published claim stays published"],
    ["update claim set published_at = published_at + interval '1 day'", "a published claim stays published"],
    ["update event set published_at = null, record_status = 'archived'", "a published event stays published"],
    ["update attribution set published_at = null", "a published attribution stays published"],
  ])("%s is refused", async (statement, expected) => {
    expect(await refusal(statement)).toBe(expected);
  });

  test("a claim that keeps its time of publication keeps its status", async () => {
    expect(await refusal("update claim set record_status = 'draft'")).toContain("claim_published_has_time");
  });

  test("a claim that was never public is not held by it", async () => {
    const draft = await aClaim();
    await db().attribution.deleteMany({ where: { claimId: draft.id } });
    await expect(db().claim.delete({ where: { id: draft.id } })).resolves.toBeDefined();
  });
});

describe("an assessment is never overwritten", () => {
  const never = "an assessment is never overwritten: append another";
  test.each([
    ["update assessment set status = 'refuted'", never],
    ["update assessment set reason = 'Another reason.'", never],
    ["update assessment set assessed_at = assessed_at + interval '1 day'", never],
    ["update assessment set published_at = null", never],
    ["delete from assessment", never],
  ])("%s is refused", async (statement, expected) => {
    expect(await refusal(statement)).toBe(expected);
  });

  test("nor is the evidence that it rests on", async () => {
    const evidence = {
      kind: "witness",
      stance: "supports",
      reportId: null,
      url: null,
      note: "A neighbour.",
    } as const;
    await anAssessment(claim.id, { evidence: [evidence] });
    const change = db().$executeRaw`update evidence set note = 'Nobody.'`;
    await expect(change).rejects.toThrow();
  });

  test("that an input changed since may be said of it", async () => {
    const staleSince = new Date("2026-06-01T00:00:00Z");
    await expect(
      db().assessment.update({ where: { id: assessmentId }, data: { staleSince } }),
    ).resolves.toMatchObject({ staleSince });
  });
});

// Last, because what is redacted is gone.
describe("R35: a redacted field", () => {
  test("is gone with its salt, and the chain that it stood in still holds", async () => {
    const revision = await db().revision.findFirstOrThrow({
      where: { subjectId: claim.id, action: "claim.logged" },
      include: { content: true },
    });
    const fields = revision.content?.fields as Record<string, FieldContent>;
    expect(fields.wording?.after).toMatchObject({ text: "12" });
    await db().revisionContent.update({
      where: { revisionId: revision.id },
      data: { fields: { ...fields, wording: null } as object },
    });

    const { fields: left } = await db().revisionContent.findUniqueOrThrow({
      where: { revisionId: revision.id },
    });
    expect(left).toMatchObject({ wording: null, stated: { after: "2026-05-04" } });
    expect((await verifyHistory(db())).breaks).toEqual([]);
    expect(
      await refusal(`update revision_content set fields = fields || '{"wording": {}}'
      where revision_id = '${revision.id}'`),
    ).toBe("revision_content is append-only: only a field may be redacted");
  });
});
