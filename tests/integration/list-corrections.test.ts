import { describe, expect, test } from "vitest";
import { editAttribution } from "../../lib/attributions/edit-attribution";
import { amendClaim } from "../../lib/claims/amend-claim";
import { attributionFields, attributionOf } from "../../lib/claims/attribution-row";
import { listAmendments, listCorrections } from "../../lib/claims/list-corrections";
import { retractClaim } from "../../lib/claims/withdraw-claim";
import { db } from "../../lib/db/client";
import { redactField } from "../../lib/redactions/redact-field";
import { anAdmin, anEditor } from "../factories/cast";
import { aClaim, aPublishedClaim, makePublic, publicFigures, read, readClaim } from "../factories/claims";
import { tick } from "../factories/clock";
import { correctionProposal, otherNumber } from "../factories/proposals";
import { aClaimant, anEvent } from "../factories/records";

/** Amends a published figure to another number and claimant. Returns the new claimant's name. */
async function amend(id: string, n: number): Promise<string> {
  const [claim, claimant] = [await readClaim(id), await aClaimant()];
  const { claim: values } = correctionProposal(claim, {
    ...otherNumber(n),
    claimantId: claimant.id,
  }) as never as {
    claim: Parameters<typeof amendClaim>[1]["claim"];
  };
  await amendClaim(await anEditor(), { ...read(claim), claim: values, reason: `It said ${n}.` }, tick());
  return (await db().claimant.findUniqueOrThrow({ where: { id: claimant.id } })).name;
}

async function misreport(claimId: string): Promise<void> {
  const row = await db().attribution.findFirstOrThrow({ where: { claimId } });
  const attribution = { ...attributionFields(attributionOf(row)), misreport: "Killed for injured." };
  const input = { id: row.id, version: row.version, attribution, reason: "See the transcript." };
  await editAttribution(await anEditor(), input, tick());
}

describe("listCorrections", () => {
  test("R26: what was put right, by whom, why, and from what to what, the newest first", async () => {
    const [claim] = await publicFigures({ n: 63 });
    const { slug, title } = await db().event.findUniqueOrThrow({ where: { id: claim.eventId } });
    const was = await db().claimant.findUniqueOrThrow({ where: { id: claim.claimantId } });
    const editor = await anEditor();
    const name = await amend(claim.id, 89);
    await misreport(claim.id);
    await retractClaim(editor, { claimId: claim.id, version: 5, reason: "Taken back." }, tick());

    const { rows, next } = await listCorrections({ event: slug });
    expect(next).toBeNull();
    expect(rows.map(({ kind, reason }) => [kind, reason])).toEqual([
      ["retraction", "Taken back."],
      ["misreport", "See the transcript."],
      ["amendment", "It said 89."],
    ]);
    const [, misreported, amended] = rows;
    expect(amended).toMatchObject({
      by: { name: editor.name, role: "editor" },
      event: { slug, title },
      claim: { publicId: claim.publicId, raw: "89" },
      redacted: null,
    });
    expect(amended?.changes).toEqual(
      expect.arrayContaining([
        { field: "claimant", before: was.name, after: name, isRedacted: false },
        expect.objectContaining({ field: "quantity", before: expect.objectContaining({ low: 63 }) }),
      ]),
    );
    expect(misreported?.changes).toEqual([
      { field: "misreport", before: null, after: "Killed for injured.", isRedacted: false },
    ]);
    expect(await listAmendments(claim.id)).toEqual(rows);
  });

  test("R34: what was put right of an event that is not public shows only once it is", async () => {
    const event = await anEvent();
    const claim = await aPublishedClaim({ eventId: event.id });
    await amend(claim.id, 89);
    const draft = await aClaim({ eventId: event.id });
    await redactField(
      await anAdmin(),
      { subjectKind: "claim", subjectId: draft.id, field: "wording", reason: "A court's order." },
      tick(),
    );
    expect((await listCorrections({ event: event.slug })).rows).toEqual([]);
    expect(JSON.stringify(await listCorrections({}, 500))).not.toContain(claim.publicId);
    expect(await listAmendments(claim.id)).toEqual([]);
    await makePublic(event);
    expect((await listCorrections({ event: event.slug })).rows.map(({ kind }) => kind)).toEqual([
      "amendment",
    ]);
  });

  test("R35: a redaction stands among them with its reason, and what it took is in none of them", async () => {
    const [claim] = await publicFigures({ n: 63 });
    const { slug } = await db().event.findUniqueOrThrow({ where: { id: claim.eventId } });
    await amend(claim.id, 89);
    const admin = await anAdmin();
    const reason = "A court's order.";
    await redactField(admin, { subjectKind: "claim", subjectId: claim.id, field: "wording", reason }, tick());
    const { rows } = await listCorrections({ event: slug });
    expect(rows[0]).toMatchObject({
      kind: "redaction",
      reason,
      by: { name: admin.name, role: "admin" },
      claim: { publicId: claim.publicId, raw: "[redacted]" },
      redacted: { subjectKind: "claim", field: "wording" },
    });
    expect(rows[1]?.changes).toContainEqual({
      field: "wording",
      before: null,
      after: null,
      isRedacted: true,
    });
  });

  test("its pages repeat nothing and leave nothing out, also of one instant", async () => {
    const [claim] = await publicFigures({ n: 63 });
    const { slug } = await db().event.findUniqueOrThrow({ where: { id: claim.eventId } });
    const editor = await anEditor();
    const at = tick();
    await db().correction.createMany({
      data: Array.from({ length: 5 }, (_, n) => ({
        kind: "amendment" as const,
        eventId: claim.eventId,
        claimId: claim.id,
        reason: `Reason ${n}`,
        correctedById: editor.id,
        correctedAt: at,
        publishedAt: at,
      })),
    });
    const input = {
      subjectKind: "event",
      subjectId: claim.eventId,
      field: "summary",
      reason: "An order.",
    } as const;
    await redactField(await anAdmin(), input, at);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await listCorrections({ event: slug, after }, 2);
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
    expect(seen).toEqual(seen.toSorted().reverse());
  });
});
