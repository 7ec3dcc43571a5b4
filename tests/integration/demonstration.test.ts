import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { findClaimant } from "../../lib/claimants/queries";
import { figureSelect, toFigure } from "../../lib/claims/figures";
import { findClaim } from "../../lib/claims/queries";
import { db } from "../../lib/db/client";
import { computeDerived } from "../../lib/events/derive-event";
import { findEvent, listEvents } from "../../lib/events/queries";
import type { EventPage, MeasureView, ReportedRangeView } from "../../lib/events/types";
import { verifyHistory } from "../../lib/history/verify-history";
import { measureSelect, toMeasure } from "../../lib/measures/measures";
import { findEventAsOf } from "../../lib/past/find-as-of";
import { type FoundVersion, findVersion, findVersionAt } from "../../lib/past/find-version";
import { compare } from "../../lib/quantity/compare";
import type { Figure, Measure } from "../../lib/quantity/quantity";
import { reportedRanges } from "../../lib/quantity/range";
import { recomputedAsOf, withoutChange } from "../factories/past";
import type { FigureName } from "../fixtures/makiivka-expected";
import * as expected from "../fixtures/makiivka-expected";

let page: EventPage;
let measures: Measure[];
const figures = new Map<FigureName, Figure>();
const nameOf = new Map<string, FigureName>();
const publicIdOf = new Map<FigureName, string>();

// The seed as an installation runs it, in a process of its own.
beforeAll(async () => {
  const seed = ["--conditions=react-server", "--import", "tsx", "prisma/seed.ts"];
  await promisify(execFile)(process.execPath, seed, { env: { ...process.env, NODE_OPTIONS: "" } });
  page = (await findEvent(expected.SLUG)) as EventPage;
  measures = (await db().measure.findMany({ select: measureSelect })).map(toMeasure);
  const rows = await db().claim.findMany({
    where: { type: "figure" },
    select: {
      ...figureSelect,
      publicId: true,
      claimant: { select: { kind: true, slug: true } },
      measure: true,
    },
  });
  for (const row of rows) {
    const key = String([row.claimant.slug, row.wording, row.measure?.slug]);
    const [name] = Object.entries(expected.FIGURES).find(([, value]) => String(value) === key) ?? [key];
    nameOf.set(row.id, name as FigureName);
    nameOf.set(row.publicId, name as FigureName);
    publicIdOf.set(name as FigureName, row.publicId);
    figures.set(name as FigureName, toFigure(row) as Figure);
  }
}, 120_000);

const figure = (name: FigureName) => figures.get(name) as Figure;
const isOneOrigin = (pair: readonly FigureName[]) =>
  pair.every((name) => (["channel500", "contacts300"] satisfies FigureName[]).some((one) => one === name));
const names = (claims: { publicId: string }[]) => claims.map(({ publicId }) => nameOf.get(publicId));
const measure = (slug: string) => page.measures.find((view) => view.slug === slug) as MeasureView;

