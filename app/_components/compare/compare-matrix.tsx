// biome-ignore-all lint/a11y/noRedundantRoles: a table that is laid out as blocks loses its own roles
import type { ComparedFigure, ComparedGroup, CompareView } from "@/lib/compare/types";
import { translator } from "@/lib/format/messages";
import { ClaimantLink } from "../claims/claimant-link";
import { WordingText } from "../claims/wording-text";
import { claimHref, referredTo } from "../figures/figure-name";
import { isDocumentedBasis } from "../figures/grammar";
import { ContestedBadge, VerificationBadge } from "../figures/status-words";
import { DateText, tellDate } from "../ui/date-text";

type Props = { view: CompareView; locale: string };

/** Claimants against what they counted, each figure in its own words: the twin in words of every chart of the page. */
export function CompareMatrix({ view: { groups, rows }, locale }: Props) {
  const t = translator(locale);
  const caption = t("compare.matrix.caption");
  const isOneEvent = new Set(groups.map(({ event }) => event.slug)).size === 1;
  return (
    <section
      className="compare-frame mt-3"
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reached by the keyboard
      tabIndex={0}
    >
      <div className="figure-table compare-matrix">
        <table role="table">
          <caption>{caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader" className="column-claimant">
                {t("compare.matrix.claimant")}
              </th>
              {groups.map((group) => (
                <th key={group.anchor} scope="col" role="columnheader">
                  <MeasureName group={group} isOneEvent={isOneEvent} locale={locale} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map(({ claimant, isAnonymous, cells }) => (
              <tr key={claimant.slug} role="row">
                <th scope="row" role="rowheader">
                  <span className="cell-name" aria-hidden="true">
                    {t("compare.matrix.claimant")}
                  </span>
                  <div>
                    <ClaimantLink claimant={claimant} isAnonymous={isAnonymous} locale={locale} />
                  </div>
                </th>
                {groups.map((group, i) => (
                  <Cell
                    key={group.anchor}
                    group={group}
                    isOneEvent={isOneEvent}
                    figures={cells[i] ?? []}
                    locale={locale}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type NameProps = { group: ComparedGroup; isOneEvent: boolean; locale: string };

/** What is counted; of which event, where there are several. */
function MeasureName({ group: { measure, event, lane }, isOneEvent, locale }: NameProps) {
  return (
    <>
      <span className="block">
        <bdi>{measure.label}</bdi>
      </span>
      {isOneEvent ? null : (
        <span className="block font-normal">
          <bdi>{event.title}</bdi>
        </span>
      )}
      {lane === "estimate" ? (
        <span className="block font-normal">{translator(locale)("compare.matrix.estimates")}</span>
      ) : null}
    </>
  );
}

function Cell({ figures, ...named }: NameProps & { figures: ComparedFigure[] }) {
  const { locale } = named;
  if (figures.length === 0) {
    return (
      <td role="cell" className="is-empty text-muted">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{translator(locale)("compare.matrix.none")}</span>
      </td>
    );
  }
  return (
    <td role="cell">
      <span className="cell-name" aria-hidden="true">
        <MeasureName {...named} />
      </span>
      <div className="grid gap-3 content-start">
        {figures.map((figure) => (
          <ComparedFigureWords key={figure.publicId} figure={figure} locale={locale} />
        ))}
      </div>
    </td>
  );
}

/** A figure in its own words, with its dates and how it stands. */
function ComparedFigureWords({ figure, locale }: { figure: ComparedFigure; locale: string }) {
  const t = translator(locale);
  const { publicId, wording, basis, relativeTo, stated, asOf, lifecycle, standing } = figure;
  const states = [
    ...(standing === "disowned" ? [t("standing.disowned.label")] : []),
    ...(lifecycle === "current" ? [] : [t(`lifecycle.${lifecycle}.label`)]),
  ];
  return (
    <div>
      <a className="figure text-lg leading-snug" href={claimHref(locale, publicId)}>
        <WordingText wording={wording} locale={locale} />
      </a>
      {isDocumentedBasis(basis) ? <small>{t(`figures.documented.${basis}`)}</small> : null}
      {relativeTo ? <small>{t("figures.table.relativeTo", referredTo(relativeTo, locale))}</small> : null}
      <small>
        <DateText date={stated} locale={locale} form="short" />
        {asOf ? `, ${t("figures.table.asOf", { date: tellDate(asOf, locale, "short") })}` : null}
      </small>
      <div className="states-inline text-[0.8125rem]">
        <VerificationBadge verification={figure.verification} publicId={publicId} locale={locale} />
        {figure.contested ? <ContestedBadge locale={locale} /> : null}
        {states.length > 0 ? <span className="font-semibold">{states.join(", ")}</span> : null}
      </div>
    </div>
  );
}
