import { spawn, spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { verifyPassword } from "../../lib/auth/password";
import { db } from "../../lib/db/client";
import { unique } from "../factories/clock";
import { lastRevisionOf } from "../factories/read-back";

const minute = 60_000;

type Ended = { code: number; said: string; shown: string };

/** Runs npm run user:create on the database of this file, with what is typed, and notes what a list of processes shows. */
function createUser(args: string[], typed = ""): Promise<Ended> {
  const command = ["--conditions=react-server", "scripts/run.mjs", "user-create", ...args];
  const child = spawn(process.execPath, command, { env: process.env, stdio: ["pipe", "pipe", "pipe"] });
  let [said, shown] = ["", ""];
  const collect = (chunk: Buffer) => {
    said += chunk;
    shown += spawnSync("ps", ["-A", "-o", "args="], { encoding: "utf8" }).stdout;
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  child.stdin.end(typed);
  return new Promise((done) => child.once("close", (code) => done({ code: code ?? -1, said, shown })));
}

async function passwordOf(email: string) {
  const user = await db().user.findUniqueOrThrow({
    where: { email },
    select: { id: true, credentials: { select: { password: true } } },
  });
  return { id: user.id, hash: user.credentials[0]?.password ?? "" };
}

test("npm run user:create --generate opens an account, and shows the password that it made this once", {
  timeout: 2 * minute,
}, async () => {
  const email = `${unique("keeper")}@newsroom.example`;
  const ended = await createUser([
    "--role",
    "admin",
    "--email",
    email,
    "--name",
    "Amina Diallo",
    "--generate",
  ]);
  expect(ended).toMatchObject({
    code: 0,
    said: expect.stringContaining(`There is an account of ${email} now`),
  });
  const password = /shown this once: (\S+)/.exec(ended.said)?.[1] ?? "";
  expect(password.length).toBeGreaterThanOrEqual(20);
  const { id, hash } = await passwordOf(email);
  expect(await verifyPassword({ hash, password })).toBe(true);
  expect(await lastRevisionOf(id)).toMatchObject({
    action: "actor.registered",
    actorId: id,
    changes: { name: [null, "Amina Diallo"], role: [null, "admin"] },
  });

  const again = await createUser(["--role", "editor", "--email", email.toUpperCase(), "--generate"]);
  expect(again).toMatchObject({
    code: 1,
    said: expect.stringContaining("There is an account with this e-mail address already."),
  });
  expect(again.said).not.toMatch(/shown this once|\n\s+at .*:\d+/);
  expect(await db().user.count({ where: { email } })).toBe(1);
});

test("it takes the password as a line of its input, and never as an argument", {
  timeout: 2 * minute,
}, async () => {
  const [email, password] = [`${unique("typist")}@newsroom.example`, "typed and never an argument"];
  const ended = await createUser(["--role", "journalist", "--email", email], `${password}\n`);
  expect(ended.code).toBe(0);
  expect(ended.said).not.toContain(password);
  expect(ended.shown).toContain(email);
  expect(ended.shown).not.toContain(password);
  const { hash } = await passwordOf(email);
  expect(await verifyPassword({ hash, password })).toBe(true);

  const refused = await createUser(["--role", "journalist", "--email", email, "--password", password]);
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining("npm run user:create --") });
});

test.each([
  [
    "a role that there is not",
    ["--role", "owner", "--email", "x@newsroom.example"],
    "",
    "journalist, editor, admin",
  ],
  ["no address", ["--role", "admin"], "", "it needs --email and --role"],
  [
    "a short password",
    ["--role", "admin", "--email", "x@newsroom.example"],
    "short\n",
    "at least 12 characters",
  ],
  ["no password", ["--role", "admin", "--email", "x@newsroom.example"], "", "No password was given"],
])(
  "%s is refused in one sentence, and nothing is made",
  { timeout: minute },
  async (_, args, typed, sentence) => {
    const before = await db().user.count();
    const ended = await createUser(args, typed);
    expect(ended).toMatchObject({ code: 1, said: expect.stringContaining(sentence) });
    expect(ended.said).not.toMatch(/\n\s+at .*:\d+/);
    expect(await db().user.count()).toBe(before);
  },
);
