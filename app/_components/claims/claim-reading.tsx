import type { ClaimPage } from "@/lib/claims/types";
import { directionOf, translator } from "@/lib/format/messages";
import { isCrossed } from "../figures/grammar";
import { QualifierGlyph } from "../figures/qualifier-glyph";
import { ClaimRefLink } from "./claim-ref";
import { comparedWords, readingWords } from "./quantity-reading";

type Props = { claim: ClaimPage; locale: string };

/** A figure read back in plain words; of any claim the translation, where there is one. */
export function ClaimReading({ claim, locale }: Props) {
  const t = translator(locale);
  const { figure, wording, isFromMemory, isForecast } = claim;
  if (!figure && !wording.translation && !isFromMemory && !isForecast) return null;
  return (
    <section>
      <h2 className="text-2xl">{t(figure ? "claimPage.reads.title" : "claimPage.wording.title")}</h2>
      {figure ? <FigureReading claim={claim} figure={figure} locale={locale} /> : null}
      <OwnWords claim={claim} locale={locale} />
    </section>
  );
}

function FigureReading({ claim, figure, locale }: Props & { figure: NonNullable<ClaimPage["figure"]> }) {
  const t = translator(locale);
  const { quantity, basis, relativeTo } = figure;
  const compared = comparedWords(quantity, basis, locale);
  return (
    <>
      <p className="mt-3 flex items-start gap-3 text-lg">
        <QualifierGlyph
          qualifier={quantity.qualifier}
          verification={claim.verification}
          isCrossed={isCrossed(claim.standing, claim.lifecycle)}
        />
        <span>
          <bdi className="figure">{t("figures.quoted", { raw: quantity.raw })}</bdi>:{" "}
          {readingWords(quantity, locale)}
        </span>
      </p>
      <p className="mt-2 measure-text">
        {t(`claimPage.reads.why.${quantity.qualifier}`)} {compared}
      </p>
      {relativeTo ? (
        <p className="mt-1 measure-text">
          {t.rich("claimPage.reads.relativeTo", {
            claim: () => <ClaimRefLink claim={relativeTo} locale={locale} />,
          })}
        </p>
      ) : null}
    </>
  );
}

function OwnWords({ claim, locale }: Props) {
  const t = translator(locale);
  const { text, language, translation, translatedBy } = claim.wording;
  return (
    <>
      {translation ? (
        <dl className="mt-3 grid gap-3 measure-text">
          <div>
            <dt className="small text-muted">{t("claimPage.wording.original")}</dt>
            <dd className="font-serif text-lg leading-snug" lang={language} dir={directionOf(language)}>
              {text}
            </dd>
          </div>
          <div>
            <dt className="small text-muted">
              {translatedBy ? (
                <bdi>{t("claims.translatedBy", { by: translatedBy })}</bdi>
              ) : (
                t("claimPage.wording.translation")
              )}
            </dt>
            <dd className="font-serif text-lg leading-snug" dir="auto">
              {translation}
            </dd>
          </div>
        </dl>
      ) : null}
      {claim.isFromMemory ? <p className="mt-2">{t("claimPage.wording.fromMemory")}</p> : null}
      {claim.isForecast ? <p className="mt-2">{t("claimPage.wording.forecast")}</p> : null}
    </>
  );
}
