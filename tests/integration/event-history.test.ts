import { describe, expect, test } from "vitest";
import { editAttribution } from "../../lib/attributions/edit-attribution";
import { amendClaim } from "../../lib/claims/amend-claim";
import { attributionFields, attributionOf } from "../../lib/claims/attribution-row";
import { toInput, valuesOf } from "../../lib/claims/claim-row";
import { retractClaim } from "../../lib/claims/withdraw-claim";
import { db } from "../../lib/db/client";
import { findEventHistory } from "../../lib/public-history/event-history";
import type { HistoryEntry } from "../../lib/public-history/types";
import { redactField } from "../../lib/redactions/redact-field";
import { anAdmin, anEditor } from "../factories/cast";
import {
  anAssessment,
  aPublishedClaim,
  attributionInput,
  publicFigures,
  read,
  readClaim,
  supersede,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { aReport } from "../factories/records";

async function slugOf(eventId: string): Promise<string> {
  return (await db().event.findUniqueOrThrow({ where: { id: eventId } })).slug;
}

/** What happened in public to the event of a claim, whole. */
async function entriesOf(claim: { eventId: string }, asked?: { claim: string }): Promise<HistoryEntry[]> {
  const history = await findEventHistory(await slugOf(claim.eventId), asked, 500);
  return history?.entries ?? [];
}

function actionsOf(entries: readonly HistoryEntry[]): string[][] {
  return entries.map(({ acts }) => acts.map(({ action }) => action));
}

/** Amends a published figure: another number and wording. */
async function amend(id: string, n: number, reason: string): Promise<void> {
  const claim = await readClaim(id);
  const values = toInput(valuesOf(claim));
  const wording = { ...values.wording, text: `at least ${n} servicemen` };
  const quantity = { qualifier: "exact", low: n, high: n, central: null, reading: "stated" } as const;
  const changed = { ...values, wording, quantity } as Parameters<typeof amendClaim>[1]["claim"];
  await amendClaim(await anEditor(), { ...read(claim), claim: changed, reason }, tick());
}

describe("findEventHistory", () => {
  test("tells who did what, when, why and from what to what, the newest first", async () => {
    const [claim] = await publicFigures({ n: 63, raw: "63 servicemen" });
    const editor = await anEditor();
    await amend(claim.id, 89, "The second statement says so.");
    const [amended, ...before] = await entriesOf(claim);
    expect(amended).toMatchObject({
      by: { name: editor.name, role: "editor" },
      reasons: ["The second statement says so."],
      acts: [{ action: "claim.amended", about: { kind: "claim", claim: { publicId: claim.publicId } } }],
    });
    const changes = Object.fromEntries(amended?.acts[0]?.changes.map(({ field, ...c }) => [field, c]) ?? []);
    expect(changes).toMatchObject({
      wording: { before: { text: "63 servicemen" }, after: { text: "at least 89 servicemen" } },
      quantity: { before: { low: 63 }, after: { low: 89 } },
    });
    expect(actionsOf(before)).toEqual([["event.published"], ["claim.published", "attribution.published"]]);
  });

  test("a publication tells the values as they then stood, and not those of later (R24)", async () => {
    const [claim] = await publicFigures({ n: 63, raw: "63 servicemen" });
    await amend(claim.id, 89, "The second statement says so.");
    const published = (await entriesOf(claim)).find(({ acts }) => acts[0]?.action === "claim.published");
    const changes = published?.acts[0]?.changes ?? [];
    expect(published?.acts[0]?.isPublication).toBe(true);
    expect(published?.reasons).toEqual([]);
    expect(changes.find(({ field }) => field === "wording")?.after).toMatchObject({ text: "63 servicemen" });
    expect(changes.find(({ field }) => field === "stated")?.after).toEqual({
      edtf: "2026-05-04",
      zone: "UTC",
    });
    const claimant = await db().claimant.findUniqueOrThrow({ where: { id: claim.claimantId } });
    expect(changes.find(({ field }) => field === "claimantId")?.after).toBe(claimant.name);
    expect(changes.every(({ before }) => before === null)).toBe(true);
  });

  test("an assessment and a supersession are each told as one, with the reason", async () => {
    const [older, newer] = await publicFigures(
      { n: 63, stated: "2026-05-04" },
      { n: 89, stated: "2026-05-05" },
    );
    await supersede(older, newer);
    await anAssessment(newer.id, { reason: "The register lists them." });
    const [assessed, superseded] = await entriesOf(newer);
    expect(assessed).toMatchObject({ reasons: ["The register lists them."] });
    expect(assessed?.acts).toMatchObject([
      {
        action: "assessment.made",
        changes: [{ field: "verification", before: "unverified", after: "documented" }],
      },
    ]);
    expect(superseded?.acts).toMatchObject([
      {
        action: "claim_link.accepted",
        about: { link: "supersedes", from: { publicId: newer.publicId }, to: { publicId: older.publicId } },
      },
      {
        action: "claim.superseded",
        changes: [{ field: "lifecycle", before: "current", after: "superseded" }],
      },
    ]);
  });

  test("a retraction has its public reason, and a misreport its attribution (R24, R25)", async () => {
    const [claim] = await publicFigures({ n: 63 });
    const row = await db().attribution.findFirstOrThrow({ where: { claimId: claim.id } });
    const attribution = { ...attributionFields(attributionOf(row)), misreport: "Killed for injured." };
    const edit = { id: row.id, version: row.version, attribution, reason: "See the transcript." };
    await editAttribution(await anEditor(), edit, tick());
    const { version } = await readClaim(claim.id);
    await retractClaim(await anEditor(), { claimId: claim.id, version, reason: "Taken back." }, tick());
    const [retracted, misreported] = await entriesOf(claim);
    expect(retracted).toMatchObject({ reasons: ["Taken back."], acts: [{ action: "claim.retracted" }] });
    expect(misreported).toMatchObject({
      reasons: ["See the transcript."],
      acts: [
        { action: "attribution.edited", changes: [{ field: "misreport", after: "Killed for injured." }] },
      ],
    });
  });

  test("a redacted field says so in every entry, and its text is in none (R35)", async () => {
    const [claim] = await publicFigures({ n: 63, raw: "63, said Nightingale" });
    await amend(claim.id, 89, "Counted again.");
    const redaction = { subjectKind: "claim", subjectId: claim.id, field: "wording" } as const;
    await redactField(await anAdmin(), { ...redaction, reason: "A witness is exposed." }, tick());
    const entries = await entriesOf(claim);
    expect(JSON.stringify(entries)).not.toContain("Nightingale");
    expect(entries[0]).toMatchObject({
      reasons: ["A witness is exposed."],
      acts: [{ action: "redaction.made", about: { subjectKind: "claim", field: "wording" } }],
    });
    const told = entries.flatMap(({ acts }) => acts).filter(({ about }) => about?.kind === "claim");
    const wordings = told.flatMap(({ changes }) => changes.filter(({ field }) => field === "wording"));
    expect(wordings).toHaveLength(2);
    expect(wordings.every(({ isRedacted, after }) => isRedacted && after === null)).toBe(true);
  });

  test("pages of any size tell each entry once, and split no command that fits on one", async () => {
    const [claim, other] = await publicFigures({ n: 63 }, { n: 70 });
    for (const n of [64, 65, 66]) await amend(claim.id, n, `Now ${n}.`);
    await anAssessment(other.id);
    const slug = await slugOf(claim.eventId);
    const whole = await entriesOf(claim);
    for (const limit of [2, 3, 5]) {
      const paged: HistoryEntry[] = [];
      let before: number | null = null;
      do {
        const page = await findEventHistory(slug, { before }, limit);
        paged.push(...(page?.entries ?? []));
        before = page?.next ?? null;
      } while (before !== null);
      expect(paged).toEqual(whole);
    }
  });

  test("of one claim it tells what is about that claim alone", async () => {
    const [claim, other] = await publicFigures({ n: 63 }, { n: 70 });
    await amend(claim.id, 64, "Counted again.");
    await anAssessment(other.id);
    const about = await entriesOf(claim, { claim: claim.publicId });
    expect(actionsOf(about)).toEqual([["claim.amended"], ["claim.published", "attribution.published"]]);
    expect(await findEventHistory(await slugOf(claim.eventId), { claim: "222222222" })).toBeNull();
  });

  test("a second attribution is public from its own publication on", async () => {
    const [claim] = await publicFigures({ n: 63 });
    const late = await db().attribution.create({
      data: { claimId: claim.id, reportId: await aReport(), carries: "quote", createdAt: tick() },
    });
    const others = await aPublishedClaim({
      eventId: claim.eventId,
      attributions: [attributionInput(await aReport({ title: "A second report" }))],
    });
    const entries = await entriesOf(claim);
    expect(entries[0]?.acts.map(({ about }) => about)).toEqual([
      expect.objectContaining({ claim: expect.objectContaining({ publicId: others.publicId }) }),
      expect.objectContaining({ claim: expect.objectContaining({ publicId: others.publicId }) }),
    ]);
    expect(entries[0]?.acts[1]?.changes[0]).toMatchObject({ field: "reportId", after: "A second report" });
    expect(JSON.stringify(entries)).not.toContain(late.id);
  });
});
