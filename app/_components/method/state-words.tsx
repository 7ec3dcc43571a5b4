import type { ReactNode } from "react";
import { translator } from "@/lib/format/messages";
import { LIFECYCLES, RECORD_STATUSES, STANDINGS, VERIFICATIONS } from "@/lib/vocabulary";
import { ContestedBadge, VerificationBadge } from "../figures/status-words";

/** The four states of a claim, each of their words explained, and what is worked out beside them. */
export function StateWords({ locale }: { locale: string }) {
  const t = translator(locale);
  return (
    <div className="grid gap-x-12 gap-y-8 sm:grid-cols-2 mt-5">
      <State id="record" title={t("method.states.record")}>
        {RECORD_STATUSES.map((status) => (
          <Word key={status} word={t(`recordStatus.${status}.label`)}>
            {t(`method.states.recordWords.${status}`)}
          </Word>
        ))}
      </State>
      <State id="standing" title={t("method.states.standing")}>
        {STANDINGS.map((standing) => (
          <Word key={standing} word={t(`standing.${standing}.label`)}>
            {t(`standing.${standing}.explanation`)}
          </Word>
        ))}
      </State>
      <div className="grid gap-8 content-start">
        <State id="verification" title={t("method.states.verification")}>
          {VERIFICATIONS.map((verification) => (
            <Word key={verification} word={<VerificationBadge verification={verification} locale={locale} />}>
              {t(`verification.${verification}.explanation`)}
            </Word>
          ))}
        </State>
        <State id="contested" title={t("method.states.computed")}>
          <Word word={<ContestedBadge locale={locale} />}>{t("method.states.contested")}</Word>
        </State>
      </div>
      <State id="lifecycle" title={t("method.states.lifecycle")}>
        {LIFECYCLES.map((lifecycle) => (
          <Word key={lifecycle} word={t(`lifecycle.${lifecycle}.label`)}>
            {t(`lifecycle.${lifecycle}.explanation`)}
          </Word>
        ))}
      </State>
    </div>
  );
}

function State({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id}>
      <h3 className="text-lg mb-1">{title}</h3>
      <dl className="border-t border-rule">{children}</dl>
    </section>
  );
}

function Word({ word, children }: { word: ReactNode; children: ReactNode }) {
  return (
    <div className="border-b border-rule py-2">
      <dt className="font-semibold">{word}</dt>
      <dd className="text-muted">{children}</dd>
    </div>
  );
}
