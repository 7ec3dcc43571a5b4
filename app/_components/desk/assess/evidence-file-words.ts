import { EVIDENCE_FILE_TYPES } from "@/lib/evidence/file-types";
import { translator } from "@/lib/format/messages";

/** The words of the field for a file of evidence, in one language. Where a name is known only in the browser: fillIn. */
export type EvidenceFileWords = ReturnType<typeof evidenceFileWords>;

/** See EvidenceFileWords. */
export function evidenceFileWords(locale: string) {
  const t = translator(locale);
  const name = "{name}";
  return {
    label: t("desk.evidence.label"),
    hint: t("desk.evidence.hint"),
    uploading: t("desk.evidence.uploading", { name }),
    progress: t("desk.evidence.progress", { name }),
    stop: t("desk.evidence.stop"),
    stopped: t("desk.evidence.stopped"),
    kept: t("desk.evidence.kept", { name }),
    remove: t("desk.evidence.remove"),
    removeNamed: t("desk.evidence.removeNamed", { name }),
    isRemoved: t("desk.evidence.isRemoved", { name }),
    wait: t("desk.evidence.wait"),
    tooLarge: t("desk.evidence.tooLarge", { name, size: "{size}" }),
    empty: t("desk.evidence.empty", { name }),
    failed: t("desk.evidence.failed"),
    details: t("evidenceFile.details", { type: "{type}", size: "{size}" }),
    /** By media type. */
    types: Object.fromEntries(
      Object.entries(EVIDENCE_FILE_TYPES).map(([type, { code }]) => [type, t(`evidenceFile.type.${code}`)]),
    ) as Record<string, string>,
    other: t("evidenceFile.other"),
  };
}
