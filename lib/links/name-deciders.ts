import "server-only";
import { db } from "../db/client";
import type { Decided } from "./types";

type Decision = { decidedBy: string | null; decidedAt: Date | null };

/** Who decided each of these, and when. One query. */
export async function nameDeciders(rows: readonly Decision[]): Promise<(row: Decision) => Decided> {
  const ids = [...new Set(rows.flatMap(({ decidedBy }) => decidedBy ?? []))];
  const people =
    ids.length === 0
      ? []
      : await db().actor.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return ({ decidedBy, decidedAt }) =>
    decidedBy && decidedAt
      ? { by: people.find(({ id }) => id === decidedBy)?.name ?? "", at: decidedAt.getTime() }
      : null;
}
