import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { findArticle } from "../../lib/articles/desk-articles";
import { beginArticle, keepArticle } from "../../lib/articles/keep-article";
import { logArticle } from "../../lib/articles/log-article";
import type { LogArticle } from "../../lib/articles/schema";
import { submitClaim } from "../../lib/claims/move-claim";
import { findClaim } from "../../lib/claims/queries";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid } from "../../lib/errors";
import { verifyHistory } from "../../lib/history/verify-history";
import { aJournalist, anEditor, anotherJournalist } from "../factories/cast";
import { aClaim, figureInput, publish, statementInput } from "../factories/claims";
import { tick } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";
import { aClaimant, aMeasure, anEvent, aReport, reportInput } from "../factories/records";

type ArticleClaim = LogArticle["claims"][number];
type Place = { eventId: string; claimantId: string; measureId: string };
let place: Place;
let reportId: string;

beforeAll(async () => {
  place = await anOwnPlace();
  reportId = await aReport();
});

/** An event of its own, with a claimant and a measure. */
async function anOwnPlace(): Promise<Place> {
  const { id: eventId } = await anEvent();
  return { eventId, claimantId: (await aClaimant()).id, measureId: await aMeasure(eventId) };
}

/** A figure that the article gives, of the place's claimant and measure unless others are given. */
async function figure(
  given: Parameters<typeof figureInput>[0] & { carried?: Partial<ArticleClaim["attribution"]> } = {},
  attachTo: string | null = null,
): Promise<ArticleClaim> {
  const { carried, ...values } = given;
  const input = await figureInput({ ...place, attributions: [], ...values });
  const { eventId: _, attributions: __, ...claim } = input;
  const passage = { text: `It put the dead at ${input.wording.text}.`, language: "en" };
  return {
    attachTo,
    claim,
    attribution: {
      carries: "paraphrase",
      locator: null,
      misreport: null,
      passage: { ...passage, translation: null, translatedBy: null },
      ...carried,
    },
  };
}

async function statement(given: Parameters<typeof statementInput>[0] = {}): Promise<ArticleClaim> {
  const { eventId, claimantId } = place;
  const input = await statementInput({ eventId, claimantId, attributions: [], ...given });
  const { eventId: _, attributions: __, ...claim } = input;
  return { claim, attribution: { carries: "quote", locator: null, misreport: null } };
}

/** An article that a journalist is looking at, of a report on file unless one is given. */
async function article(given: Partial<LogArticle> & Pick<LogArticle, "claims">): Promise<LogArticle> {
  const draftId = randomUUID();
  await beginArticle(await aJournalist(), { id: draftId, values: { text: ["An article."] } }, tick());
  return { draftId, eventId: place.eventId, report: { id: reportId }, ...given };
}

/** A report that is not on file, nor is its publication. */
async function newReport(): Promise<LogArticle["report"]> {
  const { publicationId: _, ...report } = await reportInput({ publicationId: reportId });
  return { ...report, publication: { name: `Evening ${report.title}` } };
}

const save = async (input: LogArticle) => logArticle(await aJournalist(), input, tick());
const refused = (input: LogArticle) => refusalOf(() => save(input));
const stored = (publicId: string) =>
  db().claim.findUniqueOrThrow({ where: { publicId }, include: { attributions: true, claimant: true } });

