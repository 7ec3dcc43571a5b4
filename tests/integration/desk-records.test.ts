import { describe, expect, test } from "vitest";
import { findClaimantForDesk, listDeskClaimants } from "../../lib/claimants/desk-claimants";
import { editClaimant } from "../../lib/claimants/edit-claimant";
import { db } from "../../lib/db/client";
import { Conflict } from "../../lib/errors";
import { findEventForDesk, listDeskEvents } from "../../lib/events/desk-events";
import { editEvent } from "../../lib/events/edit-event";
import { listDeskMeasures } from "../../lib/measures/desk-measures";
import { editMeasure } from "../../lib/measures/edit-measure";
import { mergeClaimants } from "../../lib/merges/merge-claimants";
import { mergeEvents } from "../../lib/merges/merge-events";
import { mergeMeasures } from "../../lib/merges/merge-measures";
import { mergePublications } from "../../lib/merges/merge-publications";
import { findPublicationForDesk, listDeskPublications } from "../../lib/publications/desk-publications";
import { editPublication } from "../../lib/publications/edit-publication";
import { findReportForDesk } from "../../lib/reports/desk-reports";
import { editReport } from "../../lib/reports/edit-report";
import { aJournalist, anEditor } from "../factories/cast";
import { attributionInput, publicFigures } from "../factories/claims";
import { tick, unique } from "../factories/clock";
import { mergeInput } from "../factories/merges";
import { aClaimant, aMeasure, anEvent, aPublication, aReport } from "../factories/records";

const NOTHING_CHANGED = new Conflict("Nothing was changed.");

describe("what the desk reads of a record is what an edit begins with", () => {
  test("of an event", async () => {
    const [claimant, journalist] = [await aClaimant(), await aJournalist()];
    const parties = [{ claimantId: claimant.id, side: "north", role: "target" as const }];
    const { slug } = await anEvent({ aliases: ["Дніпро", "Днепр"], otherZones: ["UTC"], parties });
    const found = await findEventForDesk(journalist, slug);
    expect(found).toMatchObject({
      recordStatus: "draft",
      claimants: [{ slug: claimant.slug }],
      mergedInto: null,
    });
    const values = found?.values ?? expect.fail();
    await expect(editEvent(journalist, values, tick())).rejects.toEqual(NOTHING_CHANGED);
    await editEvent(journalist, { ...values, title: "A strike" }, tick());
    expect((await findEventForDesk(journalist, slug))?.values).toMatchObject({
      title: "A strike",
      version: 2,
    });
    expect(await findEventForDesk(journalist, "no-such-event")).toBeNull();
  });

  test("of a claimant and a publication", async () => {
    const [editor, publication] = [await anEditor(), await aPublication({ family: unique("Family") })];
    const body = await aClaimant();
    const given = {
      kind: "media",
      publicationId: publication.id,
      parentId: body.id,
      aliases: ["Б", "А"],
    } as const;
    const claimant = await aClaimant({ ...given, aliases: [...given.aliases] });
    const found = await findClaimantForDesk(editor, claimant.slug);
    expect(found).toMatchObject({
      isPublic: false,
      parent: { slug: body.slug },
      publication: { slug: publication.slug },
    });
    await expect(editClaimant(editor, found?.values ?? expect.fail(), tick())).rejects.toEqual(
      NOTHING_CHANGED,
    );
    const published = await findPublicationForDesk(editor, publication.slug);
    expect(published).toMatchObject({
      isPublic: false,
      claimants: [{ slug: claimant.slug }],
      reportCount: 0,
    });
    await expect(editPublication(editor, published?.values ?? expect.fail(), tick())).rejects.toEqual(
      NOTHING_CHANGED,
    );
  });

  test("of a measure and a report, and that readers see them", async () => {
    const [editor, claimant] = [await anEditor(), await aClaimant()];
    const reportId = await aReport({ url: `https://example.org/${unique("story")}`, byline: "O. Hrytsenko" });
    const [figure] = await publicFigures({
      claimantId: claimant.id,
      attributions: [attributionInput(reportId)],
    });
    const event = await db().event.findUniqueOrThrow({ where: { id: figure.eventId } });
    await aMeasure(event.id, {
      period: { edtf: "2026-05-03", zone: "Europe/Kyiv" },
      partOfId: figure.measureId,
    });
    const measures = await listDeskMeasures(editor, event.slug);
    expect(measures).toMatchObject([
      { isPublic: true, claimCount: 1 },
      { isPublic: false, values: { period: { edtf: "2026-05-03", zone: "Europe/Kyiv" } } },
    ]);
    for (const { values } of measures) {
      const edit = editMeasure(editor, { ...values, reason: "As it was." }, tick());
      await expect(edit).rejects.toEqual(NOTHING_CHANGED);
    }
    const { publicId } = await db().report.findUniqueOrThrow({ where: { id: reportId } });
    const report = await findReportForDesk(editor, publicId);
    expect(report).toMatchObject({ isPublic: true, attributionCount: 1 });
    const edit = editReport(editor, { ...(report?.values ?? expect.fail()), reason: "As it was." }, tick());
    await expect(edit).rejects.toEqual(NOTHING_CHANGED);
    expect(await findClaimantForDesk(editor, claimant.slug)).toMatchObject({ isPublic: true, claimCount: 1 });
  });
});

