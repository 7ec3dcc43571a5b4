import type { ReactElement } from "react";
import { formatLocaleOf, translator } from "@/lib/format/messages";
import { formatFigure } from "@/lib/format/numbers";
import type { SinceDays } from "@/lib/timeline/find-timeline";
import type { ChangedSince, NewAssessment, NewClaim, RevisedFigure } from "@/lib/timeline/types";
import { ClaimRefLink } from "../claims/claim-ref";
import { WordingText } from "../claims/wording-text";
import { claimHref } from "../figures/figure-name";
import { DateText, DayText } from "../ui/date-text";
import { FilterForm, FilterText } from "../ui/filter-form";
import { RangesThenAndNow } from "./ranges-then-and-now";
import { SinceCorrections } from "./since-corrections";
import { type TimelineChoice, timelineHref } from "./timeline-href";
import { whyLowerWords } from "./why-lower";

type Props = { since: ChangedSince; days: SinceDays; slug: string; choice: TimelineChoice; locale: string };

/** What changed from a day on, in sentences, by its kind; and the choice of that day. */
export function ChangedSinceDay({ since, days, slug, choice, locale }: Props) {
  const t = translator(locale);
  const { claims, revised, assessments, corrections, ranges } = since;
  const figures = claims.filter(({ measureLabel }) => measureLabel !== null);
  const statements = claims.filter(({ measureLabel }) => measureLabel === null);
  const date = <DayOf day={since.day} locale={locale} />;
  return (
    <section id="since" className="mt-16 min-w-0">
      <h2 className="text-2xl border-b border-rule pb-3">
        {t.rich("timeline.since.title", { date: () => date })}
      </h2>
      <ChooseDay days={days} since={since} slug={slug} choice={choice} locale={locale} />
      <p className="small text-muted measure-text">{t("timeline.since.how")}</p>
      <RangesThenAndNow ranges={ranges} date={date} locale={locale} />
      <Group locale={locale} title={t("timeline.since.revised", { count: revised.length })}>
        {revised.map((one) => (
          <Revised key={`${one.newer.publicId} ${one.older.publicId}`} revised={one} locale={locale} />
        ))}
      </Group>
      {([figures, statements] as const).map((own) => (
        <Group
          locale={locale}
          key={own === figures ? "figures" : "statements"}
          title={t(own === figures ? "timeline.since.figures" : "timeline.since.statements", {
            count: own.length,
          })}
        >
          {own.map((one) => (
            <Claimed key={one.claim.publicId} claimed={one} locale={locale} />
          ))}
        </Group>
      ))}
      <Group locale={locale} title={t("timeline.since.assessments", { count: assessments.length })}>
        {assessments.map((one) => (
          <Assessed key={`${one.claim.publicId} ${one.at}`} assessed={one} locale={locale} />
        ))}
      </Group>
      <SinceCorrections corrections={corrections} slug={slug} locale={locale} />
    </section>
  );
}

function DayOf({ day, locale }: { day: string; locale: string }) {
  return <DayText instant={Date.parse(`${day}T12:00:00Z`)} locale={locale} />;
}

type ChooseProps = Pick<Props, "days" | "since" | "slug" | "choice" | "locale">;

