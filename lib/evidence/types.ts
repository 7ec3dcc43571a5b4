import type { Prisma } from "../../prisma/generated/client";

/** A file of evidence as pages tell of it. */
export type EvidenceFileView = {
  /** Its address is /files/ and this. */
  publicId: string;
  name: string;
  /** Media type, found in the bytes. */
  type: string;
  /** In bytes. */
  size: number;
  /** In hex. */
  sha256: string;
  /** An admin removed its bytes (R35). */
  isRemoved: boolean;
};

/** What a file is told by. Never its bytes, which are read by themselves. */
export const evidenceFileSelect = {
  publicId: true,
  name: true,
  type: true,
  size: true,
  sha256: true,
  removedAt: true,
} as const satisfies Prisma.EvidenceFileSelect;

type Row = Prisma.EvidenceFileGetPayload<{ select: typeof evidenceFileSelect }>;

export function toEvidenceFileView({ removedAt, ...row }: Row): EvidenceFileView {
  return { ...row, isRemoved: removedAt !== null };
}