describe("an article is saved whole", () => {
  test("its report, what it names and its claims as drafts, each with its revision, and none of it public", async () => {
    const claims = [
      await figure({ n: 63, claimantId: "new:1", measureId: "new:2" }),
      await figure({ n: 400, raw: "400", claimantId: "new:3", carried: { carries: "quote" } }),
      await figure({ n: 9, carried: { carries: "via", viaClaimantId: "new:4" }, standing: "relayed" }),
      await statement({ topic: "weapon", text: "The weapon was a rocket." }),
    ];
    const input = await article({
      report: await newReport(),
      claimants: [
        { ref: "new:1", name: "Port Authority", kind: "government_body" },
        { ref: "new:3", name: "unnamed officer, via Evening", kind: "unnamed" },
        { ref: "new:4", name: "Evening", kind: "media", isCarrier: true },
      ],
      measures: [
        {
          ref: "new:2",
          label: "Sailors killed",
          kinds: ["killed"],
          unit: "people",
          personClass: "military",
          total: "running_total",
        },
      ],
      claims,
    });
    const done = await save(input);
    expect(done.claims.map(({ did }) => did)).toEqual(["logged", "logged", "logged", "logged"]);

    const filed = await db().report.findUniqueOrThrow({
      where: { publicId: done.reportPublicId },
      include: { publication: true },
    });
    expect(filed.publication.name).toBe(`Evening ${filed.title}`);
    const rows = await Promise.all(done.claims.map(({ publicId }) => stored(publicId)));
    expect(rows.map(({ recordStatus }) => recordStatus)).toEqual(["draft", "draft", "draft", "draft"]);
    expect(rows.map(({ attributions }) => attributions.map((one) => [one.reportId, one.carries]))).toEqual(
      ["paraphrase", "quote", "via", "quote"].map((carries) => [[filed.id, carries]]),
    );
    const [first, second, third] = rows;
    expect(first?.attributions[0]).toMatchObject({ passage: "It put the dead at 63." });
    expect(first?.claimant).toMatchObject({ name: "Port Authority", slug: "port-authority" });
    const measure = await db().measure.findUniqueOrThrow({ where: { id: first?.measureId ?? "" } });
    expect(measure).toMatchObject({
      eventId: place.eventId,
      label: "Sailors killed",
      personClass: "military",
    });
    // R17: whom nobody names is known by the publication; the outlet itself names its own.
    expect(second?.claimant.viaPublicationId).toBe(filed.publicationId);
    const via = third?.attributions[0]?.viaClaimantId ?? "";
    const outlet = await db().claimant.findUniqueOrThrow({ where: { id: via } });
    expect(outlet).toMatchObject({ name: "Evening", publicationId: filed.publicationId });

    const revisions = await Promise.all(
      [filed.publicationId, filed.id, via, measure.id, first?.id, first?.attributions[0]?.id].map((id) =>
        lastRevisionOf(id ?? ""),
      ),
    );
    expect(revisions.map(({ action }) => action)).toEqual([
      "publication.created",
      "report.filed",
      "claimant.created",
      "measure.defined",
      "claim.logged",
      "attribution.attached",
    ]);
    expect(await db().draft.count({ where: { id: input.draftId } })).toBe(0);
    for (const { publicId } of done.claims) expect(await findClaim(publicId)).toBeNull();
    expect((await verifyHistory(db())).breaks).toEqual([]);
  });

  test("two claimants of one name, and one that has an address already, get addresses of their own", async () => {
    const { slug } = await aClaimant({ slug: "river-watch", name: "River Watch" });
    const made = (ref: string) => ({ ref, name: "River Watch", kind: "ngo" }) as const;
    const { claims } = await save(
      await article({
        claimants: [made("new:1"), { ...made("new:2"), kind: "person" }],
        claims: [await figure({ n: 71, claimantId: "new:1" }), await figure({ n: 72, claimantId: "new:2" })],
      }),
    );
    const slugs = await Promise.all(
      claims.map(async ({ publicId }) => (await stored(publicId)).claimant.slug),
    );
    expect([slug, ...slugs]).toEqual(["river-watch", "river-watch-2", "river-watch-3"]);
  });
});

