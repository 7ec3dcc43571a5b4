import { directionOf, translator } from "@/lib/format/messages";
import type { Wording } from "@/lib/format/wording";

type Props = { wording: Wording; locale: string; quoted?: boolean };

/** A wording in its own language and, where there is one, its translation and whose that is. */
export function WordingText({ wording, locale, quoted }: Props) {
  const t = translator(locale);
  const { text, language, translation, translatedBy } = wording;
  return (
    <>
      <bdi lang={language} dir={directionOf(language)}>
        {quoted ? t("figures.quoted", { raw: text }) : text}
      </bdi>
      {translation ? (
        <small>
          <bdi>{quoted ? t("figures.quoted", { raw: translation }) : translation}</bdi>
          {translatedBy ? `, ${t("claims.translatedBy", { by: translatedBy })}` : null}
        </small>
      ) : null}
    </>
  );
}
