import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { articleInput, articleProblems, type Namer } from "../../lib/articles/article-input";
import { EXAMPLE_ARTICLE } from "../../lib/articles/example-article";
import { beginArticle } from "../../lib/articles/keep-article";
import { logArticle } from "../../lib/articles/log-article";
import { matchCandidates } from "../../lib/articles/match-candidates";
import { openArticle } from "../../lib/articles/open-article";
import { archiveClaim } from "../../lib/claims/move-claim";
import { db } from "../../lib/db/client";
import { Forbidden, type Invalid } from "../../lib/errors";
import { extractCandidates } from "../../lib/extraction/extract-candidates";
import { FormTexts } from "../../lib/forms/read-form";
import { aJournalist } from "../factories/cast";
import { aClaim, publish, type StoredClaim } from "../factories/claims";
import { tick } from "../factories/clock";
import { queriesOf, refusalOf } from "../factories/read-back";
import { aClaimant, aMeasure, anEvent, aPublication, type Made } from "../factories/records";

let event: Made;
let ministry: Made;
let killed: string;
let known: StoredClaim;

beforeAll(async () => {
  event = await anEvent({ occurred: { edtf: "2023-01-01", zone: "Europe/Moscow" } });
  ministry = await aClaimant({ name: "Russian Ministry of Defence", aliases: ["Minoborony"] });
  killed = await aMeasure(event.id, {
    label: "Russian servicemen killed",
    personClass: "military",
    area: null,
  });
  known = await aClaim({
    eventId: event.id,
    claimantId: ministry.id,
    measureId: killed,
    n: 63,
    stated: "2023-01-02",
  });
});

const matched = async (text: string, publishedOn = "2023-01-05") =>
  matchCandidates(await aJournalist(), event.id, extractCandidates({ text, publishedOn }), "Evening Post");

describe("a candidate is held against what is on file", () => {
  test("its claimant, its measure, and the claim that it may be (R28)", async () => {
    const { matches } = await matched(
      "Russia's defence ministry said on Monday that 63 servicemen were killed.",
    );
    expect(matches).toHaveLength(1);
    expect(matches[0]?.claimants).toEqual([
      { id: ministry.id, name: "Russian Ministry of Defence", why: "same_name" },
    ]);
    expect(matches[0]?.measures.map(({ id }) => id)).toEqual([killed]);
    expect(matches[0]?.claims.map(({ id }) => id)).toEqual([known.id]);
  });

  test("which another number is not, nor another claimant's, nor the same number said weeks later", async () => {
    const { matches } = await matched(
      `The Russian Ministry of Defence said that 89 servicemen were killed. Igor Girkin said 63 servicemen were killed.
      On 20 February the Russian Ministry of Defence said that 63 servicemen were killed.`,
      "2023-03-01",
    );
    expect(matches).toHaveLength(3);
    expect(matches.map(({ claims }) => claims)).toEqual([[], [], []]);
    expect(matches[1]?.claimants).toEqual([]);
  });

  test("and a claim that was laid aside is no match", async () => {
    const place = { eventId: event.id, claimantId: ministry.id, measureId: killed, stated: "2023-01-02" };
    const { id } = await aClaim({ ...place, n: 71 });
    const text = "The Russian Ministry of Defence said that 71 servicemen were killed.";
    expect((await matched(text)).matches[0]?.claims).toHaveLength(1);
    await archiveClaim(await aJournalist(), { id, version: 1, reason: "Of another event." }, tick());
    expect((await matched(text)).matches[0]?.claims).toEqual([]);
  });

  test("a name on file outside the event is found as it stands, in any letter case and without its article", async () => {
    const watch = await aClaimant({ name: "Volga Rescue Union" });
    const { matches } = await matched("The VOLGA RESCUE UNION said 5 people were injured.");
    expect(matches[0]?.claimants.map(({ id }) => id)).toEqual([watch.id]);
  });

  test("and who is not named by the publication, as is what nobody is named as saying (R17)", async () => {
    const publicationId = (await aPublication({ name: "Evening Post" })).id;
    const outlet = await aClaimant({ name: "Evening Post", kind: "media", publicationId });
    await aClaimant({ name: "Evening Post", kind: "company" });
    const viaPublicationId = publicationId;
    const unnamed = { name: "unnamed rescuer, via Evening Post", kind: "unnamed", viaPublicationId } as const;
    const { id } = await aClaimant(unnamed);
    const { matches } = await matched(
      "At least 7 people were injured.\n\nA rescuer said 9 people were killed.",
    );
    expect(matches.map(({ claimants }) => claimants.map((one) => one.id))).toEqual([[outlet.id], [id]]);
  });

  test("with as many queries for one candidate as for a hundred", async () => {
    const actor = await aJournalist();
    const one = "The Russian Ministry of Defence said that 63 servicemen were killed.";
    const many = Array.from(
      { length: 100 },
      (_, at) => `Ana Ruiz${at} said ${at + 20} people were injured. ${one}`,
    ).join("\n\n");
    const counts: number[] = [];
    for (const text of [one, many]) {
      const candidates = extractCandidates({ text, publishedOn: "2023-01-05" });
      counts.push(
        (await queriesOf(() => matchCandidates(actor, event.id, candidates, "Evening Post"))).length,
      );
    }
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeLessThanOrEqual(8);
  });

  test("for those who log claims alone", async () => {
    const reader = { ...(await aJournalist()), role: "reader" as never };
    await expect(matchCandidates(reader, event.id, [], "")).rejects.toThrow(Forbidden);
  });
});

