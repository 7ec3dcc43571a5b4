import { beforeAll, describe, expect, test } from "vitest";
import { listClaims } from "../../lib/claims/list-claims";
import { ListClaims } from "../../lib/claims/schema";
import {
  aClaim,
  anAssessment,
  aPublishedClaim,
  aStatement,
  attributionInput,
  type GivenFigure,
  makePublic,
  publish,
  supersede,
} from "../factories/claims";
import { aClaimant, aMeasure, anEvent, aPublication, aReport } from "../factories/records";

type Query = Partial<Record<keyof ListClaims, string>>;
type Name = "mayor63" | "mayor89" | "army400" | "injured" | "weapon" | "cause" | "kharkiv";

const nameOf = new Map<string, Name>();

/** The claims that fit a query, by their names here, in the order of the list. */
async function names(query: Query): Promise<(Name | undefined)[]> {
  const { rows } = await listClaims(ListClaims.parse(query));
  return rows.map(({ publicId }) => nameOf.get(publicId));
}

function keep<C extends { publicId: string }>(name: Name, claim: C): C {
  nameOf.set(claim.publicId, name);
  return claim;
}

beforeAll(async () => {
  const dnipro = await anEvent({ slug: "dnipro", title: "Strike in Dnipro", aliases: ["Дніпро"] });
  const kharkiv = await anEvent({
    slug: "kharkiv",
    title: 'The "Factory" 100% fire',
    place: { name: "Kharkiv", country: "UA", latitude: null, longitude: null },
  });
  const mayor = await aClaimant({ slug: "mayor", name: "José Müller", aliases: ["Хосе Мюллер"] });
  const army = await aClaimant({ slug: "army", name: "Army o'Brien", kind: "armed_force" });
  const gazette = await aPublication({ slug: "gazette" });
  const inGazette = [attributionInput(await aReport({ publicationId: gazette.id }))];
  const killed = { eventId: dnipro.id, measureId: await aMeasure(dnipro.id) };
  const injured = {
    eventId: dnipro.id,
    measureId: await aMeasure(dnipro.id, { kinds: ["injured", "missing"] }),
  };
  const figure = async (name: Name, given: GivenFigure) => keep(name, await aPublishedClaim(given));

  const first = await figure("mayor63", {
    ...killed,
    claimantId: mayor.id,
    n: 63,
    stated: "2026-05-04",
    raw: "63 dead",
  });
  const second = await figure("mayor89", {
    ...killed,
    claimantId: mayor.id,
    n: 89,
    stated: "2026-05-06",
    attributions: inGazette,
  });
  await figure("army400", {
    ...killed,
    claimantId: army.id,
    n: 400,
    stated: "2026-05-05",
    raw: "четыреста погибших",
  });
  await figure("injured", { ...injured, claimantId: army.id, n: 30, stated: "2026-05-07" });
  await aClaim({ ...killed, n: 7, raw: "a draft of 63", attributions: inGazette });
  const by = { eventId: dnipro.id, claimantId: mayor.id };
  const weapon = {
    ...by,
    topic: "weapon",
    text: "A drone from a café, 100% certain_ly.",
    attributions: inGazette,
  } as const;
  keep("weapon", await publish(await aStatement(weapon)));
  keep(
    "cause",
    await publish(await aStatement({ ...by, topic: "cause", text: "Ćwikła: a back\\slash of gas." })),
  );
  await figure("kharkiv", { eventId: kharkiv.id, n: 5, stated: "2026-05-08", claimantId: army.id });
  await makePublic(dnipro);
  await makePublic(kharkiv);
  await supersede(first, second);
  await anAssessment(second.id, { status: "documented" });
});

