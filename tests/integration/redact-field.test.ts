import { beforeEach, describe, expect, test } from "vitest";
import { attachReport } from "../../lib/attributions/attach-report";
import { registerActor } from "../../lib/auth/register-actor";
import { amendClaim } from "../../lib/claims/amend-claim";
import { toInput, valuesOf } from "../../lib/claims/claim-row";
import { listClaimVersions } from "../../lib/claims/desk-claim-versions";
import { archiveClaim, returnClaim, reviewClaim, submitClaim } from "../../lib/claims/move-claim";
import { findClaim } from "../../lib/claims/queries";
import type { EditedClaim } from "../../lib/claims/schema";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, NotFound, StaleVersion } from "../../lib/errors";
import { archiveEvent } from "../../lib/events/move-event";
import { findEvidenceFile } from "../../lib/evidence/queries";
import { verifyHistory } from "../../lib/history/verify-history";
import { writeNote } from "../../lib/notes/write-note";
import { acceptProposal, declineProposal } from "../../lib/proposals/decide-proposal";
import { makeProposal } from "../../lib/proposals/make-proposal";
import { listRedactions } from "../../lib/redactions/desk-redactions";
import { redactField } from "../../lib/redactions/redact-field";
import { REDACTED, type RedactableKind } from "../../lib/redactions/schema";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import {
  aClaim,
  anAssessment,
  aPublishedClaim,
  attributionInput,
  publicFigures,
  read,
  readClaim,
  type StoredClaim,
} from "../factories/claims";
import { tick, unique } from "../factories/clock";
import { anEvidenceFile } from "../factories/evidence-files";
import { correctionProposal, reportProposal } from "../factories/proposals";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";
import { aClaimant, anEvent, aReport } from "../factories/records";

const reason = "A court ordered it.";
const redact = async (subjectKind: RedactableKind, subjectId: string, field: string) =>
  redactField(await anAdmin(), { subjectKind, subjectId, field, reason }, tick());

