import type { ImportFormat, ImportState } from "../vocabulary";
import type { ImportMapping } from "./schema";
import type { Counts, ImportProblem, Reading } from "./types";

/** One import as the desk shows it. */
export type ImportView = {
  publicId: string;
  fileName: string;
  format: ImportFormat;
  /** In bytes. */
  fileSize: number;
  /** In hex. */
  sha256: string;
  state: ImportState;
  reading: Reading;
  mapping: ImportMapping | null;
  isSubmitting: boolean;
  /** Null: not counted yet. */
  rowsTotal: number | null;
  rowsDone: number;
  counts: Counts;
  problemCount: number;
  uploadedBy: { id: string; name: string };
  uploadedAt: Date;
  checkedAt: Date | null;
  begunAt: Date | null;
  finishedAt: Date | null;
  /** Rows, while it is checked or run; null: not known yet. */
  ratePerSecond: number | null;
  secondsLeft: number | null;
  isStopping: boolean;
  /** Whether the file is still there: it is thrown away when an import is over. */
  hasFile: boolean;
  /** Whether its claims can be asked for again, from where the run stopped. */
  canRun: boolean;
  canUndo: boolean;
  /** A sentence; null: nobody would want to, or it can be undone. */
  whyNotUndo: string | null;
  /** The claims that undoing would lay aside, and those that it would set back. */
  undoes: { claims: number; changed: number; events: number } | null;
  /** The same file, imported before. */
  importedBefore: { publicId: string; finishedAt: Date } | null;
  /** What went wrong with the file as a whole, in a sentence. */
  failure: string | null;
  version: number;
};

/** One line of the list of imports. */
export type ImportInList = Pick<
  ImportView,
  | "publicId"
  | "fileName"
  | "format"
  | "fileSize"
  | "state"
  | "rowsTotal"
  | "rowsDone"
  | "counts"
  | "problemCount"
  | "uploadedAt"
  | "finishedAt"
> & { uploadedBy: { id: string; name: string } };

/** A problem with its place in the list. */
export type ImportProblemView = ImportProblem & { position: number };

/** A mapping that was saved for the next file of its kind. */
export type SavedMapping = {
  id: string;
  name: string;
  mapping: ImportMapping;
  savedBy: { id: string; name: string };
  savedAt: Date;
  version: number;
};
