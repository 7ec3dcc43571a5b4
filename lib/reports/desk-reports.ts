import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import { publicReport } from "../publishing/gate";
import { valuesOf } from "./report-row";
import type { EditReport } from "./schema";

/** A report as the desk shows it: what an edit begins with, and what hangs on it. */
export type DeskReport = {
  /** Whole input of editReport, but for the reason. */
  values: Required<Omit<EditReport, "reason">>;
  publicId: string;
  publication: { id: string; slug: string; name: string };
  /** The address by which it is known as the same (R29). */
  canonicalUrl: string | null;
  /** Readers see it: an edit needs an editor, and a reason. */
  isPublic: boolean;
  attributionCount: number;
};

/** A report by its public id, public or not, or null. */
export async function findReportForDesk(actor: Actor, publicId: string): Promise<DeskReport | null> {
  authorise(actor, "record:edit");
  const row = await db().report.findUnique({
    where: { publicId },
    include: {
      publication: { select: { id: true, slug: true, name: true } },
      _count: { select: { attributions: true } },
    },
  });
  if (!row) return null;
  const { published, ...values } = valuesOf(row);
  return {
    values: {
      id: row.id,
      version: row.version,
      ...values,
      published: published && { edtf: published.edtf, zone: published.zone },
    },
    publicId,
    publication: row.publication,
    canonicalUrl: row.canonicalUrl,
    isPublic: (await db().report.count({ where: { id: row.id, ...publicReport } })) > 0,
    attributionCount: row._count.attributions,
  };
}
