import { translator } from "@/lib/format/messages";
import { BASES, CARRIES, DOWNWARD_REASONS, QUALIFIERS, STANDINGS, TOPICS } from "@/lib/vocabulary";
import type { Option } from "../select-field";

const FIELDS = [
  "type",
  "eventId",
  "reportId",
  "claimantId",
  "measureId",
  "figure",
  "topic",
  "statement",
  "stated",
  "asOf",
  "eventTime",
  "basis",
  "standing",
  "language",
  "translation",
  "translatedBy",
  "isForecast",
  "isFromMemory",
  "byHand",
  "qualifier",
  "low",
  "high",
  "central",
  "relativeToId",
  "carries",
  "viaReportId",
  "viaClaimantId",
  "locator",
  "passage",
  "passageLanguage",
  "passageTranslation",
  "passageTranslatedBy",
  "driftRaw",
  "misreport",
  "submitForReview",
  "reason",
] as const;

const HINTS = [
  "reportId",
  "claimantId",
  "measureId",
  "figure",
  "stated",
  "asOf",
  "eventTime",
  "basis",
  "language",
  "isFromMemory",
  "isForecast",
  "byHand",
  "passage",
  "locator",
  "driftRaw",
  "misreport",
  "relativeToId",
  "submitForReview",
] as const;

/** The words of a claim's form, in one language: made on the server, handed to the browser. */
export type ClaimFormWords = ReturnType<typeof claimFormWords>;

export function claimFormWords(locale: string) {
  const t = translator(locale);
  const options = <C extends string>(codes: readonly C[], word: (code: C) => string): Option[] =>
    codes.map((code) => ({ value: code, label: word(code) }));
  return {
    label: Object.fromEntries(FIELDS.map((field) => [field, t(`desk.log.field.${field}`)])) as Record<
      (typeof FIELDS)[number],
      string
    >,
    hint: Object.fromEntries(HINTS.map((field) => [field, t(`desk.log.hint.${field}`)])) as Record<
      (typeof HINTS)[number],
      string
    >,
    type: { figure: t("claimType.figure.label"), statement: t("claimType.statement.label") },
    topics: options(TOPICS, (code) => t(`topic.${code}.label`)),
    bases: options(BASES, (code) => t(`basis.${code}.label`)),
    standings: options(
      STANDINGS.filter((code) => code !== "disowned"),
      (code) => t(`standing.${code}.label`),
    ),
    carries: options(CARRIES, (code) => t(`carries.${code}.label`)),
    qualifiers: options(QUALIFIERS, (code) => t(`qualifier.${code}.label`)),
    downwardReasons: options(DOWNWARD_REASONS, (code) => t(`downwardReason.${code}.label`)),
    choose: t("desk.log.chooseOne"),
    carriedTitle: t("desk.log.carriedTitle"),
    moreTitle: t("desk.log.moreTitle"),
    known: {
      title: t("desk.log.known.title"),
      empty: t("desk.log.known.empty"),
      reads: t("desk.log.known.reads"),
      same: t("desk.log.known.same"),
      sameAttach: t("desk.log.known.sameAttach"),
      twin: t("desk.log.known.twin"),
      twinLead: t("desk.log.known.twinLead"),
      supersedes: t("desk.log.known.supersedes"),
      supersedesLead: t("desk.log.known.supersedesLead"),
      yesTwin: t("desk.log.known.yesTwin"),
      noTwin: t("desk.log.known.noTwin"),
      yesSupersedes: t("desk.log.known.yesSupersedes"),
      noSupersedes: t("desk.log.known.noSupersedes"),
      unsure: t("desk.log.known.unsure"),
      whyFell: t("desk.log.known.whyFell"),
      warnings: t("desk.log.known.warnings"),
      readings: t("desk.log.known.readings"),
      failed: t("desk.log.known.failed"),
    },
    draft: {
      restored: t("desk.log.draft.restored", { time: "{time}" }),
      anew: t("desk.log.draft.anew"),
      kept: t("desk.log.draft.kept", { time: "{time}" }),
      keptHere: t("desk.log.draft.keptHere"),
      signedOut: t("desk.log.draft.signedOut"),
      signIn: t("desk.log.draft.signIn"),
    },
    save: t("desk.log.save"),
    another: t("desk.log.another"),
    keys: t("desk.log.keys"),
  };
}