describe("a claim that is on file", () => {
  test("gets the report attached instead, when a person says so and when it is the same (R27)", async () => {
    const own = await anOwnPlace();
    const [one, other] = [await aClaim({ ...own, n: 5 }), await aClaim({ ...own, n: 6, asOf: "2026-05-04" })];
    const { claims } = await save(
      await article({
        eventId: own.eventId,
        claims: [await figure({ ...own, n: 5 }, one.id), await figure({ ...own, n: 6, asOf: "2026-05-04" })],
      }),
    );
    expect(claims).toEqual([
      { publicId: one.publicId, did: "attached" },
      { publicId: other.publicId, did: "attached" },
    ]);
    for (const { id } of [one, other])
      expect(await db().attribution.count({ where: { claimId: id, reportId } })).toBe(1);
    expect(await db().claim.count({ where: { eventId: own.eventId } })).toBe(2);
  });

  test("keeps the report once, however often the article says it and whoever attached it before", async () => {
    const own = await anOwnPlace();
    const known = await aClaim({ ...own, n: 5 });
    const twice = [await figure({ ...own, n: 5 }, known.id), await figure({ ...own, n: 5 }, known.id)];
    const eventId = own.eventId;
    const first = await save(await article({ eventId, claims: twice }));
    expect(first.claims.map(({ did }) => did)).toEqual(["attached", "same"]);
    const again = await save(await article({ eventId, claims: twice }));
    expect(again.claims.map(({ did }) => did)).toEqual(["same", "same"]);
    expect(await db().attribution.count({ where: { claimId: known.id, reportId } })).toBe(1);
  });

  test("said twice by an article that is the first to say it, it is logged once (R27)", async () => {
    const own = await anOwnPlace();
    const claim = await figure({ ...own, n: 5, asOf: "2026-05-04" });
    const { claims } = await save(await article({ eventId: own.eventId, claims: [claim, claim] }));
    expect(claims.map(({ did }) => did)).toEqual(["logged", "same"]);
    expect(claims[0]?.publicId).toBe(claims[1]?.publicId);
  });

  test("that it may be is asked for, and logged beside once a person says that it is another (R28)", async () => {
    const own = await anOwnPlace();
    const known = await aClaim({ ...own, n: 5 });
    const asked = await article({ eventId: own.eventId, claims: [await figure({ ...own, n: 5 })] });
    const { error, leftNothing } = await refused(asked);
    expect((error as Invalid).fields).toEqual({
      "claims.0.answers": expect.stringContaining(known.publicId),
    });
    expect(leftNothing).toBe(true);

    for (const [whenAsked, state] of [
      ["no", "declined"],
      ["unsure", "unsure"],
    ] as const) {
      const claims = [{ ...(await figure({ ...own, n: 5 })), whenAsked }];
      const { claims: logged } = await save(await article({ eventId: own.eventId, claims }));
      const { id } = await stored(logged[0]?.publicId ?? "");
      const links = await db().claimLink.findMany({ where: { fromClaimId: id } });
      expect(links.map((link) => link.state)).toEqual(links.map(() => state));
      expect(links.map(({ toClaimId }) => toClaimId)).toContain(known.id);
    }
  });

  test("of two figures of one article that may be one claim, a person is asked, too (R28)", async () => {
    const own = await anOwnPlace();
    const quantity = { qualifier: "at_least", low: 5, high: null } as const;
    const second = await figure({ ...own, raw: "at least 5", quantity });
    const asked = await article({ eventId: own.eventId, claims: [await figure({ ...own, n: 5 }), second] });
    const { error, leftNothing } = await refused(asked);
    expect((error as Invalid).fields).toEqual({ "claims.1.answers": expect.stringContaining("before") });
    expect(leftNothing).toBe(true);

    const [first] = asked.claims;
    const claims = [...(first ? [first] : []), { ...second, whenAsked: "no" } as const];
    expect((await save({ ...asked, claims })).claims.map(({ did }) => did)).toEqual(["logged", "logged"]);
  });

  test("and of another claimant or measure than was chosen takes no report", async () => {
    const own = await anOwnPlace();
    const known = await aClaim({ ...own, n: 5 });
    for (const [field, other] of [
      ["claimantId", place.claimantId],
      ["measureId", await aMeasure(own.eventId)],
    ] as const) {
      const changed = await figure({ ...own, n: 5, [field]: other }, known.id);
      const { error, leftNothing } = await refused(
        await article({ eventId: own.eventId, claims: [changed] }),
      );
      expect((error as Invalid).fields).toEqual({
        [`claims.0.${field}`]: expect.stringContaining(known.publicId),
      });
      expect(leftNothing).toBe(true);
    }
  });

  test("and published takes it from an editor; from a journalist it is proposed", async () => {
    const own = await anOwnPlace();
    const published = await publish(await aClaim(own));
    const claims = [await figure(own, published.id), await figure(own, published.id)];
    const done = await save(await article({ eventId: own.eventId, claims }));
    expect(done.claims.map(({ did }) => did)).toEqual(["proposed", "same"]);
    const proposal = await db().proposal.findFirstOrThrow({ where: { claimId: published.id } });
    expect(await lastRevisionOf(proposal.id)).toMatchObject({ action: "proposal.made", version: 1 });
    expect(await db().attribution.count({ where: { claimId: published.id, reportId } })).toBe(0);

    const [editor, draftId] = [await anEditor(), randomUUID()];
    await beginArticle(editor, { id: draftId, values: {} }, tick());
    const input = { draftId, eventId: own.eventId, report: { id: reportId }, claims };
    expect((await logArticle(editor, input, tick())).claims[0]?.did).toBe("attached");
    const attached = await db().attribution.findFirstOrThrow({ where: { claimId: published.id, reportId } });
    expect(attached.publishedAt).not.toBeNull();
    expect((await verifyHistory(db())).breaks).toEqual([]);
  });

  test("and the draft of a colleague is left to them, and the whole article is refused", async () => {
    const own = await anOwnPlace();
    const theirs = await aClaim(own);
    const [noor, draftId] = [await anotherJournalist(), randomUUID()];
    await beginArticle(noor, { id: draftId, values: {} }, tick());
    const claims = [await figure({ ...own, n: 77 }), await figure(own, theirs.id)];
    const input = { draftId, eventId: own.eventId, report: await newReport(), claims };
    const { error, leftNothing } = await refusalOf(() => logArticle(noor, input, tick()));
    expect((error as Invalid).fields).toEqual({ "claims.1.form": expect.stringContaining("colleague") });
    expect(leftNothing).toBe(true);
  });
});

