import { tellDate } from "@/app/_components/ui/date-text";
import type { Namer } from "@/lib/articles/article-input";
import type { OpenArticle } from "@/lib/articles/open-article";
import { parseEdtf } from "@/lib/dates/edtf";
import type { Candidate, Mention, Span } from "@/lib/extraction/types";
import { type Translate, translator } from "@/lib/format/messages";
import { formatQuantity } from "@/lib/format/quantity";

/** A candidate as its page shows it: what it says, why, and what its fields begin with. */
export type CandidateView = {
  place: number;
  type: Candidate["type"];
  /** The claim in a line: its figure and what is counted, or what it is about. */
  title: string;
  /** Who is taken to say it, and when: what is accepted as it stands. */
  reads: string;
  /** The sentence, with the candidate's own words in the middle. */
  passage: { before: string; own: string; after: string };
  /** Which words said so: what they say, and the words. */
  why: { what: string; words: string }[];
  warnings: string[];
  /** The best matches, before all others. */
  claimants: { value: string; label: string }[];
  vias: { value: string; label: string }[];
  measures: { value: string; label: string }[];
  newMeasure: string;
  /** What is on file and may be the same. */
  onFile: { value: string; label: string }[];
  start: Record<string, string>;
};

/** The candidates of an article in words. */
export function candidateViews(open: OpenArticle, name: Namer, locale: string): CandidateView[] {
  const { candidates, article, matched, starts } = open;
  const t = translator(locale);
  return candidates.map((candidate, place) => {
    const match = matched.matches[place];
    const cut = (from: number, to: number) => article.text.slice(from, to);
    const { passage, start, end } = candidate;
    const named = (list: readonly { id: string; name: string }[] = []) =>
      list.map(({ id: value, name: label }) => ({ value, label }));
    return {
      place,
      type: candidate.type,
      title: titleOf(candidate, locale, t),
      reads: readsOf(starts[place] ?? {}, match?.claimants[0]?.name, open, locale, t),
      passage: {
        before: cut(passage.start, start),
        own: cut(Math.max(start, passage.start), Math.min(end, passage.end)),
        after: cut(end, passage.end),
      },
      why: whyOf(candidate, cut, t),
      warnings: warningsOf(candidate, candidates, t),
      claimants: named(match?.claimants),
      vias: named(match?.vias),
      measures: (match?.measures ?? []).map(({ id: value, label }) => ({ value, label })),
      newMeasure:
        candidate.type === "figure" ? name(candidate, candidate.personClass ?? "unspecified").label : "",
      onFile: (match?.claims ?? []).map((claim) => ({
        value: claim.id,
        label: onFileWords(claim, locale, t),
      })),
      start: { ...starts[place] },
    };
  });
}

function titleOf(candidate: Candidate, locale: string, t: Translate): string {
  if (candidate.type === "statement") return t(`topic.${candidate.topic}.label`);
  const kinds = candidate.kinds.map((kind) => t(`kind.${kind}.word`));
  const what =
    candidate.unit?.replace(/_/g, " ") ??
    kinds.reduce((first, last) => t("desk.measure.or", { first, last }));
  const figure = formatQuantity(candidate.quantity, locale);
  const whom = candidate.unit ? "" : (candidate.population?.text ?? "");
  return t("desk.article.review.figureTitle", { figure: `${figure} ${whom}`.trim(), what });
}

function readsOf(
  start: Readonly<Record<string, string>>,
  matched: string | undefined,
  { event }: OpenArticle,
  locale: string,
  t: Translate,
): string {
  const stated = parseEdtf(start.stated ?? "", event.occurred.zone);
  const date = stated.ok ? tellDate(stated.date, locale) : t("desk.article.review.noDate");
  const claimant = matched ?? t("desk.article.review.newNamed", { name: start.claimantName ?? "" });
  return t("desk.article.review.reads", { claimant, date });
}

type Cut = (from: number, to: number) => string;

function whyOf(candidate: Candidate, cut: Cut, t: Translate): CandidateView["why"] {
  const words = (span: Span | Mention | null | undefined) => (span ? cut(span.start, span.end) : null);
  const said = {
    claimant:
      [candidate.claimant, candidate.claimantCue].flatMap((span) => words(span) ?? []).join(" … ") || null,
    via: words(candidate.via),
    counted: candidate.type === "figure" ? words(candidate.kindsCue) : words(candidate.topicCue),
    date: words(candidate.stated),
  };
  return Object.entries(said).flatMap(([what, told]) =>
    told ? [{ what: t(`desk.article.review.why.${what as keyof typeof said}`), words: told }] : [],
  );
}

function warningsOf(candidate: Candidate, all: readonly Candidate[], t: Translate): string[] {
  const warnings: string[] = [];
  if (!candidate.claimant) warnings.push(t("desk.article.review.warn.nobody"));
  if (candidate.denied)
    warnings.push(
      t("desk.article.review.warn.denied", {
        by: candidate.denied.by?.text ?? t("desk.article.review.somebody"),
      }),
    );
  if (candidate.hedge) warnings.push(t("desk.article.review.warn.hedged"));
  if (candidate.type === "statement") return warnings;
  const whole = candidate.partOf === null ? null : all[candidate.partOf];
  if (whole?.type === "figure")
    warnings.push(t("desk.article.review.warn.part", { whole: whole.figure.text }));
  if (candidate.increment) warnings.push(t("desk.article.review.warn.increment"));
  if (candidate.rate) warnings.push(t("desk.article.review.warn.rate"));
  return warnings;
}

function onFileWords(
  {
    claimantName,
    wording,
    statedEdtf,
    statedZone,
  }: OpenArticle["matched"]["matches"][number]["claims"][number],
  locale: string,
  t: Translate,
): string {
  const stated = parseEdtf(statedEdtf, statedZone);
  const date = stated.ok ? tellDate(stated.date, locale) : statedEdtf;
  return t("desk.article.review.onFile", { claimant: claimantName, wording, date });
}
