import { beforeAll, describe, expect, test } from "vitest";
import { db } from "../../lib/db/client";
import { verifyHistory } from "../../lib/history/verify-history";
import { type Asked, aProgram, ask } from "../factories/api";
import { unique } from "../factories/clock";
import { lastRevisionOf } from "../factories/read-back";

let journalist: Awaited<ReturnType<typeof aProgram>>;
let editor: Awaited<ReturnType<typeof aProgram>>;

const names = {
  event: unique("flood"),
  ministry: unique("ministry"),
  mayor: unique("mayor"),
  daily: unique("daily"),
};
let report: string;

/** A write that succeeds, and what it tells of its record. */
async function write(id: string, token: string, asked: Asked) {
  const { status, json, headers } = await ask(id, { token, ...asked });
  expect(`${id} ${status} ${JSON.stringify(json.errors ?? json.detail ?? "")}`).toMatch(/ 20[01] ""$/);
  expect(headers.get("etag")).toMatch(new RegExp(`^"v${json.data.version}-[0-9a-f]+"$`));
  return json.data as { id: string; version: number; recordStatus: string | null };
}

const date = (edtf: string) => ({ edtf, zone: "Europe/Kyiv" });
const figure = (text: string, more: object = {}) => ({
  event: names.event,
  type: "figure",
  claimant: names.ministry,
  measure: "killed",
  wording: { text, language: "en" },
  stated: date("2026-05-04"),
  attributions: [{ report, carries: "quote" }],
  ...more,
});

beforeAll(async () => {
  [journalist, editor] = [await aProgram("journalist"), await aProgram("editor")];
  const { token } = journalist;
  await write("createPublication", token, { body: { slug: names.daily, name: "The Daily" } });
  for (const slug of [names.ministry, names.mayor])
    await write("createClaimant", token, { body: { slug, name: slug, kind: "government_body" } });
  const filed = await write("fileReport", token, {
    body: { publication: names.daily, medium: "web", url: `https://daily.example/${names.event}` },
  });
  report = filed.id;
  await write("createEvent", token, {
    body: {
      slug: names.event,
      title: "A flood",
      summary: "A river rose.",
      place: { name: "Somewhere" },
      occurred: date("2026-05-03"),
      parties: [{ claimant: names.ministry, side: "one" }],
    },
  });
  await write("defineMeasure", token, {
    params: { slug: names.event },
    body: {
      slug: "killed",
      label: "People killed",
      kinds: ["killed"],
      unit: "people",
      total: "running_total",
    },
  });
}, 60_000);

