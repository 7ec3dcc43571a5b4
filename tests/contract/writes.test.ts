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
/** Writes many rows in one statement, for the few that write so many. */
const BULK = "lib/db/insert-rows.ts";
/** Flags that the revision of the claim explains: who uses a claim is on file, and its history says what changed. */
const STALE = "lib/claims/mark-stale.ts";
const FLAGS = "lib/events/flag-assessments.ts";
/** What follows from a change that readers can see, and from a record's giving its address up (R30): the commands' own. */
const DATES = "lib/events/tell-readers.ts";
const ADDRESSES = "lib/addresses/former-slugs.ts";
/** The steps that merges, splits and their undoing are made of: each records what it changes, and checks nobody. */
const isStepOfMerge = (path: string) =>
  /^lib\/merges\/(?:change-parties|copy-measures|return-measures|steps|undo-(?!merge)\w+)\.ts$/.test(path);
/** An estimate has no version of its own: where it went stands with the merge that moved it. */
const ESTIMATES = "lib/merges/move-estimates.ts";
/** What a reader sends: a reader is no actor, so its first revision is that of an editor's decision on it. */
const FROM_READERS = "lib/error-reports/report-error.ts";
/**
 * A file of evidence is kept before the assessment that it is for, whose revision tells its name and its SHA-256; one
 * that no assessment named within a day is thrown away.
 */
const FILES = "lib/evidence/upload-evidence-file.ts";
/** What is asked of people about reports follows from the reports; what they answer is a command with its revision. */
const ASKED = "lib/links/keep-via-proposals.ts";
/** By which a person comes to sign in: nobody is signed in yet, and the link or the terminal is the right to do it. */
const SET_UP = ["lib/auth/register-actor.ts", "lib/accounts/open-account.ts"];
/**
 * What is one person's own and no record: sessions, passwords, links, unfinished forms, what they follow, up to when
 * they saw the queue, what their programs were answered. It has no history, and goes when it is not needed any more.
 */
const PERSONAL = [
  "session",
  "user",
  "credential",
  "oneTimeLink",
  "draft",
  "follow",
  "queueVisit",
  "idempotentRequest",
];
/**
 * Names of a record and parties of an event, a row each: an edit, a merge or a redaction (R35) replaces them, and its
 * revision keeps which they were.
 */
const SETS = ["claimantAlias", "eventAlias", "publicationAlias", "party"];
/** Keep what is personal, for who holds a password or a link. */
const KEEPERS = [
  "lib/accounts/keep-demonstration-accounts.ts",
  "lib/accounts/passwords.ts",
  "lib/api/idempotency.ts",
  "lib/auth/sessions.ts",
];
/**
 * What an import keeps of itself: its file, how far it is, what is wrong, which records it made. The register tells when
 * it began and how it ended, and each record that it makes has its own history.
 */
const IMPORTS = ["import", "importChunk", "importProblem", "importedRecord"];
const isOfImport = ({ path, table }: { path: string; table: string }) =>
  path.startsWith("lib/imports/") && IMPORTS.includes(table);
/** Undoing an import archives its claims together, each with its revisions; who may was asked when it was asked for. */
const UNDOING = "lib/imports/run-undo.ts";
const commands = new Set(
  lib
    .filter(({ path, text }) => /\bauthorise\(actor,/.test(text) || SET_UP.includes(path))
    .map(({ path }) => path),
);

describe("there is no write without history", () => {
  test("only commands write to the tables of nouns, but for what follows from a command", () => {
    const others = writes.filter(
      ({ path, table }) =>
        !commands.has(path) &&
        !isStepOfMerge(path) &&
        !isOfImport({ path, table }) &&
        !(KEEPERS.includes(path) && PERSONAL.includes(table)),
    );
    expect(others.map(({ path, table, verb }) => `${path}: ${table}.${verb}`).toSorted()).toEqual([
      `${ADDRESSES}: formerSlug.upsert`,
      `${STALE}: bestEstimate.updateMany`,
      `${FROM_READERS}: errorReport.create`,
      `${DERIVED}: eventDerived.upsert`,
      `${FLAGS}: assessment.updateMany`,
      `${FLAGS}: claim.updateMany`,
      `${DATES}: event.updateMany`,
      `${HISTORY}: chain.create`,
      `${UNDOING}: claim.updateMany`,
      `${ASKED}: viaProposal.createMany`,
      `${ESTIMATES}: bestEstimate.update`,
    ]);
  });

  test("every file that writes to them records a revision of it", () => {
    // endClaim is the step that the commands of revision share, recordChanges that of merges: each records its own.
    const silent = lib.filter(
      ({ path, text }) =>
        (commands.has(path) || isStepOfMerge(path)) &&
        path !== FILES &&
        !/\b(recordRevision|recordChanges|recordInEvents|recordInRegister|endClaim)\(/.test(text) &&
        writes.some((write) => write.path === path && !PERSONAL.includes(write.table) && !isOfImport(write)),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
    expect(writes.filter(({ path }) => commands.has(path)).length).toBeGreaterThan(15);
  });

  test("nothing is deleted but what is personal, names and parties that give way to others, and files of no evidence", () => {
    const deletes = writes.filter(
      (write) =>
        write.verb.startsWith("delete") &&
        ![...PERSONAL, ...SETS].includes(write.table) &&
        !isOfImport(write),
    );
    expect(deletes).toEqual([{ path: FILES, table: "evidenceFile", verb: "deleteMany" }]);
  });

  test("no raw statement writes, and none is put together from text", () => {
    // The migrations keep a book of their own; what is derived is written for all claims of an event at once, and
    // is no statement of anybody's; the head of a chain moves and is told of in one statement.
    const books = ["lib/db/migrate.ts", DERIVED, BULK, HISTORY, "lib/history/announce.ts"];
    const files = lib.filter(({ path }) => !books.includes(path));
    const raw = files.filter(({ text }) => /\$executeRaw|\$(query|execute)RawUnsafe/.test(text));
    expect(raw.map(({ path }) => path)).toEqual([]);
    const writing = files.filter(({ text }) =>
      /`\s*(insert into|update \w+ set|delete from|truncate)\b/i.test(text),
    );
    expect(writing.map(({ path }) => path)).toEqual([]);
  });

  test("many rows at once are written by the history, by who logs many claims, and by imports", () => {
    const many = lib.filter(({ path, text }) => path !== BULK && /\binsertRows\(/.test(text));
    expect(many.map(({ path }) => path).toSorted()).toEqual([
      "lib/claims/log-claims.ts",
      HISTORY,
      "lib/imports/keep-progress.ts",
      "lib/imports/run-import.ts",
    ]);
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
    // What the commands are measured against: the same rows, without them.
    const measured = "scripts/bench/bare-rows.ts";
    const past = outside.filter(
      ({ path, text }) => path !== measured && [...text.matchAll(WRITE)].length > 0,
    );
    expect(past.map(({ path }) => path)).toEqual([]);
  });
});