describe("the example article about Makiivka", () => {
  const name: Namer = (candidate, personClass) =>
    candidate.type === "figure"
      ? { label: `${candidate.kinds.join(" or ")}: ${personClass}`, unit: candidate.unit ?? "people" }
      : { label: "", unit: "" };

  test("is logged as drafts, all at once, with the claim that is on file proposed for its report", async () => {
    await publish(known);
    const [journalist, now, draftId] = [await aJournalist(), tick(), randomUUID()];
    const { text, title, publicationName, publishedEdtf, language } = EXAMPLE_ARTICLE;
    const typed = {
      eventId: [event.id],
      text: [text],
      title: [title],
      publicationIdLabel: [publicationName],
      published: [publishedEdtf],
      language: [language],
      medium: ["web"],
    };
    await beginArticle(journalist, { id: draftId, values: typed }, now);
    const open = await openArticle(journalist, typed, new Date());
    if (!open) throw new Error("The article is not found.");
    const form = new FormData();
    for (const [field, [value = ""]] of Object.entries(typed)) form.set(field, value);
    for (const place of open.candidates.keys()) form.set(`decision.${place}`, "accept");
    const inputOf = () => articleInput(new FormTexts(form), draftId, open, name, now.getTime());

    // What was said before the event happened belongs to a measure with a period of its own.
    const { input, ...places } = inputOf();
    const { error, leftNothing } = await refusalOf(() => logArticle(journalist, input, now));
    expect(leftNothing).toBe(true);
    const earlier = open.candidates.findIndex(
      (one) => one.type === "figure" && one.figure.text === "nearly 6,000",
    );
    expect(articleProblems((error as Invalid).fields, places, open.candidates)).toEqual({
      [`stated.${earlier}`]: expect.stringContaining("forecast"),
    });

    form.set(`decision.${earlier}`, "reject");
    const done = await logArticle(journalist, inputOf().input, now);
    expect(done.claims.filter(({ did }) => did === "proposed")).toEqual([
      { publicId: known.publicId, did: "proposed" },
    ]);
    const rows = await db().claim.findMany({
      where: { eventId: event.id, loggedAt: now },
      include: { claimant: { select: { name: true } }, attributions: { select: { passage: true } } },
      orderBy: { number: "asc" },
    });
    expect(rows.map(({ recordStatus }) => recordStatus)).toEqual(rows.map(() => "draft"));
    const figures = rows.filter(({ type }) => type === "figure");
    expect(figures.map(({ claimant, wording, low, high }) => [claimant.name, wording, low, high])).toEqual([
      ["Russian Ministry of Defence", "four", 4, 4],
      ["Russian Ministry of Defence", "89", 89, 89],
      ["strategic communications department of Ukraine's armed forces", "400", 400, 400],
      ["strategic communications department of Ukraine's armed forces", "300", 300, 300],
      ["General Staff of Ukraine's armed forces", "up to 10", null, 10],
      ["Igor Girkin", "hundreds", 100, 999],
      ["Example text", "200", 200, 200],
    ]);
    for (const { wording, attributions } of figures) expect(attributions[0]?.passage).toContain(wording);
    const speakers = rows.filter(({ type }) => type === "statement").map(({ claimant }) => claimant.name);
    expect(new Set(speakers)).toEqual(
      new Set(["Russian Ministry of Defence", "Igor Girkin", "Sergei Sevryukov", "Sergei Mironov"]),
    );
  });
});
