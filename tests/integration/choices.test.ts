import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../lib/auth/actor";
import { db } from "../../lib/db/client";
import { Invalid } from "../../lib/errors";
import { findChoices } from "../../lib/search/choices";
import type { FindChoices } from "../../lib/search/schema";
import { aJournalist } from "../factories/cast";
import { aClaim } from "../factories/claims";
import { aClaimant, aMeasure, anEvent, aPublication, aReport, type Made } from "../factories/records";

let journalist: Actor;
let ministry: Made;
let spokesman: Made;
let reuters: Made;

beforeAll(async () => {
  journalist = await aJournalist();
  await anEvent({
    title: "Strike on the vocational school in Makiivka",
    aliases: ["Макеевка", "Макіївка"],
  });
  ministry = await aClaimant({
    name: "Russian Ministry of Defence",
    aliases: ["Минобороны России", "وزارة الدفاع الروسية"],
  });
  await aClaimant({ name: "Ministry of Defence of the United Kingdom" });
  spokesman = await aClaimant({ name: "Lt Gen Sevryukov", kind: "person", parentId: ministry.id });
  await aClaimant({ name: "Défense Observatoire", kind: "ngo" });
  await aClaimant({ name: "Al-Fashir Resistance Committee", kind: "ngo" });
  reuters = await aPublication({ name: "Reuters", family: "Thomson Reuters", country: "GB" });
  await aPublication({ name: "Xinhua", aliases: ["新华社"] });
  await aPublication({ name: "Al Jazeera", aliases: ["الجزيرة"] });
});

async function labels(input: Partial<FindChoices> & Pick<FindChoices, "kind" | "q">): Promise<string[]> {
  return (await findChoices(journalist, input)).map(({ label }) => label);
}

describe("a name is found as it is remembered", () => {
  const typed: [string, FindChoices["kind"], string, string][] = [
    ["with typing errors", "claimant", "minstry of defense", "Russian Ministry of Defence"],
    ["without its accents", "claimant", "defense observ", "Défense Observatoire"],
    ["with accents that it has not", "claimant", "Sèvryükov", "Lt Gen Sevryukov"],
    ["in capitals", "publication", "REUTERS", "Reuters"],
    ["by its first letters", "publication", "reu", "Reuters"],
    ["by one letter", "publication", "r", "Reuters"],
    ["by a later word of it", "claimant", "resist", "Al-Fashir Resistance Committee"],
    ["in Cyrillic letters, though its names are in Latin ones", "claimant", "Севрюков", "Lt Gen Sevryukov"],
    [
      "in Arabic letters, though its names are in Latin ones",
      "claimant",
      "الفاشر",
      "Al-Fashir Resistance Committee",
    ],
    ["in Cyrillic letters, of a publication", "publication", "рейтерс", "Reuters"],
  ];
  test.each(typed)("%s", async (_, kind, q, label) => {
    expect(await labels({ kind, q })).toContain(label);
  });

  const aliases: [FindChoices["kind"], string, string, string][] = [
    ["event", "Макіївка", "Макіївка", "Strike on the vocational school in Makiivka"],
    ["event", "макеевк", "Макеевка", "Strike on the vocational school in Makiivka"],
    ["claimant", "минобороны", "Минобороны России", "Russian Ministry of Defence"],
    ["claimant", "وزارة الدفاع", "وزارة الدفاع الروسية", "Russian Ministry of Defence"],
    ["publication", "الجزيره", "الجزيرة", "Al Jazeera"],
    ["publication", "新华", "新华社", "Xinhua"],
    ["claimant", "Менобороны", "Минобороны России", "Russian Ministry of Defence"],
  ];
  test.each(aliases)(
    "%s by its alias in another script, which is told: %s",
    async (kind, q, matched, label) => {
      expect((await findChoices(journalist, { kind, q }))[0]).toMatchObject({ label, matched });
    },
  );

  test("what resembles nothing finds nothing", async () => {
    for (const q of ["qqqxxxzzz", "!!", "%", "東京"])
      expect(await labels({ kind: "claimant", q })).toEqual([]);
  });

  test("what begins with the letters stands before what only holds or resembles them", async () => {
    await aPublication({ name: "Post" });
    await aPublication({ name: "Postal Gazette" });
    await aPublication({ name: "Kyiv Post" });
    await aPublication({ name: "Pots and Pans" });
    const found = await labels({ kind: "publication", q: "post" });
    expect(found.slice(0, 3)).toEqual(["Post", "Postal Gazette", "Kyiv Post"]);
  });

  test("its own name says nothing of another; a body's member says whose it is", async () => {
    const [found] = await findChoices(journalist, { kind: "claimant", q: "Sevryukov" });
    expect(found).toEqual({
      id: spokesman.id,
      label: "Lt Gen Sevryukov",
      detail: "Russian Ministry of Defence",
      matched: null,
      extra: { claimantKind: "person" },
    });
  });

  test("among equals, who speaks of the event comes first", async () => {
    const event = await anEvent();
    const names = ["Health Office North", "Health Office South"];
    const [, south] = [await aClaimant({ name: names[0] }), await aClaimant({ name: names[1] })];
    expect((await labels({ kind: "claimant", q: "health office" }))[0]).toBe(names[0]);
    await aClaim({ eventId: event.id, claimantId: south.id });
    expect((await labels({ kind: "claimant", q: "health office", eventId: event.id }))[0]).toBe(names[1]);
  });
});

