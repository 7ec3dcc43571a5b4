import type { ClaimRef } from "@/lib/claims/types";
import { parseEdtf } from "@/lib/dates/edtf";
import { type Translate, translator } from "@/lib/format/messages";
import type { Moment, News } from "@/lib/past/moments";
import { DateText } from "../ui/date-text";

/** When something changed, as a link says it: the day, or the minute, by the clocks of the event. */
export function MomentDate({ text, zone, locale }: { text: string; zone: string; locale: string }) {
  const parsed = parseEdtf(text, zone);
  return parsed.ok ? <DateText date={parsed.date} locale={locale} form="short" /> : text;
}

/** What was new at a moment: the newest change by its words and its claimant, and how many more there were. */
export function MomentNews({ moment, locale }: { moment: Moment; locale: string }) {
  const t = translator(locale);
  return (
    <>
      <bdi>{newsWords(moment.news, t)}</bdi>
      {moment.others > 0 ? <> {t("asOf.news.others", { count: moment.others })}</> : null}
    </>
  );
}

function newsWords(news: News, t: Translate): string {
  switch (news.kind) {
    case "figure":
      return claimWords(news.claim, t);
    case "statement":
      return t("asOf.news.statement", {
        topic: t(`topic.${news.topic}.label`),
        claimant: news.claim.claimant.name,
      });
    case "assessment":
      return t("asOf.news.assessment", {
        what: claimWords(news.claim, t),
        status: t(`verification.${news.status}.label`),
      });
    case "estimate":
      return news.raw === null
        ? t("asOf.news.estimateWithdrawn", { measure: news.measureLabel })
        : t("asOf.news.estimate", { measure: news.measureLabel, raw: news.raw });
    default:
      return t(`asOf.news.${news.kind}`, { what: claimWords(news.claim, t) });
  }
}

function claimWords({ raw, claimant }: ClaimRef, t: Translate): string {
  return raw === null
    ? t("asOf.news.statementBy", { claimant: claimant.name })
    : t("asOf.news.figure", { raw, claimant: claimant.name });
}