describe("a refused article", () => {
  test("of who may not log claims leaves nothing", async () => {
    const reader = { ...(await aJournalist()), role: "reader" as never };
    const input = await article({ claims: [await figure()] });
    const { error, leftNothing } = await refusalOf(() => logArticle(reader, input, tick()));
    expect(error).toBeInstanceOf(Forbidden);
    expect(leftNothing).toBe(true);
  });

  test("says at which claim and field, of all that is typed wrong at once, and leaves not even its report", async () => {
    const wrong = await figure({ n: 8, stated: "" });
    const { error, leftNothing } = await refused(
      await article({
        report: await newReport(),
        claimants: [{ ref: "new:1", name: "Never on file", kind: "person" }],
        claims: [await figure({ claimantId: "new:1" }), wrong, await figure({ claimantId: "new:9" })],
      }),
    );
    expect(error).toBeInstanceOf(Invalid);
    expect(Object.keys((error as Invalid).fields)).toEqual(["claims.1.stated.edtf", "claims.2.claimantId"]);
    expect(leftNothing).toBe(true);
  });

  test.each([
    ["a claim stated before what it counts (R31)", { stated: "1999-01-01" }, "claims.1.stated"],
    ["a person below zero (R31)", { n: -1 }, "claims.1.quantity.low"],
    ["a measure of another event", { measureId: randomUUID() }, "claims.1.measureId"],
    ["a claimant that is not on file", { claimantId: randomUUID() }, "claims.1.claimantId"],
  ])("for %s leaves nothing, although the claim before it was right", async (_, given, field) => {
    const claims = [await figure({ n: 31 }), await figure(given)];
    const { error, leftNothing } = await refused(await article({ report: await newReport(), claims }));
    expect(Object.keys((error as Invalid).fields)).toContain(field);
    expect(leftNothing).toBe(true);
  });

  test.each([
    ["a report that is not on file", { report: { id: randomUUID() } }, ["report.id"]],
    ["no claim", { claims: [] }, ["claims"]],
    ["a name that two new records have", "twins", ["claimants"]],
  ])("for %s leaves nothing", async (_, given, fields) => {
    const made = { ref: "new:1", name: "One of two", kind: "person" } as const;
    const wrong = given === "twins" ? { claimants: [made, made] } : (given as Partial<LogArticle>);
    const { error, leftNothing } = await refused(
      await article({ claims: [await figure({ n: 33 })], ...wrong }),
    );
    expect(Object.keys((error as Invalid).fields)).toEqual(fields);
    expect(leftNothing).toBe(true);
  });

  test("for a measure of the same scope as one of the event says at which (R6)", async () => {
    const own = await anOwnPlace();
    const scope = {
      kinds: ["injured"],
      unit: "people",
      personClass: "civilian",
      total: "running_total",
    } as const;
    await aMeasure(own.eventId, { ...scope, kinds: [...scope.kinds], area: null });
    const { error, leftNothing } = await refused(
      await article({
        eventId: own.eventId,
        measures: [{ ref: "new:1", label: "Civilians injured", ...scope, kinds: [...scope.kinds] }],
        claims: [await figure({ ...own, measureId: "new:1" })],
      }),
    );
    expect(Object.keys((error as Invalid).fields)).toEqual(["measures.0.form"]);
    expect(leftNothing).toBe(true);
  });

  test("for a report at an address that is on file already says so (R29)", async () => {
    const url = "https://paper.example/the-strike";
    await aReport({ url });
    const report = { ...(await newReport()), url } as LogArticle["report"];
    const { error, leftNothing } = await refused(
      await article({ report, claims: [await figure({ n: 34 })] }),
    );
    expect(error).toBeInstanceOf(Conflict);
    expect((error as Conflict).message).toContain("on file already");
    expect(leftNothing).toBe(true);
  });

  test("for a claim of another event to attach to leaves nothing", async () => {
    const elsewhere = await aClaim();
    const { error, leftNothing } = await refused(
      await article({ claims: [await figure({ n: 35 }), await figure({ n: 36 }, elsewhere.id)] }),
    );
    expect(Object.keys((error as Invalid).fields)).toEqual(["claims.1.form"]);
    expect(leftNothing).toBe(true);
  });
});