describe("the demonstration data", () => {
  test("R34: is all published, and holds the figures that were given and no others", async () => {
    expect([...figures.keys()].toSorted()).toEqual(Object.keys(expected.FIGURES).toSorted());
    expect(page.counts).toMatchObject(expected.COUNTS);
    expect(await db().claim.count({ where: { recordStatus: { not: "published" } } })).toBe(0);
    expect(await db().attribution.count({ where: { publishedAt: null } })).toBe(0);
    expect((await listEvents({ limit: 5 })).rows.map(({ slug }) => slug)).toEqual([expected.SLUG]);
  });

  test("has an unbroken history, written by its journalist and its editor", async () => {
    const { breaks, revisions, chains } = await verifyHistory(db());
    expect(breaks).toEqual([]);
    expect(chains).toBe(2);
    expect(revisions).toBe(await db().revision.count());
    const actors = await db().revision.groupBy({ by: ["actorRole"], orderBy: { actorRole: "asc" } });
    expect(actors.map(({ actorRole }) => actorRole)).toEqual(["journalist", "editor"]);
    const people = await db().actor.findMany({
      orderBy: { name: "asc" },
      select: { name: true, kind: true },
    });
    expect(people).toEqual([
      { name: "Demonstration editor", kind: "person" },
      { name: "Demonstration journalist", kind: "person" },
    ]);
    const publications = await db().revision.findMany({ where: { action: "claim.published" } });
    expect(new Set(publications.map(({ actorRole }) => actorRole))).toEqual(new Set(["editor"]));
  });

  test("stands verified in nothing but the two lists of names, each with its reason", async () => {
    const assessed = await db().claim.findMany({
      where: { verification: { not: "unverified" } },
      select: { id: true },
    });
    expect(assessed.map(({ id }) => nameOf.get(id)).toSorted()).toEqual(["bbcNamed92", "idelNamed83"]);
    for (const name of ["bbcNamed92", "idelNamed83"] as const) {
      const claim = await findClaim(publicIdOf.get(name) ?? "");
      expect(claim?.assessments).toMatchObject([
        { number: 1, status: "documented", evidence: [{ kind: "named_list" }] },
      ]);
    }
  });

  test("what lists show of it is what would be computed now", async () => {
    const { id } = await db().event.findUniqueOrThrow({ where: { slug: expected.SLUG } });
    const { summary, stale } = await computeDerived(db(), id);
    expect(stale).toEqual([]);
    const { summary: kept } = await db().eventDerived.findUniqueOrThrow({ where: { eventId: id } });
    expect(kept).toEqual(JSON.parse(JSON.stringify(summary)));
  });
});

function ends(range: ReportedRangeView) {
  const toEnd = ({ value, isOpen, claims }: NonNullable<ReportedRangeView>["low"]) => ({
    value,
    isOpen,
    claimants: claims.map(({ claimant }) => claimant.slug),
    fromMeasure: null,
  });
  return range && { low: toEnd(range.low), high: toEnd(range.high) };
}

