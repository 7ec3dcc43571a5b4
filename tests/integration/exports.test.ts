import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { fromBuffer } from "yauzl";
import { GET as getList } from "../../app/export/[download]/route";
import { GET as getClaims } from "../../app/export/events/[slug]/[download]/route";
import { GET as getEvent } from "../../app/export/events/[slug]/route";
import { db } from "../../lib/db/client";
import { EXPORT_FORMATS } from "../../lib/exports/formats";
import { TABLE_NAMES } from "../../lib/exports/table";
import { mapRow } from "../../lib/imports/mapping/map-row";
import { detectReading } from "../../lib/imports/reading/detect-reading";
import { readRows } from "../../lib/imports/reading/read-rows";
import { READY_MAPPINGS } from "../../lib/imports/ready-mappings";
import type { Candidate } from "../../lib/imports/types";
import {
  aClaim,
  anAssessment,
  aPublishedClaim,
  aStatement,
  attributionInput,
  makePublic,
  publish,
  readClaim,
  type StoredClaim,
} from "../factories/claims";
import { unique } from "../factories/clock";
import { aClaimant, aMeasure, anEvent, aPublication, aReport, type Made } from "../factories/records";

const secret = unique("secret");
const former = unique("former");
let event: Made;
let claimant: Made;
let claims: StoredClaim[];

// Figures of several kinds and a statement in one public event; beside it a draft, and an event to come.
beforeAll(async () => {
  event = await anEvent();
  claimant = await aClaimant();
  const publication = await aPublication();
  const common = { eventId: event.id, measureId: await aMeasure(event.id), claimantId: claimant.id };
  const early = await aReport({ publicationId: publication.id, url: "https://example.org/=a,b?c=1" });
  const late = await aReport({ published: { edtf: "2026-05-06", zone: "Europe/Kyiv" } });
  const attributions = [attributionInput(late), attributionInput(early)];
  const around = { text: "близько 400", language: "uk", translation: "about 400", translatedBy: "the desk" };
  claims = [
    await aPublishedClaim({ ...common, n: 63, raw: "+63 “killed”,\nhe said", attributions }),
    await aPublishedClaim({
      ...common,
      claimantId: (await aClaimant()).id,
      ...{ wording: around },
      quantity: { qualifier: "about", low: 400, high: 400 },
      asOf: "2026-05-03",
      stated: "2026-05-05~",
    }),
    await aPublishedClaim({
      ...common,
      claimantId: (await aClaimant()).id,
      raw: "at least 12.5 thousand",
      quantity: { qualifier: "at_least", low: 12_500, high: null },
      basis: "model",
    }),
    await publish(
      await aStatement({ eventId: event.id, claimantId: claimant.id, text: "@store: it caught fire" }),
    ),
  ];
  await anAssessment((claims[0] as StoredClaim).id);
  await makePublic(event);
  await db().formerSlug.create({ data: { kind: "event", slug: former, eventId: event.id } });
  await aClaim({ ...common, n: 7, raw: `seven ${secret}`, attributions });
  const later = await anEvent({ title: `Event ${secret}` });
  await aPublishedClaim({
    ...common,
    eventId: later.id,
    measureId: await aMeasure(later.id),
    n: 8,
    raw: secret,
  });
  claims = await Promise.all(claims.map(({ id }) => readClaim(id)));
});

const ask = (path: string, init?: RequestInit) => {
  const request = new Request(`http://localhost${path}`, init);
  const [, , first = "", slug = "", file = ""] = path.split("?", 1)[0]?.split("/") ?? [];
  if (first !== "events") return getList(request, { params: Promise.resolve({ download: first }) });
  return file === ""
    ? getEvent(request, { params: Promise.resolve({ slug }) })
    : getClaims(request, { params: Promise.resolve({ slug, download: file }) });
};
const bytesOf = async (path: string) => Buffer.from(await (await ask(path)).arrayBuffer());
const idsOf = async (query: string) =>
  ((await (await ask(`/export/claims.json?${query}`)).json()) as { data: { id: string }[] }).data.map(
    ({ id }) => id,
  );

