import type { FigureClaim } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import { claimHref, referredTo } from "../figures/figure-name";
import { DateText, tellDate } from "../ui/date-text";

/** What each row of the chart above says, in the order of the rows: how its words are drawn, and in which states it stands. */
export function GuideNotes({ figures, locale }: { figures: readonly FigureClaim[]; locale: string }) {
  return (
    <ol className="mt-6 grid gap-x-10 gap-y-4 sm:grid-cols-2 list-decimal ps-6 small">
      {figures.map((figure) => (
        <GuideNote key={figure.id} figure={figure} locale={locale} />
      ))}
    </ol>
  );
}

function GuideNote({ figure, locale }: { figure: FigureClaim; locale: string }) {
  const t = translator(locale);
  const { claimant, quantity, wording, verification, standing, lifecycle, contested, earlier } = figure;
  return (
    <li>
      <p className="text-base">
        <bdi>{claimant.name}</bdi>:{" "}
        <a className="figure" href={claimHref(locale, figure.publicId)} lang={wording.language} dir="auto">
          {quantity.raw}
        </a>
        , <DateText date={figure.stated} locale={locale} form="short" />
      </p>
      <ul className="text-muted">
        <li>
          {t("guide.note", {
            word: t(`qualifier.${quantity.qualifier}.label`),
            mark: t(`qualifier.${quantity.qualifier}.mark`),
            explanation: t(`qualifier.${quantity.qualifier}.explanation`),
          })}
        </li>
        <li>
          {t("guide.note", {
            word: t(`verification.${verification}.label`),
            mark: t(`verification.${verification}.mark`),
            explanation: t(`verification.${verification}.explanation`),
          })}
        </li>
        {contested ? (
          <li>
            {t("guide.contested", { count: contested.count, ...referredTo(contested.farthest, locale) })}
          </li>
        ) : null}
        {earlier.map((before) => (
          <li key={before.publicId}>
            {t("guide.earlier", {
              raw: before.quantity.raw,
              date: tellDate(before.stated, locale),
              state: t(`lifecycle.${before.lifecycle}.label`),
              explanation: t(`lifecycle.${before.lifecycle}.explanation`),
            })}
          </li>
        ))}
        {standing === "disowned" ? <li>{t("standing.disowned.explanation")}</li> : null}
        {lifecycle === "current" ? null : <li>{t(`lifecycle.${lifecycle}.explanation`)}</li>}
      </ul>
    </li>
  );
}
