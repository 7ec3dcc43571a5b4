import "server-only";
import type { Actor } from "../auth/actor";
import type { Transaction } from "../db/client";
import { Invalid } from "../errors";

type Named = { fileId: string | null };
type InHistory<Item> = Item & { file?: { sha256: string; name: string; size: number } };

/**
 * The evidence of an assessment as its revision keeps it: a file with its name, its size and its SHA-256, so that the
 * history tells which it was. Throws Invalid for one that is not there, that a colleague uploaded and no assessment
 * names yet, or whose bytes were removed (R35).
 */
export async function evidenceForHistory<Item extends Named>(
  tx: Transaction,
  actor: Actor,
  evidence: readonly Item[],
): Promise<InHistory<Item>[]> {
  const ids = evidence.flatMap(({ fileId }) => fileId ?? []);
  if (ids.length === 0) return [...evidence];
  const files = await tx.evidenceFile.findMany({
    where: { id: { in: ids }, OR: [{ uploadedById: actor.id }, { evidence: { some: {} } }] },
    select: { id: true, sha256: true, name: true, size: true, removedAt: true },
  });
  const fileOf = new Map(files.map(({ id, removedAt, ...file }) => [id, { removedAt, file }]));

  const wrong = evidence.flatMap(({ fileId }, at): [string, string][] => {
    if (fileId === null) return [];
    const found = fileOf.get(fileId);
    if (!found) return [[`evidence.${at}.fileId`, "This file is not here any more: add it again."]];
    return found.removedAt ? [[`evidence.${at}.fileId`, "An admin removed this file: take it out."]] : [];
  });
  if (wrong.length > 0) throw new Invalid(Object.fromEntries(wrong));
  return evidence.map((item) => {
    const found = item.fileId === null ? undefined : fileOf.get(item.fileId);
    return found ? { ...item, file: found.file } : { ...item };
  });
}