describe("200", () => {
  test("claims are exported with the filters and in the order of the screen, and with where to read them", async () => {
    const [first, second, third, fourth] = claims.map(({ publicId }) => publicId);
    expect(await idsOf(`event=${event.slug}&type=figure&sort=stated`)).toEqual([first, third, second]);
    expect(await idsOf(`claimant=${claimant.slug}&type=statement&after=&utm_source=x&lang=en`)).toEqual([
      fourth,
    ]);
    expect(await idsOf("q=killed")).toEqual([first]);
    const answer = await ask(`/export/claims.json?event=${event.slug}&verification=documented`);
    expect(await answer.json()).toMatchObject({
      license: "https://creativecommons.org/licenses/by/4.0/",
      query: { event: event.slug, verification: "documented" },
      data: [
        {
          id: first,
          low: 63,
          report_url: "https://example.org/=a,b?c=1",
          permalink: `http://localhost:3000/en/claims/${first}`,
          is_contested: true,
        },
      ],
    });
    const { headers } = answer;
    expect(headers.get("Content-Disposition")).toMatch(
      new RegExp(
        `^attachment; filename="counterclaim-claims-${event.slug}-[0-9-]{10}\\.json"; filename\\*=UTF-8''`,
      ),
    );
    expect(headers.get("Link")).toContain('<https://creativecommons.org/licenses/by/4.0/>; rel="license"');
  });

  test("a flat statement has its number or interval, its words, and when it was seen first and last", async () => {
    const answer = await ask(`/export/statements.ndjson?event=${event.slug}&sort=stated`);
    const rows = (await answer.text())
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    expect(rows.map(({ value }) => value).toSorted()).toEqual(
      ["12500..", "400", "63", "@store: it caught fire"].toSorted(),
    );
    expect(rows.find(({ value }) => value === "63")).toMatchObject({
      original_value: "+63 “killed”,\nhe said",
      first_seen: "2026-05-04",
      last_seen: "2026-05-06",
    });
  });

  test("one event is exported whole", async () => {
    const { data } = (await (await ask(`/export/events/${event.slug}.json`)).json()) as {
      data: Record<string, object[]>;
    };
    expect(data.event).toMatchObject({ slug: event.slug });
    expect(data.claims).toHaveLength(4);
    expect(data.attributions).toHaveLength(5);
    expect(data.assessments).toMatchObject([{ claim: claims[0]?.publicId, status: "documented" }]);
    expect(data.measures).toHaveLength(1);
    const text = (await bytesOf(`/export/events/${event.slug}/claims.csv`)).toString();
    expect(text.startsWith("\ufeffid,event,")).toBe(true);
  });

  test("the whole data set is an archive whose sums and counts are right, and nothing unpublished is in it (R34)", async () => {
    const files = await unzip(await bytesOf("/export/counterclaim.zip"));
    const names = [
      ...TABLE_NAMES.map((name) => `${name}.csv`),
      "datapackage.json",
      "README.md",
      "LICENSE.txt",
    ];
    expect([...files.keys()]).toEqual([...names, "SHA256SUMS"]);
    expect(files.get("SHA256SUMS")).toBe(
      names
        .map(
          (name) =>
            `${createHash("sha256")
              .update(files.get(name) ?? "")
              .digest("hex")}  ${name}\n`,
        )
        .join(""),
    );
    const { resources } = JSON.parse(files.get("datapackage.json") ?? "") as {
      resources: {
        name: string;
        rows: number;
        schema: { fields: { name: string; description: string }[] };
      }[];
    };
    for (const { name, schema } of resources) {
      const [heading] = (files.get(`${name}.csv`) ?? "").split("\r\n");
      expect(heading).toBe(`\ufeff${schema.fields.map((field) => field.name).join(",")}`);
      for (const { description } of schema.fields) expect(description).toMatch(/ |\.$/);
    }
    expect(resources.find(({ name }) => name === "claims")?.rows).toBe(4);
    expect([...files.values()].join()).not.toContain(secret);
  });

  test.each(TABLE_NAMES)("nothing unpublished leaves in %s, in any format (R34)", async (table) => {
    for (const format of EXPORT_FORMATS) {
      const bytes = await bytesOf(`/export/${table}.${format}`);
      const text = format === "xlsx" ? [...(await unzip(bytes)).values()].join() : bytes.toString();
      expect(text).not.toContain(secret);
      expect(text.length).toBeGreaterThan(table === "corrections" && format === "ndjson" ? -1 : 50);
    }
  });
});

test("a claim that was exported is imported as it was, in every format", async () => {
  const expected = claims.map(saidBy).toSorted(byKey);
  for (const format of EXPORT_FORMATS) {
    const bytes = await bytesOf(`/export/events/${event.slug}/claims.${format}`);
    expect((await candidatesIn(bytes, format)).map(saidIn).toSorted(byKey)).toEqual(expected);
  }
});

