import clsx from "clsx";
import type { ReactNode } from "react";
import type { BesideFigure, TollAccount, TollView } from "@/lib/claims/toll-types";
import { translator } from "@/lib/format/messages";
import { ClaimantLink } from "../claims/claimant-link";
import { WordingText } from "../claims/wording-text";
import { claimHref } from "../figures/figure-name";
import { isCrossed, sideClass } from "../figures/grammar";
import { QualifierGlyph } from "../figures/qualifier-glyph";
import { noteWords } from "../timeline/figure-words";
import { keyLetter } from "../timeline/labels";
import { DateText } from "../ui/date-text";

/** `name` is a word that no other list of the page has. */
type Props = { view: TollView; account: TollAccount; name: string; locale: string };

/** What stands beside an account, in words, each under the letter of its mark. */
export function TollBeside({ view, account, name, locale }: Props) {
  const t = translator(locale);
  const { beside, besideCount } = account;
  if (beside.length === 0) return null;
  return (
    <section>
      <h5 className="text-base font-serif font-semibold">{t("tollTimeline.beside.title")}</h5>
      <p className="small text-muted">{t("tollTimeline.beside.lead")}</p>
      <ol className="mt-2 grid gap-x-8 grid-cols-[repeat(auto-fill,minmax(min(100%,19rem),1fr))]">
        {beside.map((figure, place) => (
          <Beside
            key={figure.publicId}
            figure={figure}
            letter={keyLetter(place)}
            look={sideClass(view.sides, figure.side)}
            hatch={`${name}-${figure.publicId}`}
            locale={locale}
          />
        ))}
      </ol>
      {besideCount > beside.length ? (
        <p className="small text-muted mt-2">
          {t.rich("tollTimeline.beside.more", {
            count: besideCount - beside.length,
            event: (words: ReactNode) => <a href={`/${locale}/events/${view.event.slug}`}>{words}</a>,
          })}
        </p>
      ) : null}
    </section>
  );
}

function Beside({
  figure,
  letter,
  look,
  hatch,
  locale,
}: {
  figure: BesideFigure;
  letter: string;
  look: string;
  hatch: string;
  locale: string;
}) {
  const t = translator(locale);
  const note = noteWords(figure, locale);
  return (
    <li className="grid grid-cols-[1rem_2.75rem_minmax(0,1fr)] gap-x-2 py-2 border-b border-rule small">
      <span className={clsx("font-bold", look)} aria-hidden="true">
        {letter}
      </span>
      <span className={look} aria-hidden="true">
        <QualifierGlyph
          qualifier={figure.quantity.qualifier}
          verification={figure.verification}
          isCrossed={isCrossed(figure.standing, figure.lifecycle)}
          hatch={hatch}
        />
      </span>
      <div>
        <a className="figure text-base leading-snug" href={claimHref(locale, figure.publicId)}>
          <WordingText wording={figure.wording} locale={locale} />
        </a>
        {note ? <span className="text-muted">, {note}</span> : null}
        <div className="text-muted">
          {figure.isOwn ? (
            t("tollTimeline.beside.own")
          ) : (
            <ClaimantLink claimant={figure.claimant} isAnonymous={figure.isAnonymous} locale={locale} />
          )}
          {figure.measureLabel ? (
            <small>
              <bdi>{t("tollTimeline.beside.counts", { measure: figure.measureLabel })}</bdi>
            </small>
          ) : null}
          <small>
            {t.rich(figure.dateKind === "as_of" ? "tollTimeline.table.asOf" : "tollTimeline.table.statedOn", {
              date: () => <DateText date={figure.date} locale={locale} form="short" />,
            })}
          </small>
        </div>
      </div>
    </li>
  );
}