/** Every table that holds a text, in whatever column and of whatever type. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await db().$queryRaw<{ name: string; hits: string }[]>`
    select c.relname as name, (xpath('/row/hits/text()', query_to_xml(format(
      'select count(*) as hits from %I t where t::text ilike %L', c.relname, '%' || ${text} || '%'),
      false, true, '')))[1]::text as hits
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    order by c.relname`;
  return tables.filter(({ hits }) => hits !== "0").map(({ name }) => name);
}

let word: string;
beforeEach(() => {
  word = `exposed${unique("x").replace("-", "")}`;
});
const wording = (text: string) => ({
  text,
  language: "en",
  translation: `${text} t`,
  translatedBy: `${text} by`,
});
const edited = (claim: StoredClaim, given: object) =>
  ({ ...toInput(valuesOf(claim)), ...given }) as EditedClaim;

describe("redactField (R35)", () => {
  test("takes the wording of a figure out of every table, and leaves its bounds and a chain that holds", async () => {
    const [claim] = await publicFigures({ n: 63, raw: `63 ${word}` });
    const [journalist, editor, now] = [await aJournalist(), await anEditor(), tick()];
    const change = { claim: edited(claim, { wording: wording(`sixty-three ${word}`) }), reason: "In full." };
    await amendClaim(editor, { ...read(claim), ...change }, tick());
    const proposed = correctionProposal(await readClaim(claim.id), { wording: wording(`64 ${word}`) });
    const proposalId = await makeProposal(journalist, proposed, tick());
    const draft = {
      actorId: journalist.id,
      form: "claim",
      values: { id: claim.id, text: word },
      updatedAt: now,
    };
    await db().draft.create({ data: draft });
    await db().draft.create({ data: { ...draft, values: { text: "Of another claim." } } });
    expect(await tablesWith(word)).toEqual(["claim", "draft", "proposal", "revision_content"]);

    const admin = await anAdmin();
    await redactField(admin, { subjectKind: "claim", subjectId: claim.id, field: "wording", reason }, tick());
    expect(await tablesWith(word)).toEqual([]);
    expect((await verifyHistory(db())).breaks).toEqual([]);
    expect(await readClaim(claim.id)).toMatchObject({
      wording: REDACTED,
      wordingTranslation: null,
      low: 63,
      high: 63,
      version: 6,
    });
    expect(await lastRevisionOf(claim.id)).toMatchObject({
      action: "redaction.made",
      version: 6,
      actorId: admin.id,
      changes: { redacted: [null, "wording"] },
    });
    const { changes } = await db().proposal.findUniqueOrThrow({ where: { id: proposalId } });
    expect(changes).toMatchObject({ wording: { text: REDACTED, language: "en" } });
    expect(await db().draft.count()).toBe(1);
    const redaction = await db().redaction.findFirstOrThrow({ where: { subjectId: claim.id } });
    expect(await lastRevisionOf(redaction.id)).toMatchObject({
      action: "redaction.made",
      subjectKind: "redaction",
      changes: { field: [null, "wording"], reason: [null, reason] },
    });
    const page = await findClaim(claim.publicId);
    expect(page?.wording.text).toBe(REDACTED);
    expect(page?.history.find(({ action }) => action === "claim.amended")?.changes).toContainEqual({
      field: "wording",
      before: null,
      after: REDACTED,
    });
    const versions = await listClaimVersions(editor, claim.publicId);
    expect(versions?.at(-1)?.values).toMatchObject({ wording: { text: REDACTED }, quantity: { low: 63 } });
    expect((await listRedactions(admin, { after: null })).rows).toContainEqual(
      expect.objectContaining({ subjectId: claim.id, field: "wording", reason, by: admin.name }),
    );
  });

  test.each(["passage", "misreport", "locator"] as const)(
    "takes the %s of an attribution out of every table, also of the proposal that it came from",
    async (field) => {
      const [claim] = await publicFigures({ n: 63 });
      const [journalist, editor] = [await aJournalist(), await anEditor()];
      const given = { [field]: field === "passage" ? wording(`64 ${word}`) : `64 ${word}` };
      const { attribution, ...rest } = (await reportProposal(claim)) as Extract<
        Awaited<ReturnType<typeof reportProposal>>,
        { kind: "report" }
      >;
      const proposalId = await makeProposal(
        journalist,
        { ...rest, attribution: { ...attribution, ...given } },
        tick(),
      );
      await acceptProposal(editor, { id: proposalId, version: 1, claimVersion: 4 }, tick());
      const { id } = await db().attribution.findFirstOrThrow({
        where: { claimId: claim.id, reportId: attribution.reportId },
      });
      expect((await tablesWith(word)).length).toBeGreaterThanOrEqual(3);

      await redact("attribution", id, field);
      expect(await tablesWith(word)).toEqual([]);
      expect((await verifyHistory(db())).breaks).toEqual([]);
      expect((await db().attribution.findUniqueOrThrow({ where: { id } }))[field]).toBe(REDACTED);
    },
  );

  test("two places of one report in one claim can both be redacted", async () => {
    const [claim, editor, reportId] = [await aPublishedClaim(), await anEditor(), await aReport()];
    const ids: string[] = [];
    for (const locator of [`One ${word}`, `Two ${word}`]) {
      const attribution = attributionInput(reportId, { locator });
      ids.push(
        await attachReport(editor, { claimId: claim.id, version: 4, attribution, reason: word }, tick()),
      );
    }
    for (const id of ids) {
      await redact("attribution", id, "locator");
      await redact("attribution", id, "reason");
    }
    expect(await tablesWith(word)).toEqual([]);
  });

  test.each(["title", "url", "note", "byline", "credit"] as const)(
    "takes the %s of a report out of every table",
    async (field) => {
      const url = `https://example.org/${word}`;
      const id = await aReport({ [field]: field === "url" ? `${url}?utm_source=x` : `By ${word}` });
      if (field === "url")
        await db().report.update({ where: { id }, data: { archiveUrl: `${url}/archived` } });
      expect((await tablesWith(word)).length).toBeGreaterThanOrEqual(2);
      await redact("report", id, field);
      expect(await tablesWith(word)).toEqual([]);
      expect((await verifyHistory(db())).breaks).toEqual([]);
      expect((await db().report.findUniqueOrThrow({ where: { id } })).version).toBe(2);
    },
  );

  const named: [RedactableKind, string, () => Promise<string>][] = [
    ["claimant", "name", async () => (await aClaimant({ name: `Office ${word}` })).id],
    ["claimant", "aliases", async () => (await aClaimant({ aliases: [`Büro ${word}`, `Бюро ${word}`] })).id],
    ["event", "title", async () => (await anEvent({ title: `Strike ${word}` })).id],
    ["event", "summary", async () => (await anEvent({ summary: `A store ${word}.` })).id],
    ["event", "aliases", async () => (await anEvent({ aliases: [`Ort ${word}`] })).id],
    [
      "actor",
      "name",
      async () => (await registerActor({ name: `Ivan ${word}`, role: "journalist" }, tick())).id,
    ],
    [
      "note",
      "text",
      async () => {
        const { id } = await anEvent();
        const note = { subjectKind: "event", subjectId: id, text: `Ask ${word}.` } as const;
        return writeNote(await aJournalist(), note, tick());
      },
    ],
    [
      "proposal",
      "answer",
      async () => {
        const id = await makeProposal(
          await aJournalist(),
          await reportProposal(await aPublishedClaim()),
          tick(),
        );
        await declineProposal(await anEditor(), { id, version: 1, answer: `Not ${word}.` }, tick());
        return id;
      },
    ],
  ];
  test.each(named)("takes the %s's %s out of every table", async (kind, field, make) => {
    const id = await make();
    expect((await tablesWith(word)).length).toBeGreaterThanOrEqual(2);
    await redact(kind, id, field);
    expect(await tablesWith(word)).toEqual([]);
    expect((await verifyHistory(db())).breaks).toEqual([]);
  });

  test("a public event is dated when the name of a claimant on it goes", async () => {
    const [claim] = await publicFigures({ n: 63 });
    await redact("claimant", claim.claimantId, "name");
    const event = await db().event.findUniqueOrThrow({ where: { id: claim.eventId } });
    const { redactedAt } = await db().redaction.findFirstOrThrow({ where: { subjectId: claim.claimantId } });
    expect(event.changedAt).toEqual(redactedAt);
    expect((await findClaim(claim.publicId))?.claimant.name).toBe(REDACTED);
  });

  test.each(["returnReason", "reason"])(
    "takes why a claim went back or aside out of every table, by its %s, also once it goes aside again",
    async (field) => {
      const [{ id }, editor] = [await aClaim(), await anEditor()];
      await submitClaim(editor, { id, version: 1 }, tick());
      await reviewClaim(editor, { id, version: 2 }, tick());
      await returnClaim(editor, { id, version: 3, reason: `It names ${word}.` }, tick());
      await redact("claim", id, field);
      expect([await tablesWith(word), (await readClaim(id)).returnReason]).toEqual([[], null]);

      const { version } = await readClaim(id);
      await archiveClaim(editor, { id, version, reason: `For ${word}.` }, tick());
      await redact("claim", id, "reason");
      expect(await tablesWith(word)).toEqual([]);
      const again = await refusalOf(() => redact("claim", id, "reason"));
      expect(again.error).toEqual(new Conflict("This field was redacted already."));
      expect((await verifyHistory(db())).breaks).toEqual([]);
    },
  );

  test("takes why an event was laid aside out of every table", async () => {
    const { id } = await anEvent();
    await archiveEvent(await anEditor(), { id, version: 1, reason: `It names ${word}.` }, tick());
    await redact("event", id, "reason");
    expect(await tablesWith(word)).toEqual([]);
    expect((await verifyHistory(db())).breaks).toEqual([]);
  });

  test("takes a reason out of the correction, and out of the proposal that it came from", async () => {
    const [claim] = await publicFigures({ n: 63 });
    const proposal = correctionProposal(claim, { basis: "count" }, `Because ${word}.`);
    const id = await makeProposal(await aJournalist(), proposal, tick());
    await acceptProposal(await anEditor(), { id, version: 1, claimVersion: 4 }, tick());
    const correction = await db().correction.findFirstOrThrow({ where: { claimId: claim.id } });
    expect(await tablesWith(word)).toHaveLength(3);
    await redact("correction", correction.id, "reason");
    expect(await tablesWith(word)).toEqual([]);
    expect((await verifyHistory(db())).breaks).toEqual([]);
  });

  test("an editor redacts nothing, and nothing is written", async () => {
    const [claim, editor] = [await aPublishedClaim(), await anEditor()];
    const input = { subjectKind: "claim", subjectId: claim.id, field: "wording", reason } as const;
    const { error, leftNothing } = await refusalOf(() => redactField(editor, input, tick()));
    expect(error).toBeInstanceOf(Forbidden);
    expect(leftNothing).toBe(true);
  });

  test("a field that is a fact, a record not on file, or no reason is refused, and nothing is written", async () => {
    const [claim, admin] = [await aPublishedClaim(), await anAdmin()];
    const input = { subjectKind: "claim", subjectId: claim.id, field: "wording", reason } as const;
    const wrong = [
      [{ ...input, field: "low" }, Invalid],
      [{ ...input, reason: " " }, Invalid],
      [{ ...input, subjectId: crypto.randomUUID() }, NotFound],
    ] as const;
    for (const [redaction, expected] of wrong) {
      const { error, leftNothing } = await refusalOf(() => redactField(admin, redaction, tick()));
      expect(error).toBeInstanceOf(expected);
      expect(leftNothing).toBe(true);
    }
  });

  test("R33: who still has the text in a form does not bring it back unseen, and it can be redacted again", async () => {
    const [claim] = await publicFigures({ n: 63, raw: `63 ${word}` });
    const editor = await anEditor();
    const stale = { ...read(claim), claim: edited(claim, { basis: "count" }), reason: "A count." };
    await redact("claim", claim.id, "wording");
    const { error, leftNothing } = await refusalOf(() => amendClaim(editor, stale, tick()));
    expect(error).toBeInstanceOf(StaleVersion);
    expect(leftNothing).toBe(true);
    await amendClaim(editor, { ...stale, version: 5 }, tick());
    expect(await tablesWith(word)).not.toEqual([]);
    await redact("claim", claim.id, "wording");
    expect(await tablesWith(word)).toEqual([]);
    expect((await verifyHistory(db())).breaks).toEqual([]);
  });

  test("of two who redact a field at once, one does", async () => {
    const [claim] = await publicFigures({ n: 63, raw: `63 ${word}` });
    const { won, errors } = await race(
      redact("claim", claim.id, "wording"),
      redact("claim", claim.id, "wording"),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
    expect(await db().redaction.count({ where: { subjectId: claim.id } })).toBe(1);
  });
});

describe("R35: a file of evidence", () => {
  const evidenceOf = (fileId: string) => ({
    kind: "document" as const,
    stance: "supports" as const,
    reportId: null,
    url: null,
    fileId,
    note: "The list.",
  });

  test("loses its bytes for good; its name and its SHA-256 stay, and the corrections of its claim say why", async () => {
    const [[claim], file] = [await publicFigures({ n: 12 }), await anEvidenceFile()];
    const assessmentId = await anAssessment(claim.id, { evidence: [evidenceOf(file.id)] });
    const facts = { select: { name: true, sha256: true, size: true } };
    const before = await db().evidenceFile.findUniqueOrThrow({ where: { id: file.id }, ...facts });
    await redact("evidence_file", file.id, "bytes");

    const after = await db().evidenceFile.findUniqueOrThrow({ where: { id: file.id } });
    expect(after).toMatchObject({ ...before, bytes: null, removedAt: expect.any(Date) });
    const page = await findClaim(claim.publicId);
    expect(page?.assessments[0]?.evidence[0]?.file).toMatchObject({ sha256: before.sha256, isRemoved: true });
    expect(page?.corrections[0]).toMatchObject({
      kind: "redaction",
      reason,
      redacted: { subjectKind: "evidence_file", field: "bytes" },
      claim: { publicId: claim.publicId },
    });
    expect(await findEvidenceFile(file.publicId)).toMatchObject({ isRemoved: true });
    const { changes } = await lastRevisionOf(assessmentId);
    expect(JSON.stringify(changes.evidence)).toContain(before.sha256);
    expect((await verifyHistory(db())).breaks).toEqual([]);
  });

  test("is removed once, by an admin, and no assessment names it after that", async () => {
    const [[claim], file] = [await publicFigures({ n: 12 }), await anEvidenceFile()];
    const editor = await anEditor();
    const input = { subjectKind: "evidence_file", subjectId: file.id, field: "bytes", reason } as const;
    expect((await refusalOf(() => redactField(editor, input, tick()))).error).toBeInstanceOf(Forbidden);
    await redact("evidence_file", file.id, "bytes");
    const again = await refusalOf(() => redact("evidence_file", file.id, "bytes"));
    expect(again).toMatchObject({ error: expect.any(Conflict), leftNothing: true });
    const named = await refusalOf(() => anAssessment(claim.id, { evidence: [evidenceOf(file.id)] }));
    expect(named).toMatchObject({ error: expect.any(Invalid), leftNothing: true });
  });
});