describe("a program does what its person may do, by the same commands", () => {
  test("from a draft to a published, assessed, superseded and retracted claim, with its history", async () => {
    const [log, review] = [journalist.token, editor.token];
    const first = await write("logClaim", log, { body: figure("at least 12") });
    expect(first).toMatchObject({ version: 1, recordStatus: "draft" });
    const edited = await write("editClaim", log, {
      params: first,
      version: 1,
      body: { wording: { text: "at least 13", language: "en" }, basis: "count" },
    });
    const stored = await db().claim.findUniqueOrThrow({ where: { publicId: first.id } });
    expect(stored).toMatchObject({ wording: "at least 13", low: 13, high: null, basis: "count", version: 2 });
    expect(await lastRevisionOf(stored.id)).toMatchObject({
      action: "claim.edited",
      actorId: journalist.owner.id,
    });
    const attached = await write("attachReport", log, {
      params: first,
      version: edited.version,
      body: { attribution: { report, carries: "paraphrase", locator: "below" } },
    });
    await write("editAttribution", log, {
      params: attached,
      version: attached.version,
      body: { attribution: { report, carries: "paraphrase", locator: "at the foot" } },
    });

    let [event, claim] = [
      { id: names.event, version: 1 },
      { id: first.id, version: 2 },
    ];
    for (const step of ["submit", "review", "publish"]) {
      const token = step === "submit" ? log : review;
      event = await write(`${step}Event`, token, {
        params: { slug: names.event },
        version: event.version,
        body: {},
      });
      claim = await write(`${step}Claim`, token, { params: claim, version: claim.version, body: {} });
    }
    const read = await ask("getClaim", { params: claim });
    expect(read.json.data.quantity).toMatchObject({ text: "at least 13", qualifier: "at_least", low: 13 });

    const second = await write("logClaim", log, {
      body: figure("15", { stated: date("2026-05-05"), asOf: date("2026-05-05") }),
    });
    let newer = second;
    for (const step of ["submit", "review", "publish"])
      newer = await write(`${step}Claim`, step === "submit" ? log : review, {
        params: newer,
        version: newer.version,
        body: {},
      });
    newer = await write("supersedeClaim", review, {
      params: newer,
      version: newer.version,
      body: { older: { id: claim.id, version: claim.version } },
    });
    newer = await write("assessClaim", review, {
      params: newer,
      version: newer.version,
      body: { status: "unverifiable", reason: "Nobody was let in." },
    });
    newer = await write("amendClaim", review, {
      params: newer,
      version: newer.version,
      body: { basis: "named_list", reason: "It named them." },
    });
    await write("retractClaim", review, {
      params: newer,
      version: newer.version,
      body: { reason: "The ministry took it back." },
    });
    expect((await verifyHistory(db())).breaks).toEqual([]);
  });

  test("what is given back, laid aside and opened again", async () => {
    const [log, review] = [journalist.token, editor.token];
    let claim = await write("logClaim", log, { body: figure("20", { asOf: date("2026-05-06") }) });
    const step = async (id: string, token: string, reason?: string) => {
      claim = await write(id, token, { params: claim, version: claim.version, body: { reason } });
      return claim.recordStatus;
    };
    expect(await step("submitClaim", log)).toBe("submitted");
    expect(await step("reviewClaim", review)).toBe("in_review");
    expect(await step("returnClaim", review, "Which day?")).toBe("returned");
    expect(await step("archiveClaim", log, "Nobody knows.")).toBe("archived");
    expect(await step("reopenClaim", log, "Somebody knows.")).toBe("draft");
  });

  test("records are changed in part, and the rest stays as it was", async () => {
    const { token } = journalist;
    const params = { slug: names.mayor };
    const changed = await write("editClaimant", token, {
      params,
      version: 1,
      body: { aliases: ["The mayor"] },
    });
    expect(changed.version).toBe(2);
    const claimant = await db().claimant.findUniqueOrThrow({
      where: { slug: names.mayor },
      include: { aliases: true },
    });
    expect(claimant).toMatchObject({ name: names.mayor, kind: "government_body" });
    expect(claimant.aliases.map(({ name }) => name)).toEqual(["The mayor"]);
    // Readers see it by now, so that an editor must do it, and say why.
    await write("editPublication", editor.token, {
      params: { slug: names.daily },
      version: 1,
      body: { country: "UA", reason: "It is printed there." },
    });
    await write("defineMeasure", token, {
      params: { slug: names.event },
      body: {
        slug: "hurt",
        label: "People hurt",
        kinds: ["injured"],
        unit: "people",
        total: "running_total",
      },
    });
    await write("editMeasure", token, {
      params: { event: names.event, measure: "hurt" },
      version: 1,
      body: { label: "People injured" },
    });
  });
});

