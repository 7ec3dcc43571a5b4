import { describe, expect, test } from "vitest";
import { listSources } from "./source-files";

const WRITE =
  /\b(?:tx|db\(\)|db|client)\.(\w+)\s*\.(create|createMany|createManyAndReturn|update|updateMany|upsert|delete|deleteMany)\(/g;

const lib = listSources("lib");
const writes = lib.flatMap(({ path, text }) =>
  [...text.matchAll(WRITE)].map(([, table = "", verb = ""]) => ({ path, table, verb })),
);

/** What keeps the history itself, and what is computed from claims in the transaction of a command. */
const HISTORY = "lib/history/record-revision.ts";
const DERIVED = "lib/events/derive-event.ts";
/** Flags that the revision of the claim explains: who uses a claim is on file, and its history says what changed. */
const STALE = "lib/claims/mark-stale.ts";
const CORROBORATIONS = "lib/events/stale-corroborations.ts";
const commands = new Set(
  lib
    .filter(({ path, text }) => /\bauthorise\(actor,/.test(text) || path === "lib/auth/register-actor.ts")
    .map(({ path }) => path),
);

describe("there is no write without history", () => {
  test("only commands write to the tables of nouns, but for what follows from a command", () => {
    const others = writes.filter(({ path }) => !commands.has(path));
    expect(others.map(({ path, table, verb }) => `${path}: ${table}.${verb}`).toSorted()).toEqual([
      `${STALE}: assessment.updateMany`,
      `${STALE}: bestEstimate.updateMany`,
      `${DERIVED}: eventDerived.upsert`,
      `${CORROBORATIONS}: assessment.updateMany`,
      `${HISTORY}: chain.create`,
      `${HISTORY}: chain.update`,
      `${HISTORY}: revision.create`,
    ]);
  });

  test("every file that writes to them records a revision of it", () => {
    // endClaim is the step that the commands of revision share, and records its own.
    const silent = lib.filter(
      ({ path, text }) => commands.has(path) && !/\b(recordRevision|recordInRegister|endClaim)\(/.test(text),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
    expect(writes.filter(({ path }) => commands.has(path)).length).toBeGreaterThan(15);
  });

  test("nothing is deleted", () => {
    expect(writes.filter(({ verb }) => verb.startsWith("delete"))).toEqual([]);
  });

  test("no raw statement writes, and none is put together from text", () => {
    // The migrations keep a book of their own; what is derived is written for all claims of an event at once, and
    // is no statement of anybody's.
    const files = lib.filter(({ path }) => path !== "lib/db/migrate.ts" && path !== DERIVED);
    const raw = files.filter(({ text }) => /\$executeRaw|\$(query|execute)RawUnsafe/.test(text));
    expect(raw.map(({ path }) => path)).toEqual([]);
    const writing = files.filter(({ text }) =>
      /`\s*(insert into|update \w+ set|delete from|truncate)\b/i.test(text),
    );
    expect(writing.map(({ path }) => path)).toEqual([]);
  });

  test("every command checks its actor before anything else", () => {
    const late = lib.flatMap(({ path, text }) => {
      if (!commands.has(path)) return [];
      const functions = [
        ...text.matchAll(/^(?:export )?async function (\w+)\(\s*actor: Actor[\s\S]*?\{\n(.*)\n/gm),
      ];
      return functions
        .filter(
          ([, , first = ""]) =>
            !/^\s*(authorise\(actor|await (move(Event|Claim)|withdrawClaim)\(actor)/.test(first),
        )
        .map(([, name]) => `${path}: ${name}`);
    });
    expect(late).toEqual([]);
  });

  test("no command reads the clock, the cookies or the environment", () => {
    const fromTheAir = lib.filter(
      ({ path, text }) =>
        commands.has(path) && /new Date\(\)|Date\.now\(|cookies\(|headers\(|process\.env/.test(text),
    );
    expect(fromTheAir.map(({ path }) => path)).toEqual([]);
  });

  test("no page, component, script or seed writes past the commands", () => {
    const outside = [...listSources("app"), ...listSources("prisma/seed"), ...listSources("scripts")];
    const past = outside.filter(({ text }) => [...text.matchAll(WRITE)].length > 0);
    expect(past.map(({ path }) => path)).toEqual([]);
  });
});
