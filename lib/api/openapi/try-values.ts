import "server-only";
import { db } from "../../db/client";
import { publicPublication, published } from "../../publishing/gate";

/** Records of this site that a request can be tried with, by the name of the parameter; empty where there are none. */
export type TryValues = Record<
  "event" | "measure" | "claim" | "claims" | "claimant" | "publication" | "report",
  string
>;

/** The newest figures and what belongs to them. A bounded number of queries. */
export async function findTryValues(): Promise<TryValues> {
  const [figures, publication] = await Promise.all([
    db().claim.findMany({
      where: { ...published, type: "figure" },
      orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
      take: 2,
      select: {
        publicId: true,
        event: { select: { slug: true } },
        measure: { select: { slug: true } },
        claimant: { select: { slug: true } },
        attributions: {
          where: { publishedAt: { not: null } },
          take: 1,
          select: { report: { select: { publicId: true } } },
        },
      },
    }),
    db().publication.findFirst({
      where: publicPublication,
      orderBy: { slug: "asc" },
      select: { slug: true },
    }),
  ]);
  const [figure] = figures;
  return {
    event: figure?.event.slug ?? "",
    measure: figure?.measure?.slug ?? "",
    claim: figure?.publicId ?? "",
    claims: figures.map(({ publicId }) => publicId).join(","),
    claimant: figure?.claimant.slug ?? "",
    publication: publication?.slug ?? "",
    report: figures.flatMap(({ attributions }) => attributions)[0]?.report.publicId ?? "",
  };
}
