import "server-only";
import { db } from "../../db/client";
import { publishedAttribution } from "../../publishing/gate";
import { CARRIES, DOWNWARD_REASONS, QUALIFIERS } from "../../vocabulary";
import { code, instant, required, text, whereAndWhen } from "../columns";
import { afterId, idOf } from "../keyset";
import { OfEvent } from "../schema";
import { inBatches, ROWS_PER_BATCH, type Table } from "../table";

/** How reports carry published claims; those of one event where it is named. */
export const attributions: Table<OfEvent> = {
  name: "attributions",
  key: ["claim", "report", "locator"],
  refersTo: { claim: "claims", report: "reports", event: "events" },
  query: OfEvent,
  columns: [
    text("claim", required),
    text("report", required),
    text("event", required),
    code("carries", CARRIES, required),
    text("via_report"),
    text("via_claimant"),
    text("locator"),
    text("passage"),
    text("passage_language"),
    text("passage_translation"),
    text("passage_translated_by"),
    text("drift"),
    code("drift_qualifier", QUALIFIERS),
    text("misreport"),
    code("downward_reason", DOWNWARD_REASONS),
    instant("published_at", required),
    ...whereAndWhen,
  ],
  batches({ event }, { site, retrievedAt }) {
    const ofEvent = event ? { claim: { event: { slug: event } } } : {};
    return inBatches(
      (after: string | null) =>
        db().attribution.findMany({
          where: { AND: [publishedAttribution, afterId(after), ofEvent] },
          include: {
            claim: { select: { publicId: true, event: { select: { slug: true } } } },
            report: { select: { publicId: true } },
            viaReport: { select: { publicId: true } },
            viaClaimant: { select: { slug: true } },
          },
          orderBy: { id: "asc" },
          take: ROWS_PER_BATCH,
        }),
      idOf,
      (attribution) => [
        attribution.claim.publicId,
        attribution.report.publicId,
        attribution.claim.event.slug,
        attribution.carries,
        attribution.viaReport?.publicId ?? null,
        attribution.viaClaimant?.slug ?? null,
        attribution.locator,
        attribution.passage,
        attribution.passageLanguage,
        attribution.passageTranslation,
        attribution.passageTranslatedBy,
        attribution.driftRaw,
        attribution.driftQualifier,
        attribution.misreport,
        attribution.downwardReason,
        attribution.publishedAt?.toISOString() ?? null,
        `${site}/claims/${attribution.claim.publicId}`,
        retrievedAt,
      ],
    );
  },
};
