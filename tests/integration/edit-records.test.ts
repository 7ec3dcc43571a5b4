import { describe, expect, test } from "vitest";
import { createClaimant } from "../../lib/claimants/create-claimant";
import { editClaimant } from "../../lib/claimants/edit-claimant";
import { findClaimant, findClaimantByFormerSlug } from "../../lib/claimants/queries";
import type { EditClaimant } from "../../lib/claimants/schema";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, StaleVersion } from "../../lib/errors";
import type { EventSummary } from "../../lib/events/rules";
import { verifyDerived } from "../../lib/events/verify-derived";
import { createPublication } from "../../lib/publications/create-publication";
import { editPublication } from "../../lib/publications/edit-publication";
import { findPublication, findPublicationByFormerSlug } from "../../lib/publications/queries";
import type { EditPublication } from "../../lib/publications/schema";
import { editReport } from "../../lib/reports/edit-report";
import { findReport } from "../../lib/reports/queries";
import type { EditReport } from "../../lib/reports/schema";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import { attributionInput, publicFigures } from "../factories/claims";
import { tick, unique } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";
import {
  aClaimant,
  aPublication,
  aReport,
  claimantInput,
  publicationInput,
  reportInput,
} from "../factories/records";

const reason = "The register has it so.";
type Made = { id: string; slug: string };

function claimantEdit({ id, slug }: Made, given: Partial<EditClaimant> = {}): EditClaimant {
  return { ...claimantInput({ slug }), id, version: 1, ...given };
}

function publicationEdit({ id, slug }: Made, given: Partial<EditPublication> = {}): EditPublication {
  return { ...publicationInput({ slug }), id, version: 1, ...given };
}

async function refuses(work: () => Promise<unknown>, expected: unknown) {
  const { error, leftNothing } = await refusalOf(work);
  expect(error).toBeInstanceOf(expected);
  expect(leftNothing).toBe(true);
  return error;
}

describe("editClaimant", () => {
  test("a claimant gets its right name and its old address leads to it (R30)", async () => {
    const [claimant, editor] = [await aClaimant({ aliases: ["Мерія"] }), await anEditor()];
    const [figure] = await publicFigures({ claimantId: claimant.id });
    const slug = unique("renamed-claimant");
    const now = tick();
    const input = claimantEdit(claimant, { slug, name: "City Council", aliases: ["Мерия"], reason });
    await editClaimant(editor, input, now);

    expect(await findClaimant(slug)).toMatchObject({ name: "City Council", aliases: ["Мерия"] });
    expect(await findClaimant(claimant.slug)).toBeNull();
    expect(await findClaimantByFormerSlug(claimant.slug)).toBe(slug);
    expect(await lastRevisionOf(claimant.id)).toMatchObject({
      action: "claimant.edited",
      chainId: "register",
      version: 2,
      changes: {
        name: [expect.any(String), "City Council"],
        aliases: [["Мерія"], ["Мерия"]],
        reason: [null, reason],
      },
    });
    const event = await db().event.findUniqueOrThrow({ where: { id: figure.eventId } });
    expect(event.changedAt).toEqual(now);
    await refuses(() => createClaimant(editor, claimantInput({ slug: claimant.slug }), tick()), Conflict);
  });

  test("R12: whom a claimant belongs to says at once who contests whom", async () => {
    const [one, other, editor] = [await aClaimant(), await aClaimant(), await anEditor()];
    const reports = [await aReport(), await aReport()];
    const [figure] = await publicFigures(
      { claimantId: one.id, n: 5, attributions: [attributionInput(reports[0] ?? "", { carries: "own" })] },
      { claimantId: other.id, n: 9, attributions: [attributionInput(reports[1] ?? "", { carries: "own" })] },
    );
    const contested = async () => {
      const row = await db().eventDerived.findUniqueOrThrow({ where: { eventId: figure.eventId } });
      return (row.summary as unknown as EventSummary).contestedCount;
    };
    expect(await contested()).toBe(2);
    await editClaimant(editor, claimantEdit(other, { parentId: one.id, reason }), tick());
    expect(await contested()).toBe(0);
    expect((await verifyDerived()).differences).toEqual([]);
  });

  test("a public claimant is edited by editors alone, who say why; any other by everybody", async () => {
    const [claimant, draft] = [await aClaimant(), await aClaimant()];
    const [journalist, editor] = [await aJournalist(), await anEditor()];
    await publicFigures({ claimantId: claimant.id });
    const input = claimantEdit(claimant, { name: "City Council" });
    await refuses(() => editClaimant(journalist, { ...input, reason }, tick()), Forbidden);
    const error = await refuses(() => editClaimant(editor, input, tick()), Invalid);
    expect((error as Invalid).fields).toHaveProperty("reason");
    await editClaimant(journalist, claimantEdit(draft, { name: "City Council" }), tick());
    expect(await lastRevisionOf(draft.id)).toMatchObject({ actorId: journalist.id });
  });

  test("a body never belongs to itself, at whatever distance", async () => {
    const [top, editor] = [await aClaimant(), await anEditor()];
    const middle = await aClaimant({ parentId: top.id });
    const low = await aClaimant({ parentId: middle.id });
    for (const parentId of [low.id, top.id]) {
      const error = await refuses(
        () => editClaimant(editor, claimantEdit(top, { parentId }), tick()),
        Invalid,
      );
      expect((error as Invalid).fields).toHaveProperty("parentId");
    }
  });

  test("R17: an unnamed claimant stays bound to what carried it", async () => {
    const [claimant, editor] = [await aClaimant(), await anEditor()];
    await refuses(() => editClaimant(editor, claimantEdit(claimant, { kind: "unnamed" }), tick()), Invalid);
  });

  test("R33: of two who edit one version at once, one wins, and who reads late is told", async () => {
    const [claimant, editor, admin] = [await aClaimant(), await anEditor(), await anAdmin()];
    const { won, errors } = await race(
      editClaimant(editor, claimantEdit(claimant, { name: "One" }), tick()),
      editClaimant(admin, claimantEdit(claimant, { name: "Other" }), tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(StaleVersion)]);
  });
});

