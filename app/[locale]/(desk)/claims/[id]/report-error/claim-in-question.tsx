import { claimHref } from "@/app/_components/figures/figure-name";
import { DateText } from "@/app/_components/ui/date-text";
import type { ReportableClaim } from "@/lib/error-reports/queries";
import { directionOf, translator } from "@/lib/format/messages";

/** The claim as it now stands, in which the reader found an error. */
export function ClaimInQuestion({ claim, locale }: { claim: ReportableClaim; locale: string }) {
  const t = translator(locale);
  const { publicId, version, wording, measure, claimantName, stated, event } = claim;
  return (
    <section className="border-s-3 border-rule-strong ps-5 self-start min-w-0">
      <h2 className="small text-muted font-sans font-normal">{t("errorReport.claim")}</h2>
      <p className={measure ? "figure text-2xl" : "font-serif text-lg"}>
        <bdi className="wrap-anywhere" lang={wording.language} dir={directionOf(wording.language)}>
          {wording.text}
        </bdi>
      </p>
      {measure ? (
        <p className="font-serif text-lg leading-snug">
          <bdi>{measure}</bdi>
        </p>
      ) : null}
      <p className="mt-2">
        <bdi>{claimantName}</bdi>, <DateText date={stated} locale={locale} />
      </p>
      <p className="text-muted">
        <bdi>{event.title}</bdi>
      </p>
      <p className="mt-2 small">
        <a href={claimHref(locale, publicId)}>{t("errorReport.back", { id: publicId, version })}</a>
      </p>
    </section>
  );
}
