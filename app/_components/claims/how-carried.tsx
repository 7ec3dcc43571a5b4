import type { AttributionView } from "@/lib/claims/types";
import { directionOf, translator } from "@/lib/format/messages";

type Props = { how: Omit<AttributionView, "report">; own: string; locale: string };

/** How one report carries one claim: in which way, from whom, where, in which words, and what it got wrong. */
export function HowCarried({ how, own, locale }: Props) {
  const t = translator(locale);
  const { carries, locator, drift, misreport } = how;
  return (
    <>
      <p className="mt-2 measure-text">
        <span className="font-semibold">{t(`carries.${carries}.label`)}</span>
        <Via via={how.via} locale={locale} />
        {carries === "via" && how.via ? (
          "."
        ) : (
          <span className="text-muted">: {t(`carries.${carries}.explanation`)}</span>
        )}
      </p>
      {locator ? (
        <p className="measure-text">
          {t.rich("claimPage.reports.locator", { where: () => <bdi dir="auto">{locator}</bdi> })}
        </p>
      ) : null}
      <Passage passage={how.passage} locale={locale} />
      {drift ? (
        <p className="mt-1 measure-text">
          {t.rich("claimPage.reports.drift", {
            raw: () => <bdi className="figure">{t("figures.quoted", { raw: drift.raw })}</bdi>,
            own: () => <bdi className="figure">{t("figures.quoted", { raw: own })}</bdi>,
          })}
        </p>
      ) : null}
      {misreport ? (
        <p className="mt-2 border-s-3 border-flag ps-3 measure-text">
          <span className="font-semibold">{t("claimPage.reports.misreport")}:</span>{" "}
          <bdi dir="auto">{misreport}</bdi>
        </p>
      ) : null}
    </>
  );
}

function Via({ via, locale }: { via: AttributionView["via"]; locale: string }) {
  const t = translator(locale);
  if (!via) return null;
  if (via.kind === "claimant") {
    const claimant = () => (
      <a href={`/${locale}/claimants/${via.slug}`}>
        <bdi>{via.name}</bdi>
      </a>
    );
    return <>, {t.rich("claimPage.reports.viaClaimant", { claimant })}</>;
  }
  const report = () => (
    <a href={`/${locale}/reports/${via.publicId}`}>
      <bdi>{via.publicationName}</bdi>
    </a>
  );
  return <>, {t.rich("claimPage.reports.viaReport", { report })}</>;
}

function Passage({ passage, locale }: { passage: AttributionView["passage"]; locale: string }) {
  const t = translator(locale);
  if (!passage) return null;
  const { text, language, translation, translatedBy } = passage;
  return (
    <figure className="mt-2 measure-text">
      <figcaption className="small text-muted">{t("claimPage.reports.passage")}</figcaption>
      <blockquote className="font-serif" lang={language} dir={directionOf(language)}>
        {text}
      </blockquote>
      {translation ? (
        <blockquote className="mt-1 text-muted" dir="auto">
          {translation}
          {translatedBy ? (
            <span className="small"> ({t("claims.translatedBy", { by: translatedBy })})</span>
          ) : null}
        </blockquote>
      ) : null}
    </figure>
  );
}
