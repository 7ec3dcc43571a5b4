import { beforeEach, describe, expect, test } from "vitest";
import { db } from "../../lib/db/client";
import { digestsOf, type FieldContent, type FieldDigests, hashOf } from "../../lib/history/digest";
import { REGISTER } from "../../lib/history/schema";
import { verifyHistory } from "../../lib/history/verify-history";
import { aPublishedClaim, makePublic } from "../factories/claims";

/** What somebody with the whole database in hand could do: the triggers are off while they do it. */
async function tamper(...statements: string[]): Promise<void> {
  await db().$transaction([
    db().$executeRawUnsafe("alter table revision disable trigger all"),
    db().$executeRawUnsafe("alter table revision_content disable trigger all"),
    ...statements.map((statement) => db().$executeRawUnsafe(statement)),
    db().$executeRawUnsafe("alter table revision_content enable trigger all"),
    db().$executeRawUnsafe("alter table revision enable trigger all"),
  ]);
}

const BREAKS_CHAIN =
  "it does not follow from the revision before it: one is changed, missing or out of order";
const CHANGED = "its hash does not fit what it says: it was changed";

let chainId: string;
let length: number;

// Each test breaks a chain of its own and looks at that one only; the other chains stay broken behind it.
beforeEach(async () => {
  const claim = await aPublishedClaim();
  await makePublic({ id: claim.eventId });
  chainId = claim.eventId;
  length = (await db().chain.findUniqueOrThrow({ where: { id: chainId } })).length;
});

async function breaks(): Promise<[number, string][]> {
  const all = (await verifyHistory(db())).breaks.filter((found) => found.chainId === chainId);
  return all.map(({ number, problem }) => [number, problem]);
}

const revision = (number: number) =>
  db().revision.findUniqueOrThrow({
    where: { chainId_number: { chainId, number } },
    include: { content: true },
  });

const at = (number: number) => `where chain_id = '${chainId}' and number = ${number}`;

