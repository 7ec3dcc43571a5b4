import { beforeAll, describe, expect, test } from "vitest";
import { searchPublic } from "../../lib/search/public-search";
import type { SearchResults } from "../../lib/search/public-types";
import { aClaim, aPublishedClaim, attributionInput, makePublic } from "../factories/claims";
import { queriesOf } from "../factories/read-back";
import { aClaimant, aMeasure, anEvent, aPublication, aReport } from "../factories/records";

/** A public event with one figure of a claimant, carried by a report; and beside it much that is not public. */
async function aWorld() {
  const event = await anEvent({
    title: "Strike on the school in Makiivka",
    aliases: ["Makeevka", "Макіївка"],
  });
  const claimant = await aClaimant({ name: "Igor Girkin", aliases: ["Стрелков"] });
  const publication = await aPublication({ name: "Verstka Weekly" });
  const url = "https://verstka-weekly.example/who-phones?utm_source=x";
  const reportId = await aReport({ publicationId: publication.id, title: "Who counted the phones", url });
  const common = { eventId: event.id, claimantId: claimant.id, measureId: await aMeasure(event.id) };
  const figure = {
    ...common,
    raw: "hundreds of phones",
    quantity: { qualifier: "words", low: 100, high: 999 },
  } as const;
  const claim = await aPublishedClaim({
    ...figure,
    quantity: { ...figure.quantity, reading: "convention" },
    attributions: [attributionInput(reportId)],
  });
  await aClaim({ ...common, n: 777_001, stated: "2026-05-05" });
  await makePublic(event);
  const hidden = await anEvent({ title: "Zhovtneva draft that nobody may find" });
  const unheard = await aClaimant({ name: "Zhovtneva council of drafts" });
  await aClaim({ eventId: hidden.id, claimantId: unheard.id, n: 777_002 });
  await aReport({ publicationId: publication.id, title: "Zhovtneva report that nobody used" });
  return { event, claim, url };
}

let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  world = await aWorld();
});

async function found(typed: string): Promise<SearchResults> {
  const results = await searchPublic(typed);
  if (!results) throw new Error("The search was given up.");
  return results;
}

describe("what a reader types", () => {
  test.each(["Makiivka", "Makeevka", "Макіївка", "Макеевка", "makivka", "MAKIÍVKA"])(
    "%s finds the event, in any script and with a typing error",
    async (typed) => {
      expect((await found(typed)).events.rows.map(({ slug }) => slug)).toEqual([world.event.slug]);
    },
  );

  test("finds a claimant by another name, which it is told, and by one that resembles it", async () => {
    const [byAlias] = (await found("Стрелков")).claimants.rows;
    expect(byAlias).toMatchObject({ name: "Igor Girkin", matched: "Стрелков", isSimilar: false });
    expect((await found("Girkn")).claimants.rows[0]).toMatchObject({ name: "Igor Girkin", isSimilar: true });
  });

  test("finds a claim by the beginnings of its words, and by its short id", async () => {
    for (const typed of ["phone", "hundreds phones", world.claim.publicId])
      expect((await found(typed)).claims.rows.map(({ publicId }) => publicId)).toEqual([
        world.claim.publicId,
      ]);
    expect((await found("hundreds telephones")).claims.rows).toEqual([]);
  });

  test("finds a report by its title and by its address, whatever was added to that (R29)", async () => {
    for (const typed of ["counted phones", world.url])
      expect((await found(typed)).reports.rows.map(({ title }) => title)).toEqual(["Who counted the phones"]);
    expect((await found("Verstka")).publications.rows.map(({ name }) => name)).toEqual(["Verstka Weekly"]);
  });

  test("finds nothing that is not public, under any name (R34)", async () => {
    for (const typed of ["Zhovtneva", "777001", "777002"])
      for (const [kind, { rows }] of Object.entries(await found(typed)))
        expect(JSON.stringify(rows), `${kind} of ${typed}`).not.toMatch(/Zhovtneva|77700/);
  });

  test.each(["'", "&|!():*", "\\", "%_%", "<->", "\u0000", "a".repeat(200), "؟", "- -", "' or 1=1 --"])(
    "%j is searched for, or not, but never fails",
    async (typed) => {
      expect(await found(typed)).toBeTruthy();
    },
  );
});

test("a search asks at most fourteen queries whatever it finds", async () => {
  const [much, nothing] = [
    await queriesOf(() => searchPublic("phones")),
    await queriesOf(() => searchPublic("nothinglikeit")),
  ];
  expect(much.length).toBeLessThanOrEqual(14);
  expect(nothing.length).toBeLessThanOrEqual(much.length);
});