describe("editPublication", () => {
  test("a publication gets its right name and family, and its old address leads to it (R30)", async () => {
    const [publication, editor] = [await aPublication(), await anEditor()];
    const reportId = await aReport({ publicationId: publication.id });
    await publicFigures({ attributions: [attributionInput(reportId)] });
    const [slug, family] = [unique("renamed-publication"), unique("Family")];
    await editPublication(editor, publicationEdit(publication, { slug, family, reason }), tick());

    expect(await findPublication(slug, null)).toMatchObject({ family: { name: family } });
    expect(await findPublicationByFormerSlug(publication.slug)).toBe(slug);
    expect(await lastRevisionOf(publication.id)).toMatchObject({
      action: "publication.edited",
      version: 2,
      changes: { family: [null, family], slug: [publication.slug, slug] },
    });
    await refuses(
      () => createPublication(editor, publicationInput({ slug: publication.slug }), tick()),
      Conflict,
    );
    await editPublication(
      editor,
      publicationEdit(publication, { slug, family: null, version: 2, reason }),
      tick(),
    );
    expect(await findPublication(slug, null)).toMatchObject({ family: null });
  });

  test("a public publication is edited by editors alone, who say why", async () => {
    const [publication, journalist, editor] = [await aPublication(), await aJournalist(), await anEditor()];
    const reportId = await aReport({ publicationId: publication.id });
    await publicFigures({ attributions: [attributionInput(reportId)] });
    const input = publicationEdit(publication, { name: "Weekly" });
    await refuses(() => editPublication(journalist, { ...input, reason }, tick()), Forbidden);
    await refuses(() => editPublication(editor, input, tick()), Invalid);
    await refuses(() => editPublication(editor, publicationEdit(publication, { reason }), tick()), Conflict);
  });

  test("R33: of two who edit one version at once, one wins", async () => {
    const [publication, editor, admin] = [await aPublication(), await anEditor(), await anAdmin()];
    const { won, errors } = await race(
      editPublication(editor, publicationEdit(publication, { name: "One" }), tick()),
      editPublication(admin, publicationEdit(publication, { name: "Other" }), tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(StaleVersion)]);
  });
});

describe("editReport", () => {
  async function aFiled(given: Partial<EditReport> = {}) {
    const input = await reportInput({ url: `https://www.example.org/${unique("story")}`, ...given });
    return { id: await aReport(input), input };
  }

  test("a report gets its right address and a copy, and is known by the new one (R29)", async () => {
    const [{ id, input }, editor] = [await aFiled(), await anEditor()];
    const url = `https://www.example.org/${unique("story")}?utm_source=x`;
    const archiveUrl = "https://web.archive.org/web/2026/https://www.example.org/story";
    await editReport(editor, { ...input, id, version: 1, url, archiveUrl }, tick());
    expect(await db().report.findUniqueOrThrow({ where: { id } })).toMatchObject({
      url,
      canonicalUrl: url.replace("www.", "").replace("?utm_source=x", ""),
      archiveUrl,
      archiveState: "archived",
      version: 2,
    });
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "report.edited",
      changes: { url: [input.url, url], archiveState: ["none", "archived"] },
    });
    const other = await aFiled();
    await refuses(
      () => editReport(editor, { ...other.input, id: other.id, version: 1, url }, tick()),
      Conflict,
    );
    const error = await refuses(
      () =>
        editReport(editor, { ...other.input, id: other.id, version: 1, archiveState: "archived" }, tick()),
      Invalid,
    );
    expect((error as Invalid).fields).toHaveProperty("archiveUrl");
  });

  test("a public report is edited by editors alone, who say why; its date is held against its claims (R31)", async () => {
    const [{ id, input }, journalist, editor] = [await aFiled(), await aJournalist(), await anEditor()];
    const [figure] = await publicFigures({ attributions: [attributionInput(id)] });
    const published = { edtf: "2026-05-01", zone: "UTC" };
    const change = { ...input, id, version: 1, published };
    await refuses(() => editReport(journalist, { ...change, reason }, tick()), Forbidden);
    await refuses(() => editReport(editor, change, tick()), Invalid);
    await editReport(editor, { ...change, reason }, tick());
    const { derived } = await db().claim.findUniqueOrThrow({ where: { id: figure.id } });
    expect(JSON.stringify(derived)).toContain("published_before_stated");
    const { publicId } = await db().report.findUniqueOrThrow({ where: { id } });
    expect((await findReport(publicId))?.published?.edtf).toBe("2026-05-01");
  });

  test("R33: of two who edit one version at once, one wins", async () => {
    const [{ id, input }, editor, admin] = [await aFiled(), await anEditor(), await anAdmin()];
    const { won, errors } = await race(
      editReport(editor, { ...input, id, version: 1, title: "One" }, tick()),
      editReport(admin, { ...input, id, version: 1, title: "Other" }, tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(StaleVersion)]);
  });
});
