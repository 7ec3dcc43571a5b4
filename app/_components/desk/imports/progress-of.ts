import { translator } from "@/lib/format/messages";
import type { ImportView } from "@/lib/imports/view-types";
import type { Told } from "./import-progress";

const MOVING = ["checking", "queued", "running", "undoing"];

/** Whether a worker has it, or is to take it up. */
export function isMoving({ state }: Pick<ImportView, "state">): boolean {
  return MOVING.includes(state);
}

/** How far an import is, in words and as numbers: rows, how many a second, and how long the rest takes. */
export function progressOf(view: ImportView, locale: string): Told {
  const t = translator(locale);
  const { state, rowsDone, rowsTotal, ratePerSecond, secondsLeft, isStopping, publicId } = view;
  const rows =
    rowsTotal === null
      ? t("desk.imports.progress.rows", { done: rowsDone })
      : t("desk.imports.progress.rowsOf", { done: rowsDone, total: rowsTotal });
  const parts = [
    isStopping ? t("desk.imports.progress.stopping") : t(`desk.imports.progress.${wordOf(state)}`),
    ...(rowsDone > 0 ? [rows] : []),
    ...(ratePerSecond === null ? [] : [t("desk.imports.progress.rate", { rate: Math.round(ratePerSecond) })]),
    ...(secondsLeft === null ? [] : [timeLeft(secondsLeft, locale)]),
  ];
  return {
    isMoving: isMoving(view),
    done: rowsDone,
    total: rowsTotal,
    text: parts.join(" "),
    next: `/${locale}/desk/imports/${publicId}?done=${state}`,
  };
}

function wordOf(state: ImportView["state"]): "checking" | "queued" | "running" | "undoing" {
  return state === "checking" || state === "running" || state === "undoing" ? state : "queued";
}

function timeLeft(seconds: number, locale: string): string {
  const t = translator(locale);
  return seconds < 90
    ? t("desk.imports.progress.secondsLeft", { seconds: Math.max(1, Math.ceil(seconds)) })
    : t("desk.imports.progress.minutesLeft", { minutes: Math.ceil(seconds / 60) });
}
