import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { assessClaim } from "../../lib/assessments/assess-claim";
import { registerActor } from "../../lib/auth/register-actor";
import { db } from "../../lib/db/client";
import { Forbidden, Invalid } from "../../lib/errors";
import { findDeskEvidenceFile } from "../../lib/evidence/desk-evidence-files";
import { EVIDENCE_FILE_BYTES_MAX } from "../../lib/evidence/file-types";
import type { OpenFile } from "../../lib/evidence/open-file";
import { findEvidenceFile } from "../../lib/evidence/queries";
import { uploadEvidenceFile } from "../../lib/evidence/upload-evidence-file";
import { aJournalist, anEditor, anotherJournalist } from "../factories/cast";
import {
  anAssessment,
  aPublishedClaim,
  aPublishedEvent,
  assessmentInput,
  makePublic,
  readClaim,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { anEvidenceFile, bytesOf, pdfBytes } from "../factories/evidence-files";
import { lastRevisionOf, refusalOf } from "../factories/read-back";

const DAY_MS = 24 * 3600_000;
const evidenceOf = (fileId: string | null) => ({
  kind: "document" as const,
  stance: "supports" as const,
  reportId: null,
  url: null,
  fileId,
  note: "The list of the hospital.",
});
const bytesOfFile = async (file: OpenFile | null) => {
  const pieces: Uint8Array[] = [];
  for await (const piece of file?.pieces() ?? []) pieces.push(piece);
  return Buffer.concat(pieces);
};
const isKept = async (id: string) => (await db().evidenceFile.count({ where: { id } })) === 1;

describe("uploadEvidenceFile", () => {
  test("keeps the bytes as they are, with their SHA-256 and the type found in them", async () => {
    const [editor, bytes, now] = [await anEditor(), pdfBytes(), tick()];
    const file = await uploadEvidenceFile(editor, { name: "C:\\lists\\photo.jpg", bytes }, now);
    expect(file).toMatchObject({ name: "photo.jpg", type: "application/pdf", size: bytes.length });
    const stored = await db().evidenceFile.findUniqueOrThrow({ where: { id: file.id } });
    expect(stored).toMatchObject({
      sha256: createHash("sha256").update(bytes).digest("hex"),
      uploadedById: editor.id,
      uploadedAt: now,
      removedAt: null,
    });
    expect(Buffer.compare(Buffer.from(stored.bytes ?? []), Buffer.from(bytes))).toBe(0);
  });

  test("a journalist uploads none", async () => {
    const journalist = await aJournalist();
    const { error, leftNothing } = await refusalOf(() =>
      uploadEvidenceFile(journalist, { name: "list.pdf", bytes: pdfBytes() }, tick()),
    );
    expect(error).toBeInstanceOf(Forbidden);
    expect(leftNothing).toBe(true);
  });

  test.each([
    ["nothing", "", "bytes"],
    ["a page that is called a PDF", "<html><script>alert(1)</script></html>", "type"],
    ["a drawing that is called a PDF", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "type"],
    ["a program that is called a PDF", "MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff", "type"],
  ])("%s is refused, and nothing is left behind", async (_, text, field) => {
    const editor = await anEditor();
    const { error, leftNothing } = await refusalOf(() =>
      uploadEvidenceFile(editor, { name: "list.pdf", bytes: bytesOf(text) }, tick()),
    );
    expect(error).toBeInstanceOf(Invalid);
    expect(Object.keys((error as Invalid).fields)).toEqual([field]);
    expect(leftNothing).toBe(true);
  });

  test("what no assessment named within a day goes at the next upload, twenty at a time; what is evidence stays", async () => {
    const claim = await aPublishedClaim();
    const then = tick();
    const evidence = await anEvidenceFile({ at: then });
    await anAssessment(claim.id, { evidence: [evidenceOf(evidence.id)] });
    const pending = [];
    for (let n = 0; n < 21; n += 1)
      pending.push(await anEvidenceFile({ at: new Date(then.getTime() + 1000 * n) }));

    const early = await anEvidenceFile({ at: new Date(then.getTime() + DAY_MS) });
    expect(await isKept(pending[0]?.id ?? "")).toBe(true);
    await anEvidenceFile({ at: new Date(then.getTime() + DAY_MS + 60_000) });
    const kept = await Promise.all(pending.map(({ id }) => isKept(id)));
    expect(kept.filter(Boolean).length).toBe(1);
    expect(kept.at(-1)).toBe(true);
    expect([await isKept(evidence.id), await isKept(early.id)]).toEqual([true, true]);
  });

  test("a file that is being named is not thrown away, nor waited for", async () => {
    const [claim, old] = [
      await aPublishedClaim(),
      await anEvidenceFile({ at: new Date("2026-01-01T00:00:00Z") }),
    ];
    const assessmentId = await anAssessment(claim.id);
    await db().$transaction(async (tx) => {
      await tx.evidence.create({ data: { ...evidenceOf(old.id), position: 9, assessmentId } });
      await anEvidenceFile();
    });
    expect(await isKept(old.id)).toBe(true);
  });

  test("the database lets nobody overwrite it, nor take the file from under its evidence", async () => {
    const [claim, { id }] = [await aPublishedClaim(), await anEvidenceFile()];
    await anAssessment(claim.id, { evidence: [evidenceOf(id)] });
    const where = { id };
    for (const data of [
      { bytes: pdfBytes() },
      { name: "other.pdf" },
      { sha256: "0".repeat(64) },
      { size: 9 },
    ])
      await expect(db().evidenceFile.update({ where, data })).rejects.toMatchObject({
        meta: {
          driverAdapterError: { cause: { originalMessage: "a file of evidence is never overwritten" } },
        },
      });
    await expect(db().evidenceFile.delete({ where })).rejects.toThrow();
    await expect(db().evidenceFile.update({ where, data: { removedAt: tick() } })).rejects.toThrow();
  });
});

describe("an assessment that names a file", () => {
  test("keeps its name, size and SHA-256 in its revision", async () => {
    const [claim, file] = [await aPublishedClaim(), await anEvidenceFile()];
    const id = await anAssessment(claim.id, { evidence: [evidenceOf(file.id), evidenceOf(null)] });
    const { sha256 } = await db().evidenceFile.findUniqueOrThrow({ where: { id: file.id } });
    const { changes } = await lastRevisionOf(id);
    expect((changes.evidence as unknown[])[1]).toMatchObject([
      { fileId: file.id, file: { name: "register.pdf", size: file.size, sha256 } },
      { fileId: null },
    ]);
  });

  test("is refused with a colleague's file until an assessment names it", async () => {
    const colleague = await registerActor({ name: "Sade Okafor", role: "editor" }, tick());
    const [claim, file] = [await aPublishedClaim(), await anEvidenceFile({ by: colleague })];
    const assess = async (actor = colleague) => {
      const { version } = await readClaim(claim.id);
      const input = assessmentInput(claim.id, { version, evidence: [evidenceOf(null), evidenceOf(file.id)] });
      return assessClaim(actor, input, tick());
    };
    const editor = await anEditor();
    const { error, leftNothing } = await refusalOf(() => assess(editor));
    expect(error).toMatchObject({ fields: { "evidence.1.fileId": expect.stringContaining("not here") } });
    expect(leftNothing).toBe(true);
    await assess();
    await assess(editor);
    expect(await db().evidence.count({ where: { fileId: file.id } })).toBe(2);
  });

  test("is refused with a file that is not there, at the field", async () => {
    const claim = await aPublishedClaim();
    const gone = "00000000-0000-4000-8000-000000000000";
    const { error } = await refusalOf(() => anAssessment(claim.id, { evidence: [evidenceOf(gone)] }));
    expect(Object.keys((error as Invalid).fields)).toEqual(["evidence.0.fileId"]);
  });
});

describe("R34: who reads a file", () => {
  test("nobody but an editor and its uploader, before a published assessment names it", async () => {
    const { publicId } = await anEvidenceFile();
    expect(await findEvidenceFile(publicId)).toBeNull();
    expect(await findDeskEvidenceFile(await aJournalist(), publicId)).toBeNull();
    expect(await findDeskEvidenceFile(await anEditor(), publicId)).toMatchObject({ publicId });
  });

  test("its uploader goes on reading it as a journalist, and no other journalist does", async () => {
    const { id } = await aJournalist();
    const { publicId, id: fileId } = await anEvidenceFile();
    const { bytes: _, ...row } = await db().evidenceFile.findUniqueOrThrow({ where: { id: fileId } });
    await db().evidenceFile.delete({ where: { id: fileId } });
    await db().evidenceFile.create({
      data: { ...row, bytes: bytesOf("x").fill(1, 0), size: 1, uploadedById: id },
    });
    expect(await findDeskEvidenceFile(await aJournalist(), publicId)).toMatchObject({ publicId });
    expect(await findDeskEvidenceFile(await anotherJournalist(), publicId)).toBeNull();
  });

  test("everybody, while its claim and its event are published and the claim is no duplicate", async () => {
    const event = await aPublishedEvent();
    const [claim, file] = [await aPublishedClaim({ eventId: event.id }), await anEvidenceFile()];
    await anAssessment(claim.id, { evidence: [evidenceOf(file.id)] });
    const isPublic = async () => (await findEvidenceFile(file.publicId)) !== null;
    expect(await isPublic()).toBe(true);

    // What was published stays so; it can be merged into another.
    const [otherClaim, otherEvent] = [await aPublishedClaim({ eventId: event.id }), await aPublishedEvent()];
    const [ofClaim, ofEvent] = [{ where: { id: claim.id } }, { where: { id: event.id } }];
    await db().claim.update({ ...ofClaim, data: { mergedIntoId: otherClaim.id } });
    expect(await isPublic()).toBe(false);
    await db().claim.update({ ...ofClaim, data: { mergedIntoId: null } });
    expect(await isPublic()).toBe(true);
    await db().event.update({ ...ofEvent, data: { mergedIntoId: otherEvent.id } });
    expect(await isPublic()).toBe(false);
    await db().event.update({ ...ofEvent, data: { mergedIntoId: null } });
    expect(await isPublic()).toBe(true);
  });

  test("no reader, by an assessment that is not published", async () => {
    const event = await aPublishedEvent();
    const [claim, file, editor] = [
      await aPublishedClaim({ eventId: event.id }),
      await anEvidenceFile(),
      await anEditor(),
    ];
    const assessment = { claimId: claim.id, number: 1, status: "refuted", reason: "Not yet said." } as const;
    const evidence = { create: { ...evidenceOf(file.id), position: 0 } };
    await db().assessment.create({
      data: { ...assessment, evidence, assessedById: editor.id, assessedAt: tick() },
    });
    expect(await findEvidenceFile(file.publicId)).toBeNull();
  });

  test("nobody by the file's claim alone, while its event is not public", async () => {
    const [claim, file] = [await aPublishedClaim(), await anEvidenceFile()];
    await anAssessment(claim.id, { evidence: [evidenceOf(file.id)] });
    expect(await findEvidenceFile(file.publicId)).toBeNull();
    await makePublic({ id: claim.eventId });
    expect(await findEvidenceFile(file.publicId)).toMatchObject({ name: "register.pdf" });
  });
});

describe("the size of a file", () => {
  test("a file of 20 MB is kept, and read back whole; one byte more is refused", async () => {
    const editor = await anEditor();
    const bytes = new Uint8Array(EVIDENCE_FILE_BYTES_MAX).map((_, at) => (at * 7919) % 251);
    bytes.set(pdfBytes());
    const { publicId } = await uploadEvidenceFile(editor, { name: "scan.pdf", bytes }, tick());
    const read = await bytesOfFile(await findDeskEvidenceFile(editor, publicId));
    expect(Buffer.compare(read, bytes)).toBe(0);

    await db().evidenceFile.delete({ where: { publicId } });

    const larger = new Uint8Array(EVIDENCE_FILE_BYTES_MAX + 1);
    larger.set(pdfBytes());
    await expect(
      uploadEvidenceFile(editor, { name: "scan.pdf", bytes: larger }, tick()),
    ).rejects.toMatchObject({
      fields: { bytes: "A file may have at most 20 MB." },
    });
  });
});
