import type { Attribution } from "../../prisma/generated/client";
import type { Json } from "../history/digest";
import type { ParsedAttribution } from "./schema";

/** The columns of an attribution that hold what was typed of it. */
export function attributionColumns({ passage, drift, ...attribution }: ParsedAttribution) {
  return {
    ...attribution,
    passage: passage?.text ?? null,
    passageLanguage: passage?.language ?? null,
    passageTranslation: passage?.translation ?? null,
    passageTranslatedBy: passage?.translatedBy ?? null,
    driftRaw: drift?.raw ?? null,
    driftQualifier: drift?.qualifier ?? null,
  };
}

/** The way back: what was typed of a stored attribution. */
export function attributionOf(row: Attribution): ParsedAttribution {
  return {
    reportId: row.reportId,
    carries: row.carries,
    viaReportId: row.viaReportId,
    viaClaimantId: row.viaClaimantId,
    locator: row.locator,
    passage:
      row.passage === null || row.passageLanguage === null
        ? null
        : {
            text: row.passage,
            language: row.passageLanguage,
            translation: row.passageTranslation,
            translatedBy: row.passageTranslatedBy,
          },
    drift: row.driftRaw === null ? null : { raw: row.driftRaw, qualifier: row.driftQualifier },
    misreport: row.misreport,
    downwardReason: row.downwardReason,
  };
}

/** The fields of an attribution as its history keeps them, in one order. */
export function attributionFields(attribution: ParsedAttribution) {
  const { reportId, carries, viaReportId, viaClaimantId, locator, misreport, downwardReason } = attribution;
  const { passage, drift } = attribution;
  return {
    reportId,
    carries,
    viaReportId,
    viaClaimantId,
    locator,
    passage: passage && {
      text: passage.text,
      language: passage.language,
      translation: passage.translation,
      translatedBy: passage.translatedBy,
    },
    drift: drift && { raw: drift.raw, qualifier: drift.qualifier },
    misreport,
    downwardReason,
  } satisfies Record<string, Json>;
}