describe("lists of the desk", () => {
  test("find records by any of their names, page by page, each once, and none that was merged", async () => {
    const [word, editor] = [unique("needle"), await anEditor()];
    const events = [
      await anEvent({ aliases: [word] }),
      await anEvent({ title: `The ${word}` }),
      await anEvent(),
    ];
    const claimants = [
      await aClaimant({ aliases: [word] }),
      await aClaimant({ name: word.toUpperCase() }),
      await aClaimant({ aliases: [word] }),
    ];
    const publications = [
      await aPublication({ family: word }),
      await aPublication({ aliases: [word] }),
      await aPublication({ name: word }),
    ];
    await mergeClaimants(
      editor,
      await mergeInput("claimant", claimants[2]?.id ?? "", claimants[1]?.id ?? ""),
      tick(),
    );
    await mergePublications(
      editor,
      await mergeInput("publication", publications[2]?.id ?? "", publications[1]?.id ?? ""),
      tick(),
    );
    await mergeEvents(editor, await mergeInput("event", events[2]?.id ?? "", events[1]?.id ?? ""), tick());

    type Page = { rows: { slug: string }[]; next: string | null };
    const walk = async (list: (after: string | null) => Promise<Page>) => {
      const first = await list(null);
      expect(first.rows).toHaveLength(1);
      const second = await list(first.next);
      expect(second.next).toBeNull();
      return [...first.rows, ...second.rows].map(({ slug }) => slug).sort();
    };
    const q = word;
    const slugs = (made: { slug: string }[]) =>
      made
        .slice(0, 2)
        .map(({ slug }) => slug)
        .sort();
    expect(await walk((after) => listDeskEvents(editor, { q, after }, 1))).toEqual(slugs(events));
    expect(await walk((after) => listDeskClaimants(editor, { q, after }, 1))).toEqual(slugs(claimants));
    expect(await walk((after) => listDeskPublications(editor, { q, after }, 1))).toEqual(slugs(publications));
    expect((await listDeskEvents(editor, { q, status: "published" })).rows).toEqual([]);
  });

  test("a measure that was merged stands last, with the one that it leads to", async () => {
    const [event, editor] = [await anEvent(), await anEditor()];
    const [from, into] = [await aMeasure(event.id), await aMeasure(event.id)];
    await mergeMeasures(editor, await mergeInput("measure", from, into), tick());
    const measures = await listDeskMeasures(editor, event.slug);
    expect(measures.map(({ values }) => values.id)).toEqual([into, from]);
    expect(measures[1]?.mergedInto).toEqual({
      slug: measures[0]?.values.slug,
      label: measures[0]?.values.label,
    });
  });
});
