import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import { readCursor, writeCursor } from "../db/cursor";
import type { ImportState } from "../vocabulary";
import { mayUndo } from "./hold-import";
import type { ProblemCode } from "./problems";
import { ImportMapping } from "./schema";
import { type Counts, NO_COUNTS, type Reading } from "./types";
import { inTheWay, listInTheWay } from "./undo-obstacles";
import type { ImportInList, ImportProblemView, ImportView, SavedMapping } from "./view-types";

const PAGE = 25;
const PROBLEMS_PAGE = 100;

/** What was imported, the newest first, a page at a time; `next` leads to the one after, or is null. */
export async function listImports(
  actor: Actor,
  cursor: string | null = null,
): Promise<{ imports: ImportInList[]; next: string | null }> {
  authorise(actor, "import:make");
  const after = cursor === null ? null : readCursor(cursor);
  const behind = after
    ? { OR: [{ uploadedAt: { lt: after.at } }, { uploadedAt: after.at, id: { lt: after.id } }] }
    : {};
  const rows = await db().import.findMany({
    // A file that is still coming in, or broke off, is none yet.
    where: { sha256: { not: "" }, ...behind },
    include: { uploadedBy: { select: { id: true, name: true } } },
    orderBy: [{ uploadedAt: "desc" }, { id: "desc" }],
    take: PAGE + 1,
  });
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    imports: page.map((row) => ({
      publicId: row.publicId,
      fileName: row.fileName,
      format: row.format,
      fileSize: row.fileSize,
      state: row.state,
      rowsTotal: row.rowsTotal,
      rowsDone: row.rowsDone,
      counts: countsOf(row.counts),
      problemCount: row.problemCount,
      uploadedAt: row.uploadedAt,
      finishedAt: row.finishedAt,
      uploadedBy: row.uploadedBy,
    })),
    next: rows.length > PAGE && last ? writeCursor({ at: last.uploadedAt, id: last.id }) : null,
  };
}