describe("the frame around every write", () => {
  const post = (asked: Asked) => ask("logClaim", { token: journalist.token, ...asked });

  test("401 and 403: no token, an unknown one, one without the scope, a person without the role", async () => {
    const body = figure("1");
    expect((await ask("logClaim", { body })).status).toBe(401);
    expect((await ask("logClaim", { body, token: "cct_unknown" })).status).toBe(401);
    const reader = await aProgram("editor", ["read"]);
    const refused = await ask("logClaim", { body, token: reader.token });
    expect(refused.status).toBe(403);
    expect(refused.headers.get("www-authenticate")).toContain('scope="log"');
    const claim = await write("logClaim", journalist.token, {
      body: figure("30", { asOf: date("2026-05-07") }),
    });
    const asked = { params: claim, version: 1, body: {} };
    expect((await ask("publishClaim", { ...asked, token: journalist.token })).status).toBe(403);
  });

  test("400, 413, 415, 422: a body that is none, or breaks a rule, is told by its own field names", async () => {
    expect((await post({ body: "{" })).status).toBe(400);
    expect((await post({ body: figure("1"), query: "?dry=1" })).json.errors).toEqual([
      { pointer: "dry", message: expect.any(String) },
    ]);
    expect((await post({ body: "x".repeat(1_000_001) })).status).toBe(413);
    expect((await post({ body: "x", headers: { "Content-Type": "text/plain" } })).status).toBe(415);
    const wrong = await post({ body: figure("1", { claimant: "nobody-at-all", colour: "red" }) });
    expect(wrong.json).toMatchObject({ status: 422, errors: [{ pointer: "/colour" }] });
    expect((await post({ body: figure("1", { claimant: "nobody-at-all" }) })).json.errors).toEqual([
      { pointer: "/claimant", message: "There is no such claimant on file." },
    ]);
    expect((await post({ body: figure("minus two") })).json.errors[0].pointer).toBe("/wording/text");
    expect((await post({ body: figure("12", { attributions: [] }) })).json.errors[0].pointer).toBe(
      "/attributions",
    );
  });

  test("404, 412 and 428: what is not there, what was changed meanwhile, and what was not read", async () => {
    const { token } = journalist;
    expect(
      (await ask("submitClaim", { token, params: { id: "222222222" }, version: 1, body: {} })).status,
    ).toBe(404);
    const claim = await write("logClaim", token, { body: figure("40", { asOf: date("2026-05-08") }) });
    expect((await ask("submitClaim", { token, params: claim, body: {} })).status).toBe(428);
    const stale = await ask("submitClaim", { token, params: claim, version: 7, body: {} });
    expect(stale.status).toBe(412);
    const odd = { token, params: claim, body: {}, headers: { "If-Match": "yesterday" } };
    expect((await ask("submitClaim", odd)).status).toBe(412);
    expect(await db().claim.findUniqueOrThrow({ where: { publicId: claim.id } })).toMatchObject({
      version: 1,
    });
  });

  test("409: what may be logged already is asked (R28), and what is, is refused (R27)", async () => {
    const body = figure("50");
    const { id } = await write("logClaim", journalist.token, { body });
    const asked = await post({ body });
    expect(asked.json).toMatchObject({ status: 409, questions: [{ kind: "duplicate_of", claim: id }] });
    const answers = [{ kind: "duplicate_of", claim: id, answer: "no" }];
    expect((await post({ body: { ...body, answers } })).status).toBe(201);
  });

  test("the same request with one Idempotency-Key is done once, also two at once; another body is refused", async () => {
    const headers = { "Idempotency-Key": unique("key") };
    const body = figure("60", { asOf: date("2026-05-09") });
    const both = await Promise.all([post({ body, headers }), post({ body, headers })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, expect.any(Number)]);
    const again = await post({ body, headers });
    expect(again.status).toBe(201);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(again.json).toEqual(both.find(({ status }) => status === 201)?.json);
    const wording = "60";
    expect(await db().claim.count({ where: { wording, event: { slug: names.event } } })).toBe(1);
    expect((await post({ body: figure("61"), headers })).status).toBe(422);
    // The answer was lost, and with it what is kept of the request: the claim is logged once all the same.
    await db().idempotentRequest.deleteMany({});
    expect((await post({ body, headers })).status).toBe(201);
    expect(await db().claim.count({ where: { wording, event: { slug: names.event } } })).toBe(1);
  });

  test("429: beyond the limit it is said when to come back, and nothing is written", async () => {
    const busy = await aProgram("journalist");
    const kept = globalThis as { counterclaimEnv?: { API_WRITES_PER_MINUTE: number } };
    const env = kept.counterclaimEnv as { API_WRITES_PER_MINUTE: number };
    const before = env.API_WRITES_PER_MINUTE;
    env.API_WRITES_PER_MINUTE = 2;
    const asked = { token: busy.token, body: {} };
    const answers = [];
    for (let n = 0; n < 3; n += 1) answers.push(await ask("logClaim", asked));
    env.API_WRITES_PER_MINUTE = before;
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 429]);
    expect(answers[0]?.headers.get("ratelimit")).toMatch(/^"write";r=1;t=\d+$/);
    expect(answers[2]?.headers.get("ratelimit-policy")).toBe('"write";q=2;w=60');
    expect(Number(answers[2]?.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});