const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);

function saidBy(claim: StoredClaim) {
  const { qualifier, low, high, central, reading, asOfEdtf, asOfZone } = claim;
  return {
    key: claim.publicId,
    event: event.slug,
    topic: claim.topic,
    quantity: qualifier && { raw: claim.wording, qualifier, low, high, central, reading },
    wording: {
      text: claim.wording,
      language: claim.wordingLanguage,
      translation: claim.wordingTranslation,
      translatedBy: claim.wordingTranslatedBy,
    },
    stated: { edtf: claim.statedEdtf, zone: claim.statedZone },
    asOf: asOfEdtf && { edtf: asOfEdtf, zone: asOfZone },
    basis: claim.basis,
    standing: claim.standing,
    isForecast: claim.isForecast,
  };
}

function saidIn(candidate: Candidate): ReturnType<typeof saidBy> {
  const { key, event: slug, topic, quantity, wording, stated, asOf, basis, standing, isForecast } = candidate;
  return { key, event: slug, topic, quantity, wording, stated, asOf, basis, standing, isForecast };
}

async function candidatesIn(bytes: Buffer, format: string): Promise<Candidate[]> {
  const id = format === "csv" ? "counterclaim-claims" : `counterclaim-claims-${format}`;
  const mapping = READY_MAPPINGS.find((ready) => ready.id === id)?.mapping;
  if (!mapping) throw new Error(`There is no mapping ${id}.`);
  const found = await detectReading(bytes, `claims.${format}`, async () => bytes);
  const reading = { ...found, rows: mapping.reading.rows ?? found.rows };
  const candidates: Candidate[] = [];
  for await (const row of readRows(reading, inOne(bytes))) {
    if (!("values" in row)) throw new Error(JSON.stringify(row));
    const mapped = mapRow(mapping, [...row.values.keys()], row, candidates.length + 1);
    expect(mapped.problems).toEqual([]);
    candidates.push(...mapped.candidates);
  }
  return candidates;
}

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

test("a former address leads to the present one, with what was asked (R30)", async () => {
  for (const [path, to] of [
    [`/export/events/${former}.json?lang=en`, `/export/events/${event.slug}.json?lang=en`],
    [`/export/events/${former}/claims.csv`, `/export/events/${event.slug}/claims.csv`],
  ] as const) {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get("Location")]).toEqual([308, to]);
  }
});

test.each(["x=1", "event=No+Slug", "from=yesterday", "sort=low", "q=a&q=b"])(
  "an address that asks for what the list cannot give (%s) is refused in words, never answered with all of it",
  async (query) => {
    const answer = await ask(`/export/claims.csv?${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(/nothing was downloaded\.\n(x|event|from|sort|q): /);
  },
);

test.each([
  "/export/secrets.csv",
  "/export/claims.pdf",
  "/export/events/nowhere.json",
  "/export/events/nowhere/claims.csv",
])("there is nothing at %s", async (path) => expect((await ask(path)).status).toBe(404));

test("a fourth long download at once from one address is told to wait, and short ones go on", async () => {
  const archives = await Promise.all([1, 2, 3].map(() => ask("/export/counterclaim.zip")));
  const fourth = await ask("/export/counterclaim.zip");
  expect([fourth.status, fourth.headers.get("Retry-After")]).toEqual([429, "30"]);
  expect((await ask("/export/events.csv")).status).toBe(200);
  expect((await ask("/export/counterclaim.zip", { method: "HEAD" })).status).toBe(200);
  await Promise.all(archives.map((answer) => answer.body?.cancel()));
  expect((await bytesOf("/export/counterclaim.zip")).length).toBeGreaterThan(1_000);
});

function unzip(bytes: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, string>();
    fromBuffer(bytes, { lazyEntries: true }, (problem, zip) => {
      if (problem) return reject(problem);
      zip.on("end", () => resolve(files));
      zip.on("error", reject);
      zip.on("entry", (entry) =>
        zip.openReadStream(entry, async (failed, stream) => {
          if (failed) return reject(failed);
          const parts: Buffer[] = [];
          for await (const part of stream) parts.push(part as Buffer);
          files.set(entry.fileName, Buffer.concat(parts).toString());
          zip.readEntry();
        }),
      );
      zip.readEntry();
    });
  });
}
