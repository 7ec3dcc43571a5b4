import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../lib/auth/actor";
import { logClaim } from "../../lib/claims/log-claim";
import {
  archiveClaim,
  publishClaim,
  reopenClaim,
  returnClaim,
  reviewClaim,
  submitClaim,
} from "../../lib/claims/move-claim";
import { db } from "../../lib/db/client";
import {
  archiveEvent,
  publishEvent,
  reopenEvent,
  returnEvent,
  reviewEvent,
  submitEvent,
} from "../../lib/events/move-event";
import { RECORD_STATUSES, type RecordStatus } from "../../lib/vocabulary";
import { aJournalist, anAdmin, anEditor, anotherJournalist } from "../factories/cast";
import { attributionInput, figureInput, readClaim } from "../factories/claims";
import { tick } from "../factories/clock";
import { everyRow, lastRevisionOf } from "../factories/read-back";
import { aClaimant, aMeasure, anEvent, aReport } from "../factories/records";

const REASON = "The hospital's own list is missing.";

/** Where a record may go from where it stands. */
const ALLOWED: Record<RecordStatus, readonly RecordStatus[]> = {
  draft: ["submitted", "archived"],
  submitted: ["in_review", "draft"],
  in_review: ["published", "returned"],
  returned: ["submitted", "archived"],
  archived: ["draft"],
  published: [],
};
/** The moves that lead to each status from a draft. */
const WAY: Record<RecordStatus, readonly RecordStatus[]> = {
  draft: [],
  submitted: ["submitted"],
  in_review: ["submitted", "in_review"],
  published: ["submitted", "in_review", "published"],
  returned: ["submitted", "in_review", "returned"],
  archived: ["archived"],
};
const FOR_EDITORS: readonly RecordStatus[] = ["in_review", "published", "returned"];
const ACTION = {
  draft: "reopened",
  submitted: "submitted",
  in_review: "review_begun",
  published: "published",
  returned: "returned",
  archived: "archived",
};

const CLAIM = {
  draft: reopenClaim,
  submitted: submitClaim,
  in_review: reviewClaim,
  published: publishClaim,
  returned: returnClaim,
  archived: archiveClaim,
};
const EVENT = {
  draft: reopenEvent,
  submitted: submitEvent,
  in_review: reviewEvent,
  published: publishEvent,
  returned: returnEvent,
  archived: archiveEvent,
};

type Who = { actor: Actor; isLogger: boolean };
let cast: Record<"olena" | "noor" | "tomas" | "amina", Actor>;
let common: { eventId: string; claimantId: string; measureId: string; reportId: string };
let logged = 0;

beforeAll(async () => {
  const [olena, noor] = [await aJournalist(), await anotherJournalist()];
  cast = { olena, noor, tomas: await anEditor(), amina: await anAdmin() };
  const { id: eventId } = await anEvent();
  const { id: claimantId } = await aClaimant();
  common = { eventId, claimantId, measureId: await aMeasure(eventId), reportId: await aReport() };
});

/** A claim of its own that an admin, who logged none, has led to where it stands. */
async function claimAt(status: RecordStatus, logger: Actor): Promise<string> {
  const { reportId, ...rest } = common;
  logged += 1;
  const input = await figureInput({ ...rest, n: logged, attributions: [attributionInput(reportId)] });
  const id = await logClaim(logger, input, tick());
  for (const [at, to] of WAY[status].entries())
    await CLAIM[to](cast.amina, { id, version: at + 1, reason: REASON }, tick());
  return id;
}

async function eventAt(status: RecordStatus): Promise<string> {
  const { id } = await anEvent();
  for (const [at, to] of WAY[status].entries())
    await EVENT[to](cast.amina, { id, version: at + 1, reason: REASON }, tick());
  return id;
}

/** Everybody who may try, with the claims that they try it on: somebody else's, and their own. */
function everybody(): (Who & { logger: Actor })[] {
  const { olena, noor, tomas, amina } = cast;
  return [
    { actor: olena, logger: olena, isLogger: true },
    { actor: noor, logger: olena, isLogger: false },
    { actor: tomas, logger: olena, isLogger: false },
    { actor: tomas, logger: tomas, isLogger: true },
    { actor: amina, logger: olena, isLogger: false },
  ];
}

