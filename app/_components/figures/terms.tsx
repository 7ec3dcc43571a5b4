import { translator } from "@/lib/format/messages";
import { LIFECYCLES, QUALIFIERS, STANDINGS, VERIFICATIONS } from "@/lib/vocabulary";
import { termId } from "./term";

/** What every qualifier and state means, and the script that shows it beside what is pointed at or focused. */
export function Terms({ locale }: { locale: string }) {
  return (
    <>
      <TermList locale={locale} />
      <script type="module" src="/explain.js" />
    </>
  );
}

/** Once a page: told to those who listen with whatever refers to it. */
export function TermList({ locale }: { locale: string }) {
  const t = translator(locale);
  return (
    <dl hidden>
      {QUALIFIERS.map((code) => (
        <Term key={code} id={termId("qualifier", code)} word={t(`qualifier.${code}.label`)}>
          {t(`qualifier.${code}.explanation`)}
        </Term>
      ))}
      {VERIFICATIONS.map((code) => (
        <Term key={code} id={termId("verification", code)} word={t(`verification.${code}.label`)}>
          {t(`verification.${code}.explanation`)}
        </Term>
      ))}
      {STANDINGS.map((code) => (
        <Term key={code} id={termId("standing", code)} word={t(`standing.${code}.label`)}>
          {t(`standing.${code}.explanation`)}
        </Term>
      ))}
      {LIFECYCLES.map((code) => (
        <Term key={code} id={termId("lifecycle", code)} word={t(`lifecycle.${code}.label`)}>
          {t(`lifecycle.${code}.explanation`)}
        </Term>
      ))}
      <Term id={termId("contested", "contested")} word={t("figures.contested")}>
        {t("figures.key.contested")}
      </Term>
    </dl>
  );
}

function Term({ id, word, children }: { id: string; word: string; children: string }) {
  return (
    <div id={id}>
      <dt>{word}:</dt> <dd>{children}</dd>
    </div>
  );
}
