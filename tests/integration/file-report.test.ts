import { describe, expect, test } from "vitest";
import { db } from "../../lib/db/client";
import { Conflict, Invalid, NotFound } from "../../lib/errors";
import { REGISTER } from "../../lib/history/schema";
import { fileReport } from "../../lib/reports/file-report";
import type { FileReport } from "../../lib/reports/schema";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import { tick, unique } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";
import { aPublication, aReport, reportInput } from "../factories/records";

describe("fileReport", () => {
  test("a filed report stands in the register under a public id of its own", async () => {
    const [journalist, { id: publicationId }, now] = [await aJournalist(), await aPublication(), tick()];
    const url = `https://www.example.org/${unique("story")}?utm_source=feed`;
    const id = await fileReport(journalist, await reportInput({ publicationId, url, title: null }), now);

    const report = await db().report.findUniqueOrThrow({ where: { id } });
    expect(report).toMatchObject({
      url,
      canonicalUrl: url.replace("www.", "").replace("?utm_source=feed", ""),
      publicId: expect.stringMatching(/^[2-9b-z]{9}$/),
      publishedEdtf: "2026-05-04",
      publishedEarliest: new Date("2026-05-04T00:00:00Z"),
      createdAt: now,
    });
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "report.filed",
      subjectKind: "report",
      chainId: REGISTER,
      actorId: journalist.id,
      changes: { url: [null, url], publicId: [null, report.publicId], published: [null, "2026-05-04"] },
    });
  });

  test("each role may file a report", async () => {
    for (const actor of [await aJournalist(), await anEditor(), await anAdmin()]) {
      await expect(fileReport(actor, await reportInput(), tick())).resolves.toEqual(expect.any(String));
    }
  });

  const wrong: [string, Partial<FileReport>, typeof Invalid | typeof NotFound][] = [
    ["a script for an address", { url: "javascript:alert(1)" }, Invalid],
    ["a file for an address", { url: "file:///etc/passwd" }, Invalid],
    ["a language that is none", { language: "en_UK" }, Invalid],
    ["a date that is none", { published: { edtf: "yesterday", zone: "UTC" } }, Invalid],
    [
      "a publication that is not on file",
      { publicationId: "00000000-0000-4000-8000-000000000000" },
      NotFound,
    ],
  ];
  test.each(wrong)("%s is refused and leaves nothing behind", async (_, given, expected) => {
    const [journalist, input] = [await aJournalist(), await reportInput(given)];
    const { error, leftNothing } = await refusalOf(() => fileReport(journalist, input, tick()));
    expect(error).toBeInstanceOf(expected);
    expect(leftNothing).toBe(true);
  });

  test("R29: one report has one canonical address, however its link is written", async () => {
    const story = unique("story");
    await aReport({ url: `https://example.org/${story}` });
    const written = [
      `http://WWW.Example.org/${story}`,
      `https://m.example.org/${story}/?utm_campaign=x&fbclid=1`,
      `https://amp.example.org/${story}/amp/#top`,
    ];
    const journalist = await aJournalist();
    for (const url of written) {
      const input = await reportInput({ url });
      const { error, leftNothing } = await refusalOf(() => fileReport(journalist, input, tick()));
      expect(error).toBeInstanceOf(Conflict);
      expect(leftNothing).toBe(true);
    }
    await expect(aReport({ url: `https://example.org/${story}?page=2` })).resolves.toEqual(
      expect.any(String),
    );
  });

  test("R29: of two reports filed at once at one canonical address, one is kept", async () => {
    const story = unique("raced");
    const [journalist, editor] = [await aJournalist(), await anEditor()];
    const inputs = [
      await reportInput({ url: `https://example.org/${story}` }),
      await reportInput({ url: `http://m.example.org/${story}/` }),
    ] as const;
    const { won, errors } = await race(
      fileReport(journalist, inputs[0], tick()),
      fileReport(editor, inputs[1], tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
    expect(await db().report.count({ where: { canonicalUrl: `https://example.org/${story}` } })).toBe(1);
  });

  test("reports whose address is not known do not exclude each other", async () => {
    const { id: publicationId } = await aPublication();
    await aReport({ publicationId });
    await aReport({ publicationId });
    expect(await db().report.count({ where: { publicationId } })).toBe(2);
  });
});