/** What somebody is told who may not; null: they may. Of an event nobody is asked whose it is. */
function refusal(
  { actor, isLogger }: Who,
  from: RecordStatus,
  to: RecordStatus,
  noun: "claim" | "event",
): string | null {
  const words = (status: RecordStatus) => status.replaceAll("_", " ");
  const isEditor = actor.role !== "journalist";
  if (FOR_EDITORS.includes(to) && !isEditor)
    return `This needs the role editor or admin; ${actor.name} has the role journalist.`;
  if (noun === "claim" && !isEditor && !isLogger)
    return "A colleague logged this claim: only they or an editor can do this.";
  if (!ALLOWED[from].includes(to))
    return `This record is ${words(from)}; it cannot become ${words(to)} from there.`;
  if (noun === "claim" && to === "published" && isLogger)
    return "You logged this claim: somebody else must publish it.";
  return null;
}

async function told(work: Promise<unknown>): Promise<string | null> {
  return work.then(
    () => null,
    (error: Error) => error.message,
  );
}

describe.each(RECORD_STATUSES)("a claim that is %s", (from) => {
  test("goes nowhere but where its status, the role and its logger allow, and stays as it was otherwise", async () => {
    const claims = new Map([
      [cast.olena, await claimAt(from, cast.olena)],
      [cast.tomas, await claimAt(from, cast.tomas)],
    ]);
    const version = WAY[from].length + 1;
    const before = await everyRow();
    for (const { logger, ...who } of everybody()) {
      for (const to of RECORD_STATUSES) {
        const expected = refusal(who, from, to, "claim");
        if (expected === null) continue;
        const input = { id: claims.get(logger) ?? "", version, reason: REASON };
        expect([to, await told(CLAIM[to](who.actor, input, tick()))]).toEqual([to, expected]);
      }
    }
    expect(await everyRow()).toEqual(before);
  });

  // From where it is published it goes nowhere.
  if (ALLOWED[from].length > 0)
    test("goes where they allow, with who, when and why", async () => {
      for (const { logger, ...who } of everybody()) {
        for (const to of RECORD_STATUSES) {
          if (refusal(who, from, to, "claim") !== null) continue;
          const [id, version, now] = [await claimAt(from, logger), WAY[from].length + 1, tick()];
          await CLAIM[to](who.actor, { id, version, reason: REASON }, now);
          expect(await readClaim(id)).toMatchObject({
            recordStatus: to,
            statusSince: now,
            returnReason: to === "returned" ? REASON : null,
            version: version + 1,
          });
          expect(await lastRevisionOf(id)).toMatchObject({
            action: `claim.${ACTION[to]}`,
            actorId: who.actor.id,
            at: now,
            changes: { recordStatus: [from, to], reason: [null, REASON] },
          });
        }
      }
    });
});

describe.each(RECORD_STATUSES)("an event that is %s", (from) => {
  test("goes where its status and the role allow, with who, when and why, and stays as it was otherwise", async () => {
    const [id, version] = [await eventAt(from), WAY[from].length + 1];
    const { olena, noor, tomas, amina } = cast;
    const before = await everyRow();
    for (const actor of [olena, noor, tomas, amina]) {
      for (const to of RECORD_STATUSES) {
        const expected = refusal({ actor, isLogger: actor === olena }, from, to, "event");
        if (expected === null) continue;
        expect([to, await told(EVENT[to](actor, { id, version, reason: REASON }, tick()))]).toEqual([
          to,
          expected,
        ]);
      }
    }
    expect(await everyRow()).toEqual(before);

    for (const actor of [olena, noor, tomas, amina]) {
      for (const to of RECORD_STATUSES) {
        if (refusal({ actor, isLogger: actor === olena }, from, to, "event") !== null) continue;
        const [moved, now] = [await eventAt(from), tick()];
        await EVENT[to](actor, { id: moved, version, reason: REASON }, now);
        expect(await db().event.findUniqueOrThrow({ where: { id: moved } })).toMatchObject({
          recordStatus: to,
          statusSince: now,
          version: version + 1,
        });
        expect(await lastRevisionOf(moved)).toMatchObject({
          action: `event.${ACTION[to]}`,
          actorId: actor.id,
          at: now,
          changes: { recordStatus: [from, to], reason: [null, REASON] },
        });
      }
    }
  });
});
