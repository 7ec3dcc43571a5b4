import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "../../lib/db/client";
import { Prisma } from "../../prisma/generated/client";
import { type Line, openLine } from "../../scripts/faults/line";
import { aProgram, ask } from "../factories/api";
import { aClaim } from "../factories/claims";
import { unique } from "../factories/clock";
import { aPublication } from "../factories/records";

const { DATABASE_URL } = process.env;
let line: Line;
let token: string;
let publication: string;

beforeAll(async () => {
  ({ token } = await aProgram("editor"));
  publication = (await aPublication()).slug;
  line = await openLine(DATABASE_URL as string);
});

afterAll(async () => {
  await useDatabase(DATABASE_URL);
  await line.close();
});

/** A report without an address: nothing but its key tells it from another one. */
const file = (title: string, key: string) =>
  ask("fileReport", {
    token,
    headers: { "Idempotency-Key": key },
    body: { publication, medium: "web", title },
  });

const loseAnswers = () =>
  db().idempotentRequest.updateMany({ data: { status: null, headers: Prisma.DbNull, body: null } });

test("a request whose answer a crash lost is answered anew, and is not done again", async () => {
  const [title, key] = [unique("title"), unique("key")];
  const first = await file(title, key);
  await loseAnswers();
  const again = await file(title, key);
  expect(first.status).toBe(201);
  expect(again).toMatchObject({ status: 201, json: first.json });
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  expect(await db().report.count({ where: { title } })).toBe(1);

  const claim = await aClaim();
  const step = { token, params: { id: claim.publicId }, version: claim.version, body: {} };
  const headers = { "Idempotency-Key": unique("key") };
  const submitted = await ask("submitClaim", { ...step, headers });
  await loseAnswers();
  expect(submitted.status).toBe(200);
  expect(await ask("submitClaim", { ...step, headers })).toMatchObject({ status: 200, json: submitted.json });
});

test("of the same request sent five times at once one is done, and all are answered by it", async () => {
  const [title, key] = [unique("title"), unique("key")];
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => file(title, key)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
  expect(new Set(answers.map(({ json }) => json.data.id)).size).toBe(1);
  expect(await db().report.count({ where: { title } })).toBe(1);
});

test("a key is kept for a day, and can then be used for another request", async () => {
  const key = unique("key");
  await file(unique("title"), key);
  expect((await file(unique("title"), key)).status).toBe(422);
  const begunAt = new Date(Date.now() - 25 * 3_600_000);
  await db().idempotentRequest.updateMany({ where: { key }, data: { begunAt } });
  expect((await file(unique("title"), key)).status).toBe(201);
});

test.each([
  ["before the database got its COMMIT", false],
  ["behind its COMMIT, so that nobody heard of it", true],
])("a request cut off %s is done once when it is sent again", async (_, isSent) => {
  await useDatabase(line.url);
  const [title, key] = [unique("title"), unique("key")];
  await file(unique("title"), unique("key"));
  line.cutAt({ at: "commit", isSent });
  const lost = await file(title, key);
  expect([lost.status, lost.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(await db().report.count({ where: { title } })).toBe(isSent ? 1 : 0);
  expect((await file(title, key)).status).toBe(201);
  expect(await db().report.count({ where: { title } })).toBe(1);
});

async function useDatabase(url: string | undefined): Promise<void> {
  await db().$disconnect();
  process.env.DATABASE_URL = url;
  Object.assign(globalThis, { counterclaimDb: undefined, counterclaimEnv: undefined });
}
