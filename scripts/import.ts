import { once } from "node:events";
import { createReadStream, createWriteStream, existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { createTranslator } from "use-intl/core";
import type { Actor } from "../lib/auth/actor";
import type { ProblemWords } from "../lib/imports/problems-csv";
import type { ImportMapping } from "../lib/imports/schema";
import type { Counts } from "../lib/imports/types";
import { checkDatabaseUrl } from "./database-url";
import { visitEmbeddedDatabase } from "./embedded-database";
import { readEnvironment } from "./environment";
import { generateClient } from "./generate";
import { migrate } from "./migrate";
import { Problem } from "./problem";
import { shutDown, stopOnSignals } from "./shutdown";

const USAGE =
  "npm run import -- FILE --mapping M.json [--dry-run] [--submit] [--as EMAIL] [--problems FILE.csv], or -- --undo ID [--as EMAIL]";

type Given = ReturnType<typeof readArguments>;

/**
 * npm run import: what the desk does with a file, from a terminal: its check, its run (without --dry-run), or the undoing
 * of an import. Ends with 1 where a claim was asked for that is none.
 */
export async function main(args: string[]): Promise<number> {
  const given = readArguments(args);
  stopOnSignals();
  try {
    await generateClient();
    if (readEnvironment().isEmbedded) await visitEmbeddedDatabase();
    else await checkDatabaseUrl(process.env.DATABASE_URL as string);
    await migrate(process.env.DATABASE_URL as string, () => {});
    const actor = await findActor(given.as);
    return given.undo ? await undo(actor, given.undo) : await importFile(actor, given);
  } catch (error) {
    const { AppError } = await import("../lib/errors");
    if (error instanceof AppError) throw new Problem(error.message, { cause: error });
    throw error;
  } finally {
    const [{ endBoss }, { db }] = await Promise.all([import("../lib/jobs/boss"), import("../lib/db/client")]);
    await endBoss();
    await db().$disconnect();
    await shutDown();
  }
}

function readArguments(args: string[]) {
  const options = {
    mapping: { type: "string" },
    "dry-run": { type: "boolean", default: false },
    submit: { type: "boolean", default: false },
    as: { type: "string" },
    problems: { type: "string" },
    undo: { type: "string" },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file = ""] = positionals;
    if (positionals.length !== (values.undo ? 0 : 1))
      throw new Error("it takes one file, or --undo and none");
    if (!values.undo && !values.mapping) throw new Error("it needs --mapping");
    if (!values.undo && !existsSync(file)) throw new Error(`there is no file ${file}`);
    return { ...values, file, mapping: values.mapping ?? "", isDry: values["dry-run"] };
  } catch (error) {
    throw new Problem(`${(error as Error).message}; write: ${USAGE}`);
  }
}

/** Whose the claims are: the person with this e-mail, else the first admin who can sign in. */
async function findActor(email: string | undefined): Promise<Actor> {
  const { db } = await import("../lib/db/client");
  const found = await db().actor.findFirst({
    where: {
      kind: "person",
      suspendedAt: null,
      ...(email ? { user: { email } } : { role: "admin", user: { isNot: null } }),
    },
    orderBy: { id: "asc" },
    select: { id: true, kind: true, name: true, role: true },
  });
  if (found) return found;
  throw new Problem(
    email
      ? `Nobody has an account with ${email}, or it is suspended; npm run user:create opens one.`
      : "There is no admin yet in whose name it could be done; name somebody with --as EMAIL.",
  );
}

async function undo(actor: Actor, publicId: string): Promise<number> {
  const { findImport } = await import("../lib/imports/desk-imports");
  const { undoImport } = await import("../lib/imports/undo-import");
  const { runUndo } = await import("../lib/imports/run-undo");
  const before = await findImport(actor, publicId);
  if (!before) throw new Problem(`There is no import ${publicId}.`);
  if (before.state !== "undoing") await undoImport(actor, { publicId, version: before.version }, new Date());
  await runUndo(await idOf(publicId), () => new Date());
  const after = await findImport(actor, publicId);
  if (after?.state !== "undone")
    throw new Problem(after?.failure ?? "Another process is undoing this import.");
  console.log(
    `Undone: ${before.undoes?.claims ?? 0} claims laid aside, ${before.undoes?.changed ?? 0} set back.`,
  );
  return 0;
}

