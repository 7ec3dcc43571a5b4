import { translator } from "@/lib/format/messages";
import { EVIDENCE_KINDS, EVIDENCE_STANCES, VERIFICATIONS } from "@/lib/vocabulary";
import type { Option } from "../select-field";
import { evidenceFileWords } from "./evidence-file-words";

/** The words of the form of an assessment, in one language: made by its page, since the catalogue stays there. */
export type AssessWords = ReturnType<typeof assessWords>;

/** See AssessWords. "Corroborated" is a choice only where there are figures to test it against (R12). */
export function assessWords(locale: string, hasCandidates: boolean) {
  const t = translator(locale);
  return {
    label: {
      status: t("desk.assess.status"),
      corroboratingId: t("desk.assess.corroboratingId"),
      overrideReason: t("desk.assess.overrideReason"),
      reason: t("desk.assess.reason"),
      whatWouldChange: t("desk.assess.whatWouldChange"),
      evidence: t("desk.assess.evidence"),
    },
    hint: {
      corroboratingId: t("desk.assess.corroboratingHint"),
      overrideReason: t("desk.assess.overrideHint"),
      reason: t("desk.assess.reasonHint"),
      whatWouldChange: t("desk.assess.whatWouldChangeHint"),
      evidence: t("desk.assess.evidenceHint"),
      archiveUrl: t("desk.assess.archiveHint"),
    },
    piece: {
      title: t("desk.assess.piece", { number: "{number}" }),
      kind: t("desk.assess.kind"),
      stance: t("desk.assess.stance"),
      url: t("desk.assess.url"),
      archiveUrl: t("desk.assess.archiveUrl"),
      reportId: t("desk.assess.reportId"),
      fileId: t("desk.evidence.label"),
      note: t("desk.assess.note"),
    },
    file: evidenceFileWords(locale),
    choose: t("desk.assess.choose"),
    add: t("desk.assess.add"),
    remove: t("desk.assess.remove"),
    removeNth: t("desk.assess.removeNth", { number: "{number}" }),
    submit: t("desk.assess.submit"),
    statuses: VERIFICATIONS.filter((status) => status !== "corroborated" || hasCandidates).map((value) => ({
      value,
      label: t(`verification.${value}.label`),
      hint: t(`verification.${value}.explanation`),
    })),
    kinds: EVIDENCE_KINDS.map((value): Option => ({ value, label: t(`evidenceKind.${value}.label`) })),
    stances: EVIDENCE_STANCES.map((value): Option => ({ value, label: t(`evidenceStance.${value}.label`) })),
  };
}