describe("a report is found", () => {
  let report: string;
  beforeAll(async () => {
    report = await aReport({
      publicationId: reuters.id,
      title: "Russia says 89 servicemen died in Makiivka",
      url: "https://www.reuters.com/world/makiivka-89/?utm_source=feed",
    });
  });

  test("R29: by its pasted address, with whatever the browser added to it", async () => {
    const pasted = [
      "https://www.reuters.com/world/makiivka-89/",
      "http://m.reuters.com/world/makiivka-89?fbclid=1#comments",
      "reuters.com/world/makiivka-89",
    ];
    for (const q of pasted) {
      const found = await findChoices(journalist, { kind: "report", q });
      expect(found.map(({ id }) => id)).toEqual([report]);
    }
    expect(await labels({ kind: "report", q: "https://www.reuters.com/world/another" })).toEqual([]);
  });

  test("by words of its title, and by its publication", async () => {
    for (const q of ["makiivka servicemen", "Макіївка", "reuters"]) {
      const found = await findChoices(journalist, { kind: "report", q });
      expect(found.map(({ id }) => id)).toContain(report);
    }
    const [found] = await findChoices(journalist, { kind: "report", q: "russia says 89" });
    expect(found).toMatchObject({ detail: "Reuters · 2026-05-04" });
  });

  test("without a title, by the day and the name of its publication", async () => {
    const untitled = await aReport({ publicationId: reuters.id, title: null });
    const found = await findChoices(journalist, { kind: "report", q: "reuters" });
    expect(found.find(({ id }) => id === untitled)?.label).toBe("Reuters · 2026-05-04");
  });
});

describe("measures and claims are those of one event", () => {
  test("a measure is found by its label in its own event alone", async () => {
    const [event, other] = [await anEvent(), await anEvent()];
    await aMeasure(event.id, { label: "Servicemen killed" });
    await aMeasure(other.id, { label: "Servicemen injured" });
    expect(await labels({ kind: "measure", q: "servicemn", eventId: event.id })).toEqual([
      "Servicemen killed",
    ]);
    expect(await labels({ kind: "measure", q: "servicemen" })).toEqual([]);
    expect(await labels({ kind: "measure", q: "" })).toEqual([]);
  });

  test("a claim is found by its number in any digits, its wording and its claimant", async () => {
    const event = await anEvent();
    const claimant = await aClaimant({ name: "Igor Girkin" });
    const many = await aClaim({ eventId: event.id, claimantId: claimant.id, n: 1200, raw: "1,200 people" });
    const few = await aClaim({ eventId: event.id, n: 63, raw: "sixty-three servicemen" });
    const ids = async (q: string) =>
      (await findChoices(journalist, { kind: "claim", q, eventId: event.id })).map(({ id }) => id);
    for (const q of ["1200", "1,200", "١٢٠٠", "1 200 killed", "girkin", "Гиркин"]) {
      expect(await ids(q)).toContain(many.id);
    }
    for (const q of ["63", "sixty three", "servicemen"]) expect(await ids(q)).toEqual([few.id]);
    expect(await findChoices(journalist, { kind: "claim", q: "63" })).toEqual([]);
  });
});

