import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import { type EvidenceFileView, evidenceFileSelect, toEvidenceFileView } from "./types";

/** A file that may be read by who asked: what it is, and its bytes in pieces. */
export type OpenFile = EvidenceFileView & { pieces(): AsyncGenerator<Uint8Array> };

const PIECE_BYTES = 1024 * 1024;

/** The file at an address, where `condition` lets it through; null where there is none. */
export async function openFile(
  publicId: string,
  condition: Prisma.EvidenceFileWhereInput,
): Promise<OpenFile | null> {
  const row = await db().evidenceFile.findFirst({
    where: { publicId, ...condition },
    select: { id: true, ...evidenceFileSelect },
  });
  if (!row) return null;
  const { id, ...facts } = row;
  return { ...toEvidenceFileView(facts), pieces: () => readPieces(id, facts.size) };
}

// A piece at a time: whoever reads slowly holds one of them in memory, and not the whole file.
async function* readPieces(id: string, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 1; from <= size; from += PIECE_BYTES) {
    const [row] = await db().$queryRaw<{ piece: Uint8Array | null }[]>`
      select substring(bytes from ${from}::int for ${PIECE_BYTES}::int) as piece
      from evidence_file where id = ${id}::uuid`;
    if (!row?.piece) throw new Error("The bytes of this file were removed while it was read.");
    yield row.piece;
  }
}
