import type { ReactNode } from "react";
import type { DocumentedMinimumView, MeasureView, RangeEndView } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import type { ChartChoice } from "./chart-model";
import { RefLink } from "./figure-ref";
import { endText, isSingle, rangeEnds, rangeText } from "./range-words";

type Props = { measure: MeasureView; choice: ChartChoice; path: string; locale: string };

/** The three things to know first: the reported range, the documented minimum, and what both rest on. */
export function MeasureSummary({ measure, choice, path, locale }: Props) {
  const t = translator(locale);
  const originsHref = `${path}/origins#${measure.slug}`;
  const range = choice.withAnonymous ? measure.rangeWithAnonymous : measure.range;
  const documented = measure.documentedMinimum[0];
  return (
    <dl className="grid gap-x-8 gap-y-5 py-5 sm:grid-cols-[1.6fr_1.2fr_1fr] border-b border-rule">
      <Fact label={t(choice.withAnonymous ? "figures.range.labelAll" : "figures.range.label")}>
        {range ? (
          <>
            <Headline>
              <bdi>{rangeText(range, locale)}</bdi>
            </Headline>
            {rangeEnds(range).map((end) => (
              <RangeEnd
                key={end === range.low ? "low" : "high"}
                end={end}
                isOnly={isSingle(range)}
                locale={locale}
              />
            ))}
          </>
        ) : (
          <Missing what={t("figures.range.none")} why={t("figures.range.noneWhy")} />
        )}
      </Fact>
      <Fact label={t("figures.documented.label")}>
        {documented ? (
          <Documented documented={documented} locale={locale} />
        ) : (
          <Missing what={t("figures.documented.none")} why={t("figures.documented.noneWhy")} />
        )}
      </Fact>
      <Fact label={t("figures.resting.label")}>
        <Headline>{t("figures.resting.claimants", { count: measure.counts.claimants })}</Headline>
        <p>
          <a href={originsHref}>{t("figures.resting.origins", { count: measure.counts.origins })}</a>
          {", "}
          {t("figures.resting.reports", { count: measure.counts.reports })}
        </p>
        {measure.counts.notFound > 0 ? (
          <p>{t("figures.resting.notFound", { count: measure.counts.notFound })}</p>
        ) : null}
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="small text-muted">{label}</dt>
      <dd className="small text-muted">{children}</dd>
    </div>
  );
}

function Headline({ children }: { children: ReactNode }) {
  return <p className="figure text-ink text-[1.75rem] leading-tight mb-1">{children}</p>;
}

function Missing({ what, why }: { what: string; why: string }) {
  return (
    <>
      <p className="font-serif text-ink text-xl leading-tight mb-1">{what}</p>
      <p>{why}</p>
    </>
  );
}

function RangeEnd({ end, isOnly, locale }: { end: RangeEndView; isOnly: boolean; locale: string }) {
  return (
    <p>
      {isOnly ? null : <bdi className="figure text-ink">{endText(end, locale)} </bdi>}
      {end.claims.map((claim, i) => (
        <span key={claim.publicId}>
          {i > 0 ? "; " : null}
          <RefLink claim={claim} locale={locale} />
        </span>
      ))}
    </p>
  );
}

function Documented({ documented, locale }: { documented: DocumentedMinimumView; locale: string }) {
  const t = translator(locale);
  return (
    <>
      <Headline>
        <bdi>{documented.claim.raw ?? documented.n}</bdi>
      </Headline>
      <p>
        {t(`figures.documented.${documented.basis}`)}, <RefLink claim={documented.claim} locale={locale} />
      </p>
    </>
  );
}