async function importFile(actor: Actor, given: Given): Promise<number> {
  const { uploadImport } = await import("../lib/imports/upload-import");
  const { chooseMapping } = await import("../lib/imports/choose-mapping");
  const { askCheck } = await import("../lib/imports/ask-check");
  const { checkImport } = await import("../lib/imports/check-import");
  const { askRun } = await import("../lib/imports/ask-run");
  const { runImport } = await import("../lib/imports/run-import");
  const { findImport } = await import("../lib/imports/desk-imports");
  const clock = () => new Date();
  const mapping = await readMapping(given.mapping);
  const upload = { fileName: basename(given.file), bytes: createReadStream(given.file) };
  const { publicId } = await uploadImport(actor, upload, clock());
  const look = async () => {
    const found = await findImport(actor, publicId);
    if (!found) throw new Error("The import is gone.");
    return found;
  };
  const { importedBefore } = await look();
  if (importedBefore)
    console.log(
      `This very file was imported before, on ${importedBefore.finishedAt.toISOString().slice(0, 10)}.`,
    );
  await chooseMapping(actor, { publicId, version: 1, mapping, isSubmitting: given.submit }, clock());
  const id = await idOf(publicId);

  // A worker may be at it before us: then we wait for what it comes to, and take over where it dies.
  const finish = async (work: () => Promise<void>) => {
    for (;;) {
      await work();
      const found = await look();
      if (!["checking", "queued", "running"].includes(found.state)) return found;
      await new Promise((done) => setTimeout(done, 300));
    }
  };
  await askCheck(actor, { publicId, version: (await look()).version }, clock());
  let state = await finish(() => checkImport(id, clock, progress("Checked")));
  if (!given.isDry && state.state === "checked") {
    await askRun(actor, { publicId, version: state.version }, clock());
    const told = progress("Imported", state.rowsTotal);
    state = await finish(() => runImport(id, clock, told));
  }
  endLine();
  tell(state.counts);
  if (state.failure) console.log(state.failure);
  await tellProblems(actor, publicId, state.problemCount, given.problems);
  console.log(
    `Import ${publicId}: ${state.state}${state.state === "done" ? `; --undo ${publicId} takes it back` : ""}.`,
  );
  return state.failure || state.counts.invalid > 0 ? 1 : 0;
}

async function idOf(publicId: string): Promise<string> {
  const { db } = await import("../lib/db/client");
  return (await db().import.findUniqueOrThrow({ where: { publicId }, select: { id: true } })).id;
}

/** A file of one, or the id of a ready one. */
async function readMapping(name: string): Promise<ImportMapping> {
  const { READY_MAPPINGS } = await import("../lib/imports/ready-mappings");
  const ready = READY_MAPPINGS.find(({ id }) => id === name);
  if (ready) return ready.mapping;
  if (!existsSync(name)) {
    const ids = READY_MAPPINGS.map(({ id }) => id).join(", ");
    throw new Problem(`There is no mapping ${name}: name a file, or one of ${ids}.`);
  }
  const { ImportMapping } = await import("../lib/imports/schema");
  const { parseInput } = await import("../lib/forms/parse-input");
  try {
    return parseInput(ImportMapping, JSON.parse(readFileSync(name, "utf8")));
  } catch (error) {
    const { Invalid } = await import("../lib/errors");
    if (error instanceof Invalid) {
      const lines = Object.entries(error.fields).map(([path, sentence]) => `  ${path}: ${sentence}`);
      throw new Problem(`The mapping ${name} is none:\n${lines.join("\n")}`);
    }
    if (error instanceof SyntaxError) throw new Problem(`The mapping ${name} is no JSON: ${error.message}.`);
    throw error;
  }
}

/** Of rows, on one line of a terminal; nothing where nobody looks. */
function progress(word: string, total: number | null = null) {
  const begun = Date.now();
  return ({ progress: { rowsDone } }: { progress: { rowsDone: number } }) => {
    if (!process.stdout.isTTY) return;
    const rate = Math.round(rowsDone / Math.max(0.1, (Date.now() - begun) / 1000));
    process.stdout.write(`\r${word} ${rowsDone}${total ? ` of ${total}` : ""} rows, ${rate} a second   `);
  };
}

function endLine(): void {
  if (process.stdout.isTTY) process.stdout.write("\n");
}

function tell(counts: Counts): void {
  const words = {
    new: "new",
    changed: "changed",
    same: "same",
    duplicate: "duplicate",
    invalid: "invalid",
    leftOut: "left out",
  };
  const told = Object.entries(words).map(([key, word]) => `${counts[key as keyof Counts]} ${word}`);
  console.log(`Claims: ${told.join(", ")}.`);
}

const SHOWN = 20;

async function tellProblems(
  actor: Actor,
  publicId: string,
  count: number,
  file: string | undefined,
): Promise<void> {
  const { listProblems } = await import("../lib/imports/desk-imports");
  const words = problemWords();
  const { problems } = await listProblems(actor, publicId);
  for (const problem of problems.slice(0, SHOWN)) {
    const { row, column, detail } = problem;
    const place = [row > 0 ? `row ${row}` : null, column].filter(Boolean).join(", ");
    const { message, suggestion } = words(problem);
    const rule = detail === null || message.includes(detail) ? null : detail;
    console.log(`  ${place}: ${[message, rule, suggestion].filter(Boolean).join(" ")}`);
  }
  if (count > SHOWN)
    console.log(`  … ${count} problems in all${file ? "" : "; --problems FILE.csv writes them down"}.`);
  if (!file) return;
  const { readProblemsCsv } = await import("../lib/imports/problems-csv");
  const out = createWriteStream(file);
  for await (const part of readProblemsCsv(actor, publicId, words))
    if (!out.write(part)) await once(out, "drain");
  out.end();
  await once(out, "finish");
}

/** In English, as everything in a terminal is; the bare code where there are no words for it. */
function problemWords(): ProblemWords {
  const messages = JSON.parse(readFileSync("messages/en.json", "utf8"));
  const t = createTranslator({ locale: "en", messages, onError: () => {} });
  return ({ code, row, column, value, detail }) => {
    const given = { row, column: column ?? "", value: value ?? "", detail: detail ?? "" };
    const word = (part: string) => {
      const key = `imports.problem.${code}.${part}`;
      return t.has(key) ? t(key, given) : null;
    };
    return { message: word("message") ?? code, suggestion: word("suggestion") ?? "" };
  };
}
