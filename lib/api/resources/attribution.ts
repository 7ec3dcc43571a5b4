import { z } from "zod";
import type { Prisma } from "../../../prisma/generated/client";
import { CARRIES, DOWNWARD_REASONS, QUALIFIERS } from "../../vocabulary";
import { apiUrl, pageUrl } from "./addresses";
import { claimantRef, Instant, instant, Ref, Wording, wordingResource } from "./parts";
import { ReportRef, reportRef, reportRefSelect } from "./report";

export const AttributionResource = z
  .strictObject({
    id: z.uuid(),
    version: z.number().int(),
    claim: z.strictObject({ id: z.string(), url: z.url() }),
    report: ReportRef,
    carries: z.enum(CARRIES),
    viaReport: ReportRef.nullable().meta({ description: "The report that this one had it from." }),
    viaClaimant: Ref.nullable().meta({ description: "The claimant that the report had it from." }),
    locator: z.string().nullable().meta({ description: "Where in the report, in our words." }),
    passage: Wording.nullable().meta({ description: "The exact words of the report." }),
    drift: z
      .strictObject({ text: z.string(), qualifier: z.enum(QUALIFIERS).nullable() })
      .nullable()
      .meta({ description: "The report's own figure, where it differs from the claim's." }),
    misreport: z.string().nullable().meta({ description: "What the report got wrong." }),
    downwardReason: z
      .enum(DOWNWARD_REASONS)
      .nullable()
      .meta({ description: "Why the figure fell, by this report." }),
    publishedAt: Instant.nullable(),
    links: z.strictObject({ claim: z.url(), report: z.url() }),
  })
  .meta({ description: "How one report carries one claim." });
export type AttributionResource = z.input<typeof AttributionResource>;

export const attributionResourceSelect = {
  id: true,
  version: true,
  claimId: true,
  claim: { select: { publicId: true } },
  report: { select: reportRefSelect },
  carries: true,
  viaReport: { select: reportRefSelect },
  viaClaimant: { select: { slug: true, name: true } },
  locator: true,
  passage: true,
  passageLanguage: true,
  passageTranslation: true,
  passageTranslatedBy: true,
  driftRaw: true,
  driftQualifier: true,
  misreport: true,
  downwardReason: true,
  publishedAt: true,
  createdAt: true,
} as const satisfies Prisma.AttributionSelect;

type Row = Prisma.AttributionGetPayload<{ select: typeof attributionResourceSelect }>;

/** An attribution as the API tells it. */
export function attributionResource(row: Row): AttributionResource {
  const { claim, report, passage, passageLanguage, passageTranslation, passageTranslatedBy } = row;
  return {
    id: row.id,
    version: row.version,
    claim: { id: claim.publicId, url: pageUrl(`/claims/${claim.publicId}`) },
    report: reportRef(report),
    carries: row.carries,
    viaReport: row.viaReport && reportRef(row.viaReport),
    viaClaimant: row.viaClaimant && claimantRef(row.viaClaimant),
    locator: row.locator,
    passage:
      passage === null || passageLanguage === null
        ? null
        : wordingResource({
            text: passage,
            language: passageLanguage,
            translation: passageTranslation,
            translatedBy: passageTranslatedBy,
          }),
    drift: row.driftRaw === null ? null : { text: row.driftRaw, qualifier: row.driftQualifier },
    misreport: row.misreport,
    downwardReason: row.downwardReason,
    publishedAt: row.publishedAt && instant(row.publishedAt),
    links: { claim: apiUrl(`/claims/${claim.publicId}`), report: apiUrl(`/reports/${report.publicId}`) },
  };
}