describe("the history of an event", () => {
  test("holds from its first revision to its last, in one row of numbers", async () => {
    expect(await breaks()).toEqual([]);
    const revisions = await db().revision.findMany({ where: { chainId }, orderBy: { number: "asc" } });
    expect(revisions.map(({ number }) => number)).toEqual(Array.from({ length }, (_, index) => index + 1));
    expect(revisions.map(({ action }) => action)).toEqual([
      "event.created",
      "measure.defined",
      "claim.logged",
      "attribution.attached",
      "claim.submitted",
      "claim.review_begun",
      "claim.published",
      "attribution.published",
      "event.submitted",
      "event.review_begun",
      "event.published",
    ]);
  });

  const fields: [string, string][] = [
    ["who", "actor_id = (select id from actor where id <> revision.actor_id limit 1)"],
    ["in which role", "actor_role = 'admin'"],
    ["when", "at = at + interval '1 ms'"],
    ["what was done", "action = 'claim.retracted'"],
    ["to what kind of record", "subject_kind = 'party'"],
    ["to which record", "subject_id = gen_random_uuid()"],
    ["which version it made", "version = 77"],
    ["the digest of a field", `digests = jsonb_set(digests, '{recordStatus,after}', '"0"')`],
    ["a digest more", `digests = digests || '{"low": {"before": "0", "after": "1"}}'`],
  ];
  test.each(fields)("shows that somebody changed %s", async (_, set) => {
    await tamper(`update revision set ${set} ${at(5)}`);
    expect(await breaks()).toContainEqual([5, CHANGED]);
  });

  test("shows that a hash was changed, there and at the revision that follows", async () => {
    await tamper(`update revision set hash = '${"a".repeat(64)}' ${at(5)}`);
    expect(await breaks()).toEqual([
      [5, CHANGED],
      [6, BREAKS_CHAIN],
    ]);
  });

  test("shows that a text was changed, by the name of its field", async () => {
    await tamper(
      `update revision_content set fields = jsonb_set(fields, '{stated,after}', '"2026-05-09"')
       where revision_id = '${(await revision(3)).id}'`,
    );
    expect(await breaks()).toEqual([[3, 'the content of its field "stated" was changed']]);
  });

  test("shows that a field was taken out of a text, or put into it", async () => {
    await tamper(
      `update revision_content set fields = fields - 'stated' where revision_id = '${(await revision(3)).id}'`,
      `update revision_content set fields = fields || '{"low": {"before": 1, "after": 2, "salt": "x"}}'
       where revision_id = '${(await revision(5)).id}'`,
    );
    expect(await breaks()).toEqual([
      [3, 'the content of its field "stated" was changed'],
      [5, 'the content of its field "low" was changed'],
    ]);
  });

  test("R35: shows that a text was removed without a redaction that says why", async () => {
    await tamper(
      `update revision_content set fields = fields || '{"stated": null}' where revision_id = '${(await revision(3)).id}'`,
    );
    expect(await breaks()).toEqual([
      [3, 'the content of its field "stated" was removed, and no redaction says why'],
    ]);
  });

  test("shows that a text was changed with its digest, and with its hash too", async () => {
    const { content, digests, ...sealed } = await revision(5);
    const fields = content?.fields as Record<string, FieldContent>;
    const field = { ...(fields.recordStatus as FieldContent), after: "archived" };
    const forged = { ...(digests as Record<string, FieldDigests>), recordStatus: digestsOf(field) };
    await tamper(
      `update revision_content set fields = '${JSON.stringify({ ...fields, recordStatus: field })}'
       where revision_id = '${sealed.id}'`,
      `update revision set digests = '${JSON.stringify(forged)}' ${at(5)}`,
    );
    expect(await breaks()).toEqual([[5, CHANGED]]);

    await tamper(`update revision set hash = '${hashOf({ ...sealed, digests: forged })}' ${at(5)}`);
    expect(await breaks()).toEqual([[6, BREAKS_CHAIN]]);
  });

  test("shows that the last revision was forged whole", async () => {
    const { content: _, digests, ...sealed } = await revision(length);
    const forged = hashOf({
      ...sealed,
      actorRole: "admin",
      digests: digests as Record<string, FieldDigests>,
    });
    await tamper(`update revision set actor_role = 'admin', hash = '${forged}' ${at(length)}`);
    expect(await breaks()).toEqual([
      [length, "the last revision is not the one that the chain's head names"],
    ]);
  });

  test("shows that a revision is gone from the middle", async () => {
    await tamper(
      `delete from revision_content where revision_id = '${(await revision(5)).id}'`,
      `delete from revision ${at(5)}`,
    );
    expect(await breaks()).toEqual([
      [5, "the revision is missing"],
      [6, BREAKS_CHAIN],
    ]);
  });

  test("shows that a revision is gone from the middle though the rest were numbered again", async () => {
    await tamper(
      `delete from revision_content where revision_id = '${(await revision(5)).id}'`,
      `delete from revision ${at(5)}`,
      `update revision set number = -number where chain_id = '${chainId}' and number > 5`,
      `update revision set number = -number - 1 where chain_id = '${chainId}' and number < 0`,
      `update chain set length = length - 1 where id = '${chainId}'`,
    );
    expect(await breaks()).toContainEqual([5, BREAKS_CHAIN]);
  });

  test("shows that the last revision is gone", async () => {
    await tamper(
      `delete from revision_content where revision_id = '${(await revision(length)).id}'`,
      `delete from revision ${at(length)}`,
    );
    const problem = `the chain should end at revision ${length}, but ends at ${length - 1}`;
    expect(await breaks()).toEqual([[length - 1, problem]]);
  });

  test("shows that the last revision is gone though the chain's head was shortened", async () => {
    await tamper(
      `delete from revision_content where revision_id = '${(await revision(length)).id}'`,
      `delete from revision ${at(length)}`,
      `update chain set length = length - 1 where id = '${chainId}'`,
    );
    expect(await breaks()).toEqual([
      [length - 1, "the last revision is not the one that the chain's head names"],
    ]);
  });

  test("shows that two revisions changed places", async () => {
    await tamper(
      `update revision set number = -1 ${at(5)}`,
      `update revision set number = 5 ${at(6)}`,
      `update revision set number = 6 ${at(-1)}`,
    );
    expect(await breaks()).toEqual([
      [5, BREAKS_CHAIN],
      [5, CHANGED],
      [6, BREAKS_CHAIN],
      [6, CHANGED],
      [7, BREAKS_CHAIN],
    ]);
  });

  test("shows that the content of a revision is gone", async () => {
    await tamper(`delete from revision_content where revision_id = '${(await revision(5)).id}'`);
    expect(await breaks()).toEqual([[5, "its content is missing"]]);
  });

  test("shows that the head of its chain was changed", async () => {
    await tamper(`update chain set head_hash = '${"b".repeat(64)}' where id = '${chainId}'`);
    expect(await breaks()).toEqual([
      [length, "the last revision is not the one that the chain's head names"],
    ]);
    await tamper(`update chain set length = length + 3 where id = '${chainId}'`);
    const problem = `the chain should end at revision ${length + 3}, but ends at ${length}`;
    expect(await breaks()).toEqual([[length, problem]]);
  });

  test("broken in one event leaves the register whole", async () => {
    await tamper(`update revision set actor_role = 'admin' ${at(1)}`);
    const { breaks: all, chains } = await verifyHistory(db());
    expect(all.filter((found) => found.chainId === REGISTER)).toEqual([]);
    expect(chains).toBe(await db().chain.count());
  });
});