describe("an article that is saved twice", () => {
  test("at once is logged once: the other is told that it was saved", async () => {
    const own = await anOwnPlace();
    const input = await article({
      eventId: own.eventId,
      report: await newReport(),
      claims: [
        await figure({ ...own, n: 41 }),
        await statement({ eventId: own.eventId, claimantId: own.claimantId }),
      ],
    });
    const { won, errors } = await race(save(input), save(input));
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
    expect(await db().claim.count({ where: { eventId: own.eventId } })).toBe(2);
    const later = await refused(input);
    expect(later.error).toBeInstanceOf(Conflict);
    expect(later.leftNothing).toBe(true);
  });

  test("as two articles with the same claim at once logs it once, with both reports (R27)", async () => {
    const own = await anOwnPlace();
    const claims = [await figure({ ...own, n: 42, asOf: "2026-05-04" })];
    const inputs = [
      await article({ eventId: own.eventId, report: await newReport(), claims }),
      await article({ eventId: own.eventId, report: await newReport(), claims }),
    ] as const;
    const [one, other] = await Promise.all(inputs.map(save));
    expect([one?.claims[0]?.did, other?.claims[0]?.did].toSorted()).toEqual(["attached", "logged"]);
    expect((await stored(one?.claims[0]?.publicId ?? "")).attributions).toHaveLength(2);
  });

  test("beside moves of claims and records of the register, nobody waits for ever and the history holds", async () => {
    const own = await anOwnPlace();
    const drafts = [await aClaim({ ...own, n: 1 }), await aClaim({ ...own, n: 2 })];
    const inputs = await Promise.all(
      [51, 52, 53].map(async (n) =>
        article({
          eventId: own.eventId,
          report: await newReport(),
          claimants: [{ ref: "new:1", name: "Harbour Watch", kind: "ngo" }],
          claims: [await figure({ ...own, n, claimantId: "new:1" })],
        }),
      ),
    );
    const journalist = await aJournalist();
    const { won, errors } = await race(
      ...inputs.map(save),
      ...drafts.map(({ id }) => submitClaim(journalist, { id, version: 1 }, tick())),
      aClaimant(),
      aReport(),
    );
    expect([won, errors]).toEqual([7, []]);
    const watches = await db().claimant.findMany({
      where: { name: "Harbour Watch" },
      orderBy: { slug: "asc" },
    });
    expect(watches.map(({ slug }) => slug)).toEqual(["harbour-watch", "harbour-watch-2", "harbour-watch-3"]);
    expect((await verifyHistory(db())).breaks).toEqual([]);
  });

  test("is nobody else's to save", async () => {
    const input = await article({ claims: [await figure({ n: 61 })] });
    const noor = await anotherJournalist();
    const { error, leftNothing } = await refusalOf(() => logArticle(noor, input, tick()));
    expect(error).toBeInstanceOf(Conflict);
    expect(leftNothing).toBe(true);
  });
});

describe("an article that is looked at", () => {
  const kept = (id: string, text: string) => ({ id, values: { text: [text] } });

  test("is kept as far as it was decided, for its reader alone, and up to sixty thousand words", async () => {
    const [journalist, noor, id, later] = [
      await aJournalist(),
      await anotherJournalist(),
      randomUUID(),
      tick(),
    ];
    const long = "word ".repeat(60_000);
    await beginArticle(journalist, kept(id, long), tick());
    await keepArticle(journalist, { id, values: { text: [long], "decision.0": ["accept"] } }, later);
    expect(await findArticle(journalist, id)).toEqual({
      id,
      values: { text: [long], "decision.0": ["accept"] },
      updatedAt: later.getTime(),
    });
    await keepArticle(noor, kept(id, "changed"), tick());
    expect(await findArticle(noor, id)).toBeNull();
    expect((await findArticle(journalist, id))?.values.text).toEqual([long]);
    await expect(beginArticle(journalist, kept(randomUUID(), long.repeat(2)), tick())).rejects.toThrow(
      Invalid,
    );
  });

  test("does not come back by a pause in typing that arrives after it was saved", async () => {
    const input = await article({ claims: [await figure({ n: 91 })] });
    await save(input);
    await keepArticle(await aJournalist(), kept(input.draftId, "late"), tick());
    expect(await findArticle(await aJournalist(), input.draftId)).toBeNull();
  });
});