/** One import as it stands at this moment, or null. */
export async function findImport(actor: Actor, publicId: string): Promise<ImportView | null> {
  authorise(actor, "import:make");
  const row = await db().import.findUnique({
    where: { publicId },
    include: {
      uploadedBy: { select: { id: true, name: true } },
      chunks: { select: { number: true }, take: 1 },
    },
  });
  if (!row || row.sha256 === "") return null;
  const hasFile = row.chunks.length > 0;
  const isOwn = row.uploadedById === actor.id;
  const canRun =
    isOwn && hasFile && (row.begunAt ? ["cancelled", "failed"].includes(row.state) : row.state === "checked");
  const { canUndo, whyNotUndo, undoes } = await undoing(row, actor);
  return {
    publicId: row.publicId,
    fileName: row.fileName,
    format: row.format,
    fileSize: row.fileSize,
    sha256: row.sha256,
    state: row.state,
    reading: row.reading as Reading,
    mapping: row.mapping === null ? null : ImportMapping.parse(row.mapping),
    isSubmitting: row.isSubmitting,
    rowsTotal: row.rowsTotal,
    rowsDone: row.rowsDone,
    counts: countsOf(row.counts),
    problemCount: row.problemCount,
    uploadedBy: row.uploadedBy,
    uploadedAt: row.uploadedAt,
    checkedAt: row.checkedAt,
    begunAt: row.begunAt,
    finishedAt: row.finishedAt,
    ...paceOf(row),
    isStopping: row.cancelAskedAt !== null,
    hasFile,
    canRun,
    canUndo,
    whyNotUndo,
    undoes,
    importedBefore: await findImportedBefore(row.id, row.sha256),
    failure: row.failure,
    version: row.version,
  };
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof db>["import"]["findUnique"]>>>;

function countsOf(counts: unknown): Counts {
  return { ...NO_COUNTS, ...(counts as Partial<Counts>) };
}

/** Rows a second since this step began, and how long the rest takes at that. */
function paceOf({ state, rowsTotal, rowsDone, stepFromRow, stepBegunAt, beatAt }: Row) {
  const isMoving = state === "checking" || state === "running";
  const seconds = stepBegunAt && beatAt ? (beatAt.getTime() - stepBegunAt.getTime()) / 1000 : 0;
  if (!isMoving || seconds < 1 || rowsDone <= stepFromRow) return { ratePerSecond: null, secondsLeft: null };
  const ratePerSecond = (rowsDone - stepFromRow) / seconds;
  const secondsLeft = rowsTotal === null ? null : Math.max(0, (rowsTotal - rowsDone) / ratePerSecond);
  return { ratePerSecond, secondsLeft };
}

const UNDOABLE: readonly ImportState[] = ["done", "cancelled", "failed"];

async function undoing(row: Row, actor: Actor) {
  if (!row.begunAt || !UNDOABLE.includes(row.state))
    return { canUndo: false, whyNotUndo: null, undoes: null };
  if (!mayUndo(actor, row))
    return {
      canUndo: false,
      whyNotUndo: "A colleague made this import: only they or an editor can undo it.",
      undoes: null,
    };
  const of = { importId: row.id };
  const [blocking, claims, changed, events] = await Promise.all([
    listInTheWay(db(), row.id),
    db().importedRecord.count({ where: { ...of, kind: "claim", isNew: true } }),
    db().importedRecord.count({ where: { ...of, kind: "claim", isNew: false } }),
    db().importedRecord.count({ where: { ...of, kind: "event", isNew: true } }),
  ]);
  const whyNotUndo = blocking.length > 0 ? inTheWay(blocking) : null;
  return { canUndo: whyNotUndo === null, whyNotUndo, undoes: { claims, changed, events } };
}

async function findImportedBefore(id: string, sha256: string) {
  const found = await db().import.findFirst({
    where: { sha256, id: { not: id }, state: "done", finishedAt: { not: null } },
    orderBy: { finishedAt: "desc" },
    select: { publicId: true, finishedAt: true },
  });
  return found?.finishedAt ? { publicId: found.publicId, finishedAt: found.finishedAt } : null;
}

/** A page of what is wrong, behind a position; `next` is that of its last one, or null. */
export async function listProblems(
  actor: Actor,
  publicId: string,
  after = 0,
): Promise<{ problems: ImportProblemView[]; next: number | null }> {
  authorise(actor, "import:make");
  const rows = await problemsBehind(publicId, after, PROBLEMS_PAGE + 1);
  const problems = rows.slice(0, PROBLEMS_PAGE);
  return { problems, next: rows.length > PROBLEMS_PAGE ? (problems.at(-1)?.position ?? null) : null };
}

async function problemsBehind(publicId: string, after: number, take: number): Promise<ImportProblemView[]> {
  const rows = await db().importProblem.findMany({
    where: { import: { publicId }, position: { gt: after } },
    orderBy: { position: "asc" },
    take,
  });
  return rows.map(({ importId: _, code, ...problem }) => ({ ...problem, code: code as ProblemCode }));
}

/** Everything that is wrong, some of it in memory at a time. */
export async function* readProblems(actor: Actor, publicId: string): AsyncGenerator<ImportProblemView> {
  authorise(actor, "import:make");
  for (let after = 0; ; ) {
    const problems = await problemsBehind(publicId, after, 1_000);
    yield* problems;
    const last = problems.at(-1);
    if (!last) return;
    after = last.position;
  }
}

/** The mappings that were saved for the next file of their kind, by name. */
export async function listMappings(actor: Actor): Promise<SavedMapping[]> {
  authorise(actor, "import:make");
  const rows = await db().importMapping.findMany({
    include: { savedBy: { select: { id: true, name: true } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, name, mapping, savedBy, savedAt, version }) => ({
    id,
    name,
    mapping: ImportMapping.parse(mapping),
    savedBy,
    savedAt,
    version,
  }));
}
