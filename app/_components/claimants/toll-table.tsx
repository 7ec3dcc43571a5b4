import type { ReactNode } from "react";
import type { TollAccount, TollFigure, TollStep, TollView } from "@/lib/claims/toll-types";
import { translator } from "@/lib/format/messages";
import { WordingText } from "../claims/wording-text";
import { claimHref } from "../figures/figure-name";
import { StatusWords } from "../figures/status-words";
import { noteWords } from "../timeline/figure-words";
import { DateText, tellDate } from "../ui/date-text";
import { StackedTable } from "../ui/stacked-table";
import { differenceWords } from "./toll-differences";

type Props = { view: TollView; account: TollAccount; locale: string };

/** Of more figures than these the table is folded away. */
const OPEN_ROWS_MAX = 12;

/** The timeline's twin in words: each figure, when it was, and how it stands to the one before. */
export function TollTable({ view, account, locale }: Props) {
  const t = translator(locale);
  const table = (
    <StackedTable
      caption={t("tollTimeline.table.caption", {
        measure: account.measureLabel,
        claimant: view.claimant.name,
      })}
      columns={(["figure", "date", "change", "status"] as const).map((name) =>
        t(`tollTimeline.table.${name}`),
      )}
      rows={account.figures.map((figure, place) => ({
        key: figure.publicId,
        cells: [
          <FigureCell
            key="figure"
            figure={figure}
            isNewMeasure={figure.measure.slug !== account.figures[place - 1]?.measure.slug}
            locale={locale}
          />,
          <DateCell key="date" figure={figure} locale={locale} />,
          <ChangeCell key="change" account={account} place={place} locale={locale} />,
          <StatusWords key="status" {...figure} locale={locale} />,
        ],
      }))}
    />
  );
  if (account.figures.length <= OPEN_ROWS_MAX) return table;
  return (
    <details>
      <summary>{t("tollTimeline.table.show", { count: account.figures.length })}</summary>
      {table}
    </details>
  );
}

function FigureCell({
  figure,
  isNewMeasure,
  locale,
}: {
  figure: TollFigure;
  isNewMeasure: boolean;
  locale: string;
}) {
  const note = noteWords(figure, locale);
  return (
    <>
      <a className="figure text-lg leading-snug" href={claimHref(locale, figure.publicId)}>
        <WordingText wording={figure.wording} locale={locale} />
      </a>
      {note ? <small>{note}</small> : null}
      {isNewMeasure ? (
        <small>
          <bdi>{figure.measure.label}</bdi>
        </small>
      ) : null}
    </>
  );
}

function DateCell({ figure, locale }: { figure: TollFigure; locale: string }) {
  const t = translator(locale);
  const { date, dateKind, stated } = figure;
  return (
    <>
      {t.rich(dateKind === "as_of" ? "tollTimeline.table.asOf" : "tollTimeline.table.statedOn", {
        date: () => <DateText date={date} locale={locale} form="short" />,
      })}
      {dateKind === "as_of" ? (
        <small>{t("tollTimeline.stated", { date: tellDate(stated, locale, "short") })}</small>
      ) : null}
    </>
  );
}

function ChangeCell({ account, place, locale }: { account: TollAccount; place: number; locale: string }) {
  const t = translator(locale);
  const steps = account.steps.filter(({ newer }) => newer === place);
  const figure = account.figures[place];
  if (!figure) return null;
  return (
    <div className="grid gap-1 measure-text">
      {steps.map((step) => (
        <Step key={`${step.older} ${step.kind}`} step={step} account={account} locale={locale} />
      ))}
      {steps.length === 0 ? (
        <p className="text-muted">
          {t(place === 0 ? "tollTimeline.table.first" : "tollTimeline.table.apart")}
        </p>
      ) : null}
      <Relations figure={figure} locale={locale} />
    </div>
  );
}

function Step({ step, account, locale }: { step: TollStep; account: TollAccount; locale: string }) {
  const t = translator(locale);
  const [older, newer] = [account.figures[step.older], account.figures[step.newer]];
  if (!older || !newer) return null;
  return (
    <>
      <p>
        {t.rich(`tollTimeline.table.${sentenceOf(step, older)}`, {
          older: () => <OlderFigure figure={older} locale={locale} />,
        })}
      </p>
      {differenceWords(step, older, newer, locale).map((words) => (
        <p key={words} className="small text-muted">
          {words}
        </p>
      ))}
      <Reasons step={step} locale={locale} />
      {step.note ? (
        <p className="small text-muted">
          <bdi>{t("tollTimeline.table.note", { note: step.note })}</bdi>
        </p>
      ) : null}
    </>
  );
}

function sentenceOf({ kind, isOrdered }: TollStep, older: TollFigure) {
  if (kind === "supersedes") return older.lifecycle === "corrected" ? "corrects" : "supersedes";
  if (kind === "undecided") return isOrdered ? "undecided" : "unordered";
  return kind === "both_stand" ? "bothStand" : kind;
}

/** A figure of the same account in a sentence, with its date: never the number alone. */
function OlderFigure({ figure, locale }: { figure: TollFigure; locale: string }) {
  return (
    <>
      <bdi className="font-serif font-semibold" lang={figure.wording.language}>
        {figure.quantity.raw}
      </bdi>
      , <DateText date={figure.date} locale={locale} form="short" />
    </>
  );
}

/** R20: why the figure fell, as the decision has it and as each report gives it. */
function Reasons({ step, locale }: { step: TollStep; locale: string }) {
  const t = translator(locale);
  const { isDownward, downwardReason, reportedReasons } = step;
  return (
    <>
      {isDownward ? (
        <p className="border-s-3 border-flag ps-2">
          {t("tollTimeline.table.isDownward", {
            reason: t(`downwardReason.${downwardReason ?? "not_given"}.label`),
          })}
        </p>
      ) : null}
      {reportedReasons.length > 0 ? (
        <div className="small text-muted">
          {t("tollTimeline.table.reportedTitle")}
          <ul>
            {reportedReasons.map(({ reason, report }) => (
              <li key={`${report.publicId} ${reason}`}>
                {t.rich("tollTimeline.table.reported", {
                  reason: t(`downwardReason.${reason}.label`),
                  publication: report.publicationName,
                  report: (name: ReactNode) => (
                    <a className="touch" href={`/${locale}/reports/${report.publicId}`}>
                      <bdi>{name}</bdi>
                    </a>
                  ),
                })}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}

const RELATION = {
  passed_on_from: "passedOnFrom",
  supersedes: "supersedesOther",
  superseded_by: "supersededByOther",
} as const;

/** Claims of others that a figure is joined to: whom it was passed on from (R23), a body and its parent (R18). */
function Relations({ figure, locale }: { figure: TollFigure; locale: string }) {
  const t = translator(locale);
  return figure.relations.map(({ kind, claim }) => (
    <p key={`${kind} ${claim.publicId}`}>
      {t.rich(`tollTimeline.table.${RELATION[kind]}`, {
        raw: claim.raw ?? "",
        claimant: claim.claimant.name,
        date: tellDate(claim.stated, locale, "short"),
        claim: (words: ReactNode) => (
          <a href={claimHref(locale, claim.publicId)}>
            <bdi>{words}</bdi>
          </a>
        ),
      })}
    </p>
  ));
}