describe("the page of the Makiivka strike", () => {
  test("R7: is headed by the killed servicemen, from 89 to 400", async () => {
    const headline = page.measures.filter(({ isHeadline }) => isHeadline);
    expect(headline.map(({ slug }) => slug)).toEqual([expected.HEADLINE]);
    expect(page.measures[0]?.slug).toBe(expected.HEADLINE);
    const [row] = (await listEvents({ limit: 1 })).rows;
    expect(ends(row?.headline?.range ?? null)).toEqual(expected.RANGES.killed?.identified);
  });

  test.each(Object.entries(expected.RANGES))(
    "R7: shows the reported range of %s",
    (slug, { identified, withAnonymous }) => {
      expect(ends(measure(slug).range)).toEqual(identified);
      expect(ends(measure(slug).rangeWithAnonymous)).toEqual(withAnonymous);
      expect(measure(slug).lane).toBe("count");
    },
  );

  test("R3: has no other range, and no end that was borrowed from another measure", () => {
    expect(page.measures.map(({ slug }) => slug).toSorted()).toEqual(Object.keys(expected.RANGES).toSorted());
    const readings = reportedRanges([...figures.values()], measures).flatMap((range) => [
      range,
      range.withAnonymous,
    ]);
    const borrowed = readings
      .flatMap(({ low, high }) => [low, high])
      .filter((end) => end && end.fromMeasureId !== null);
    expect(borrowed).toEqual([]);
  });

  test("R3-R5, R7: makes the headline of two figures, and says of each other one why it is left out", () => {
    const range = reportedRanges([...figures.values()], measures).find(({ countedIds }) =>
      countedIds.includes(figure("stratcom400").id),
    );
    const counted = range?.countedIds.map((id) => nameOf.get(id)) ?? [];
    expect(counted.toSorted()).toEqual(expected.IN_HEADLINE.toSorted());
    const reasons = page.measures.flatMap(({ leftOut }) =>
      leftOut.map(({ claim, reason }) => [nameOf.get(claim.publicId), reason]),
    );
    expect(Object.fromEntries(reasons)).toEqual(expected.LEFT_OUT);
  });

  test("R9: shows the dead who are known by name, and whose figure they exceed", () => {
    const minima = page.measures.flatMap(({ documentedMinimum }) => documentedMinimum);
    expect(
      minima.map(({ claim, n, basis, exceeds }) => ({
        figure: names([claim])[0],
        n,
        basis,
        exceeds: names(exceeds),
      })),
    ).toEqual(expected.DOCUMENTED_MINIMA);
  });

  test("R18: sets the ministry's 89 in the place of its 63, and keeps both", async () => {
    const links = await db().claimLink.findMany();
    expect(
      links.map(({ kind, toClaimId, fromClaimId }) => [kind, nameOf.get(toClaimId), nameOf.get(fromClaimId)]),
    ).toEqual([["supersedes", "ministry63", "ministry89"]]);
    const shown = measure("killed").figures.find(({ publicId }) => nameOf.get(publicId) === "ministry89");
    expect(shown?.earlier.map(({ publicId, lifecycle }) => [nameOf.get(publicId), lifecycle])).toEqual([
      ["ministry63", "superseded"],
    ]);
    const older = await findClaim(publicIdOf.get("ministry63") ?? "");
    expect(names(older?.supersededBy ?? [])).toEqual(["ministry89"]);
  });

  test("R6: finds exactly these pairs of standing figures incompatible", () => {
    const standing = [...figures].filter(([, { lifecycle }]) => lifecycle === "current");
    const pairs = standing.flatMap(([name, one], at) =>
      standing
        .slice(at + 1)
        .filter(([, other]) => compare(one, other, measures).relation === "incompatible")
        .map(([other]) => [name, other].toSorted().join(" / ")),
    );
    const pinned = expected.INCOMPATIBLE.map((pair) => pair.toSorted().join(" / "));
    expect(pairs.toSorted()).toEqual(pinned.toSorted());
  });

  test("R6, R17: marks as contested exactly those of other origins, each counting its rivals", () => {
    const shown = page.measures.flatMap((view) => view.figures.filter(({ contested }) => contested));
    const counts = shown.map(({ publicId, contested }) => [nameOf.get(publicId), contested?.count]);
    // Unnamed people of one publication are one origin, and do not contest each other.
    const rivals = expected.INCOMPATIBLE.filter((pair) => !isOneOrigin(pair)).flat();
    const pinned = [...new Set(rivals)].map((name) => [
      name,
      rivals.filter((other) => other === name).length,
    ]);
    expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(pinned));
  });

  test.each(expected.INCOMPARABLE)("R3, R6: does not compare %s with %s", (one, other, differs) => {
    expect(compare(figure(one), figure(other), measures)).toEqual({ relation: "incomparable", differs });
  });
});