/** A day to begin from: typed, or one that readers often ask for. */
function ChooseDay({ days, since, slug, choice, locale }: ChooseProps) {
  const t = translator(locale);
  const names = ["afterFirstDay", "publication", "lastChanges"] as const;
  return (
    <>
      <FilterForm
        action={`${timelineHref(locale, slug)}#since`}
        isFiltered={false}
        label={t("timeline.since.form")}
        locale={locale}
      >
        {choice.measure ? <input type="hidden" name="measure" value={choice.measure} /> : null}
        {choice.scale ? <input type="hidden" name="scale" value={choice.scale} /> : null}
        <FilterText name="since" label={t("timeline.since.field")} value={since.day} type="date" />
      </FilterForm>
      <ul className="no-print flex flex-wrap gap-x-6 mb-4">
        {names.map((name) => (
          <li key={name}>
            <a
              className="inline-block py-2"
              href={timelineHref(locale, slug, { ...choice, since: days[name] }, "since")}
              aria-current={days[name] === since.day ? "true" : undefined}
            >
              {t.rich(`timeline.since.day.${name}`, {
                date: () => <DayOf day={days[name]} locale={locale} />,
              })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

type GroupProps = { title: string; children: ReactElement[]; locale: string };

/** So many changes of one kind are shown; the rest of more opens. */
const SHOWN_MAX = 12;

/** One kind of change under its count; where there was none, the count alone says so. */
function Group({ title, children, locale }: GroupProps) {
  const rest = children.slice(SHOWN_MAX);
  return (
    <div className="mt-8">
      <h3 className="text-lg">{title}</h3>
      {children.length > 0 ? <ul className={LIST}>{children.slice(0, SHOWN_MAX)}</ul> : null}
      {rest.length > 0 ? (
        <details className="mt-3">
          <summary className="touch">
            {translator(locale)("timeline.since.more", { count: rest.length })}
          </summary>
          <ul className={LIST}>{rest}</ul>
        </details>
      ) : null}
    </div>
  );
}

const LIST = "mt-2 grid gap-3 measure-text";

/** "From 63 to 89, up by 26", with who said each and when; of a fall, why (R20). */
function Revised({ revised, locale }: { revised: RevisedFigure; locale: string }) {
  const t = translator(locale);
  const { older, newer, direction, size, measureLabel, newerMeasureLabel, why } = revised;
  const figure = formatFigure(size ?? 0, formatLocaleOf(locale));
  const isSized = (direction === "up" || direction === "down") && size !== null;
  return (
    <li>
      {t.rich("timeline.since.fromTo", {
        older: () => <ClaimRefLink claim={older} locale={locale} />,
        newer: () => <ClaimRefLink claim={newer} locale={locale} />,
      })}{" "}
      <strong>
        {isSized ? t(`timeline.move.${direction}By`, { size: figure }) : t(`timeline.move.${direction}`)}
      </strong>{" "}
      <span className="text-muted">
        {direction === "down" ? `${whyLowerWords(why, locale)} ` : null}
        {measureLabel === newerMeasureLabel
          ? t("timeline.since.counts", { measure: measureLabel })
          : t("timeline.since.countsThen", { before: measureLabel, measure: newerMeasureLabel })}
      </span>
    </li>
  );
}

function Claimed({ claimed, locale }: { claimed: NewClaim; locale: string }) {
  const t = translator(locale);
  const { claim, wording, measureLabel, topic, lifecycle, standing } = claimed;
  const state = standing === "disowned" ? t("standing.disowned.label") : t(`lifecycle.${lifecycle}.label`);
  return (
    <li>
      <DateText date={claim.stated} locale={locale} />
      {", "}
      <bdi>{claim.claimant.name}</bdi>
      {": "}
      <a className={measureLabel ? "figure" : undefined} href={claimHref(locale, claim.publicId)}>
        <WordingText wording={wording} locale={locale} />
      </a>{" "}
      <span className="text-muted">
        {measureLabel ? <bdi>{`(${measureLabel})`}</bdi> : topic ? `(${t(`topic.${topic}.label`)})` : null}
        {lifecycle === "current" && standing !== "disowned" ? null : `, ${state}`}
      </span>
    </li>
  );
}

function Assessed({ assessed, locale }: { assessed: NewAssessment; locale: string }) {
  const t = translator(locale);
  const { claim, status, reason, at, by } = assessed;
  return (
    <li>
      <DayText instant={at} locale={locale} />
      {", "}
      <bdi>{by}</bdi>
      {": "}
      {t.rich("timeline.since.assessed", {
        claim: () => <ClaimRefLink claim={claim} locale={locale} />,
        status: t(`verification.${status}.label`),
      })}{" "}
      <span className="text-muted" dir="auto">
        {t("corrections.reason", { reason })}
      </span>
    </li>
  );
}