describe("listClaims", () => {
  const newestFirst: Name[] = ["kharkiv", "injured", "mayor89", "army400", "mayor63"];

  test.each<[Query, Name[]]>([
    [{ type: "figure" }, newestFirst],
    [{ type: "figure", sort: "-stated" }, newestFirst],
    [{ type: "figure", sort: "stated" }, newestFirst.toReversed()],
    [{ sort: "-published" }, ["kharkiv", "cause", "weapon", "injured", "army400", "mayor89", "mayor63"]],
    [{ event: "kharkiv" }, ["kharkiv"]],
    [{ claimant: "army" }, ["kharkiv", "injured", "army400"]],
    [{ publication: "gazette", type: "figure" }, ["mayor89"]],
    [{ publication: "gazette", type: "statement" }, ["weapon"]],
    [{ kind: "killed" }, ["kharkiv", "mayor89", "army400", "mayor63"]],
    [{ kind: "missing" }, ["injured"]],
    [{ topic: "weapon" }, ["weapon"]],
    [{ verification: "documented" }, ["mayor89"]],
    [{ lifecycle: "superseded" }, ["mayor63"]],
    [{ contested: "yes" }, ["mayor89", "army400"]],
    [{ from: "2026-05-06", type: "figure" }, ["kharkiv", "injured", "mayor89"]],
    [{ to: "2026-05-05", type: "figure" }, ["army400", "mayor63"]],
    [{ from: "2026-05-05", to: "2026-05-06" }, ["mayor89", "army400"]],
    [{ from: "2026-05-09" }, []],
    [
      {
        event: "dnipro",
        claimant: "mayor",
        kind: "killed",
        lifecycle: "current",
        verification: "documented",
      },
      ["mayor89"],
    ],
    [{ event: "dnipro", claimant: "army", contested: "yes", q: "погибших" }, ["army400"]],
    [{ event: "kharkiv", claimant: "mayor" }, []],
    [{ event: "no-such-event" }, []],
    [{ claimant: "nobody" }, []],
    [{ publication: "no-such-paper" }, []],
  ])("%j shows exactly what fits", async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  test.each<[string, string, Name[]]>([
    ["the words of a figure", "dead", ["mayor63"]],
    ["a number", "63", ["mayor63"]],
    ["another script", "погибших", ["army400"]],
    ["a word without its accents", "cafe", ["weapon"]],
    ["a word with accents", "CAFÉ", ["weapon"]],
    ["accents that the text has and the search has not", "cwikla", ["cause"]],
    ["two words in any order", "drone cafe", ["weapon"]],
    ["a phrase in quotes", '"drone from"', ["weapon"]],
    ["a phrase in the wrong order", '"from drone"', []],
    ["a word less", "a -gas", ["weapon"]],
    ["the name of a claimant, whatever its case", "josé mül", ["mayor89", "mayor63", "weapon", "cause"]],
    ["a claimant's name in Cyrillic", "мюллер", ["mayor89", "mayor63", "weapon", "cause"]],
    ["an apostrophe", "o'brien", ["kharkiv", "injured", "army400"]],
    [
      "an event's name in Cyrillic",
      "дніпро",
      ["injured", "mayor89", "army400", "mayor63", "weapon", "cause"],
    ],
    ["a place", "kharkiv", ["kharkiv"]],
    ["an event's quotation marks", '"Factory"', ["kharkiv"]],
    ["a percent sign, which is no joker", "100%", ["kharkiv", "weapon"]],
    ["a percent sign alone", "%", ["kharkiv"]],
    ["an underscore, which is no joker", "K_arkiv", []],
    ["a quote that ends a statement of SQL", "'; drop table claim; --", []],
    ["a backslash", "\\", []],
    ["all of them", "%_'\\\";--", []],
    ["operators of a text search", "& | ! <-> :*", []],
    ["an open quote", '"', ["kharkiv"]],
  ])("finds by %s: %s", async (_, q, expected) => {
    expect((await names({ q })).toSorted()).toEqual(expected.toSorted());
  });

  test("a blank search filters nothing", async () => {
    expect(await names({ q: "   " })).toHaveLength(7);
  });

  test.each([
    { q: "\u0000" },
    { q: "x".repeat(201) },
    { event: "Not A Slug" },
    { kind: "hurt" },
    { sort: "id; drop table claim" },
    { from: "2026-02-30" },
    { contested: "no" },
    { after: "yesterday" },
    { before: "1_2" },
    { colour: "red" },
  ])("%j is refused before it reaches the database", (query) => {
    expect(ListClaims.safeParse(query).success).toBe(false);
  });
});