describe("on the page of the Makiivka strike", () => {
  const carried = (name: FigureName) =>
    page.measures
      .flatMap((view) => view.figures)
      .filter(({ publicId }) => nameOf.get(publicId) === name)
      .flatMap(({ attributions }) => attributions);
  const statements = (topic?: string) =>
    page.statements.filter((group) => !topic || group.topic === topic).flatMap(({ claims }) => claims);

  test("R5: hundreds are 100 to 999, labelled as our reading", () => {
    for (const name of ["girkinHundreds", "tsargradHundreds"] as const) {
      expect(figure(name).quantity).toMatchObject({
        qualifier: "words",
        low: 100,
        high: 999,
        reading: "convention",
      });
    }
  });

  test("R15: what nobody is named for ends unattributed", () => {
    const claims = [...statements(), ...measure("at-the-vigil-in-samara").figures].filter(
      ({ claimant }) => claimant.slug === "unattributed-via-wion",
    );
    expect(claims).toHaveLength(3);
    for (const { standing, attributions } of claims) {
      expect(standing).toBe("unattributed");
      expect(attributions.map(({ carries }) => carries)).toEqual(["unattributed"]);
    }
  });

  test.each(Object.entries(expected.UNNAMED))(
    "R17: %s is known through %s alone",
    async (slug, publication) => {
      expect(await findClaimant(slug)).toMatchObject({
        kind: "unnamed",
        viaPublication: { slug: publication },
      });
    },
  );

  test("R25: other words of reports, and their errors, stand beside the figure as it was given", async () => {
    const attributions = await db().attribution.findMany({
      where: { claim: { type: "figure" }, OR: [{ driftRaw: { not: null } }, { misreport: { not: null } }] },
      include: { report: { include: { publication: true } } },
    });
    const drifts: Record<string, string[]> = {};
    const errors: Record<string, string[]> = {};
    for (const { claimId, driftRaw, misreport, report } of attributions) {
      const name = nameOf.get(claimId) ?? claimId;
      if (driftRaw) drifts[name] = [...(drifts[name] ?? []), driftRaw].toSorted();
      if (misreport) errors[name] = [...(errors[name] ?? []), report.publication.slug].toSorted();
    }
    expect(drifts).toEqual(expected.DRIFTS);
    expect(errors).toEqual(expected.MISREPORTED);
    expect(
      carried("stratcom400")
        .flatMap(({ drift }) => drift?.raw ?? [])
        .toSorted(),
    ).toEqual(expected.DRIFTS.stratcom400);
  });

  test("R25: a wrong year, and a minister for his ministry, are noted on the statements", () => {
    const wrong = statements().filter(({ attributions }) => attributions.some(({ misreport }) => misreport));
    expect(wrong.map(({ claimant }) => claimant.slug).toSorted()).toEqual(expected.MISREPORTED_STATEMENTS);
  });

  test("R31: a figure of the whole war was stated before the strike, yet within its own period", () => {
    const [claim] = measure("killed-in-the-war-to-september-2022").figures;
    expect(claim?.stated.latest).toBeLessThan(page.occurred.earliest);
    expect(measure("killed-in-the-war-to-september-2022").scope.period).toBe("2022-02-24/2022-09");
  });

  test("R32: one instant is told as 31 December in Kyiv and 1 January in Moscow", () => {
    expect(
      statements("time")
        .map(({ claimant }) => claimant.slug)
        .toSorted(),
    ).toEqual(expected.TOLD_TIMES);
    expect(page.occurred.earliest).toBe(Date.parse("2022-12-31T21:01:00Z"));
    expect([page.occurred.zone, ...page.otherZones]).toEqual(["Europe/Moscow", "Europe/Kyiv", "UTC"]);
    const dayIn = (timeZone: string) =>
      new Date(page.occurred.earliest).toLocaleDateString("en-CA", { timeZone });
    expect([dayIn("Europe/Kyiv"), dayIn("Europe/Moscow")]).toEqual(["2022-12-31", "2023-01-01"]);
  });
});

describe("the past of the demonstration event", () => {
  test("as of every moment is what its revisions tell of the claims and assessments until then", async () => {
    const { id } = await db().event.findUniqueOrThrow({ where: { slug: expected.SLUG } });
    const { moments } = (await findEventAsOf(expected.SLUG, "")) ?? { moments: [] };
    expect(moments).toHaveLength(8);
    for (const text of ["2022-12-30", ...moments.map((moment) => moment.text)]) {
      const found = await findEventAsOf(expected.SLUG, text);
      expect({ text, page: withoutChange(found?.page) }).toEqual({
        text,
        page: await recomputedAsOf(id, text),
      });
    }
  });

  test("R7: on 3 January 2023 the ministry's figure is 63, since 89 was not yet stated, and nothing is assessed", async () => {
    const killed = (await findEventAsOf(expected.SLUG, "2023-01-03"))?.page.measures.find(
      ({ isHeadline }) => isHeadline,
    );
    const own = killed?.figures.find(({ quantity }) => quantity.low === 63);
    expect(own).toMatchObject({ lifecycle: "current", verification: "unverified" });
    expect(killed?.figures.some(({ quantity }) => quantity.low === 89)).toBe(false);
    expect(killed?.range?.low.value).toBe(63);
  });

  test("its last version is what readers see", async () => {
    const number = await findVersionAt(expected.SLUG, page.changedAt);
    const found = await findVersion(expected.SLUG, number ?? 0);
    expect(found).toMatchObject({ version: { next: null, number, last: number } });
    expect(withoutChange((found as FoundVersion).page)).toEqual(withoutChange(page));
  });
});