describe("a blank finds what was used last", () => {
  test("claimants of the event first: of its latest claims, then its parties", async () => {
    const [party, other, first, second] = await Promise.all([1, 2, 3, 4].map(() => aClaimant()));
    const event = await anEvent({
      parties: [{ claimantId: party?.id ?? "", side: null, role: "monitor" }],
    });
    for (const claimant of [first, second]) await aClaim({ eventId: event.id, claimantId: claimant?.id });
    await aClaim({ claimantId: other?.id });
    const found = await findChoices(journalist, { kind: "claimant", q: " ", eventId: event.id });
    expect(found.map(({ id }) => id).slice(0, 4)).toEqual([second?.id, first?.id, party?.id, other?.id]);
  });

  test("publications by their latest report, reports by the event's attributions, events by their change", async () => {
    const [publication, event] = [await aPublication(), await anEvent()];
    const attached = await aReport({ publicationId: publication.id });
    await aClaim({
      eventId: event.id,
      attributions: [{ reportId: attached, carries: "quote", locator: null, misreport: null }],
    });
    const latest = await aReport();
    const first = async (kind: FindChoices["kind"]) =>
      (await findChoices(journalist, { kind, q: "", eventId: event.id }))[0]?.id;
    expect(await first("report")).toBe(attached);
    expect(await first("publication")).toBe(
      (await db().report.findUniqueOrThrow({ where: { id: latest } })).publicationId,
    );
    const changed = await anEvent();
    expect(await first("event")).toBe(changed.id);
  });

  test("measures of the event in its order, its latest claims first", async () => {
    const event = await anEvent();
    const measures = [await aMeasure(event.id), await aMeasure(event.id)];
    const claims = [];
    for (const measureId of measures) claims.push((await aClaim({ eventId: event.id, measureId })).id);
    const ids = async (kind: FindChoices["kind"]) =>
      (await findChoices(journalist, { kind, q: "", eventId: event.id })).map(({ id }) => id);
    expect(await ids("measure")).toEqual(measures);
    expect(await ids("claim")).toEqual(claims.toReversed());
  });
});

describe("what may not be chosen is not offered", () => {
  test("R30: a record that was merged into another", async () => {
    const [gone, kept] = [await aClaimant({ name: "Zubin Desk" }), await aClaimant({ name: "Zubin Office" })];
    await db().claimant.update({ where: { id: gone.id }, data: { mergedIntoId: kept.id } });
    expect(await labels({ kind: "claimant", q: "zubin desk" })).toEqual(["Zubin Office"]);
    const blank = await findChoices(journalist, { kind: "claimant", q: "" });
    expect(blank.map(({ id }) => id)).not.toContain(gone.id);

    const event = await anEvent();
    const [one, other] = [await aMeasure(event.id), await aMeasure(event.id)];
    await db().measure.update({ where: { id: one }, data: { mergedIntoId: other } });
    for (const q of ["", "people killed"]) {
      const found = await findChoices(journalist, { kind: "measure", q, eventId: event.id });
      expect(found.map(({ id }) => id)).toEqual([other]);
    }
  });

  test("no more than asked for, and never more than twenty", async () => {
    expect(await labels({ kind: "claimant", q: "regional office", limit: 2 })).toHaveLength(2);
    await expect(findChoices(journalist, { kind: "claimant", q: "", limit: 21 })).rejects.toThrow(Invalid);
  });

  test("what nobody can have typed is refused or read as a blank, and is no error of ours", async () => {
    expect((await labels({ kind: "event", q: "\u0000" })).length).toBeGreaterThan(0);
    const long = "https://example.org/".padEnd(2000, "x");
    for (const q of [long, "'; drop table event; --", "\ud800", "x".repeat(2000)]) {
      await expect(findChoices(journalist, { kind: "report", q })).resolves.toBeInstanceOf(Array);
    }
    await expect(findChoices(journalist, { kind: "event", q: "x".repeat(2001) })).rejects.toThrow(Invalid);
  });
});
