import { measureWords } from "@/app/_components/desk/records/measure-words";
import { options } from "@/app/_components/desk/records/words-of";
import { translator } from "@/lib/format/messages";
import { CARRIES, CLAIMANT_KINDS, PERSON_CLASSES, STANDINGS, TOPICS, TOTALS } from "@/lib/vocabulary";

const FIELDS = ["eventId", "url", "text", "title", "publicationId", "published", "language"] as const;

/** The words of the form in which an article is given, in one language. */
export function articleFormWords(locale: string) {
  const t = translator(locale);
  const label = Object.fromEntries(FIELDS.map((field) => [field, t(`desk.article.field.${field}`)]));
  return {
    label: label as Record<(typeof FIELDS)[number], string>,
    hint: {
      url: t("desk.article.hint.url"),
      text: t("desk.article.hint.text"),
      publicationId: t("desk.article.hint.publicationId"),
      published: t("desk.article.hint.published"),
    },
    read: t("desk.article.read"),
    find: t("desk.article.find"),
    about: t("desk.article.about"),
  };
}
export type ArticleFormWords = ReturnType<typeof articleFormWords>;

const REVIEW_FIELDS = [
  "decision",
  "figure",
  "statement",
  "topic",
  "measure",
  "personClass",
  "total",
  "claimant",
  "claimantName",
  "claimantKind",
  "carries",
  "via",
  "viaName",
  "stated",
  "asOf",
  "standing",
  "attach",
] as const;

/** The words of the page on which the claims of an article are looked at, in one language. */
export function reviewWords(locale: string) {
  const t = translator(locale);
  const label = Object.fromEntries(REVIEW_FIELDS.map((field) => [field, t(`desk.article.review.${field}`)]));
  return {
    label: label as Record<(typeof REVIEW_FIELDS)[number], string>,
    accept: t("desk.article.review.accept"),
    reject: t("desk.article.review.reject"),
    undecided: t("desk.article.review.undecided"),
    change: t("desk.article.review.change"),
    newClaimant: t("desk.article.review.newClaimant"),
    newMeasure: t("desk.article.review.newMeasure", { label: "{label}" }),
    nobody: t("desk.article.review.nobody"),
    attachAsk: t("desk.article.review.attachAsk"),
    attachNo: t("desk.article.review.attachNo"),
    attachUnsure: t("desk.article.review.attachUnsure"),
    statedHint: t("desk.article.review.statedHint"),
    acceptAll: t("desk.article.review.acceptAll"),
    rejectAll: t("desk.article.review.rejectAll"),
    save: t("desk.article.review.save", { count: "{count}" }),
    saveNone: t("desk.article.review.saveNone"),
    decided: t("desk.article.review.decided", { decided: "{decided}", all: "{all}" }),
    kept: t("desk.article.review.kept"),
    notKept: t("desk.article.review.notKept"),
    signedOut: t("desk.article.review.signedOut"),
    claimantKinds: options(CLAIMANT_KINDS, (code) => t(`claimantKind.${code}.label`)),
    personClasses: options(PERSON_CLASSES, (code) => t(`personClass.${code}.label`)),
    totals: options(TOTALS, (code) => t(`total.${code}.label`)),
    carries: options(CARRIES, (code) => t(`carries.${code}.label`)),
    standings: options(
      STANDINGS.filter((code) => code !== "disowned"),
      (code) => t(`standing.${code}.label`),
    ),
    topics: options(TOPICS, (code) => t(`topic.${code}.label`)),
    measure: measureWords(t),
  };
}
export type ReviewWords = ReturnType<typeof reviewWords>;
