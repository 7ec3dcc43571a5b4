import type { ReactNode } from "react";
import { translator } from "@/lib/format/messages";
import type { AskedMoment } from "@/lib/past/moment";
import type { Moment } from "@/lib/past/moments";
import type { ChartChoice } from "../figures/chart-model";
import { tellDate } from "../ui/date-text";
import { AsOfForm } from "./as-of-form";
import { AS_OF, asOfHref, versionHref } from "./as-of-href";
import { MomentDate, MomentNews } from "./as-of-news";
import { AsOfSlider } from "./as-of-slider";

export type AsOfView = {
  slug: string;
  /** IANA zone of the event. */
  zone: string;
  /** What the reader asked for; empty: nothing. */
  asked: string;
  /** Null: nothing was asked for, or nothing that we understand. */
  moment: AskedMoment | null;
  moments: readonly Moment[];
  /** The version of the event that readers saw then; null: they saw none. */
  version: number | null;
};

type Props = { view: AsOfView; choice: ChartChoice; path: string; locale: string };

/** Under the head of an event: closed and quiet while it tells the present, open where a moment was asked for. */
export function AsOfBar(props: Props) {
  const { view, locale } = props;
  const t = translator(locale);
  if (view.moments.length === 0) return null;
  if (view.moment === null)
    return (
      <details id={AS_OF} className="as-of no-print mt-6" open={view.asked !== ""}>
        <summary className="small text-muted">{t("asOf.open")}</summary>
        <Bar {...props}>{t("asOf.leadPresent")}</Bar>
      </details>
    );
  const date = tellDate(view.moment.date, locale);
  return (
    <section id={AS_OF} className="as-of mt-6" aria-labelledby="as-of-title">
      <h2 id="as-of-title" className="text-2xl">
        {t(view.moment.isDay ? "asOf.titleDay" : "asOf.titleInstant", { date })}
      </h2>
      <Bar {...props}>{t("asOf.lead")}</Bar>
    </section>
  );
}

function Bar({ view, choice, path, locale, children }: Props & { children: ReactNode }) {
  const t = translator(locale);
  const { moments, moment, zone } = view;
  const here = moment ? moments.findLastIndex(({ until }) => until <= moment.until) : moments.length;
  const [previous, next] = [moments[here - 1], moments[here + 1]];
  const href = (text: string | null) => asOfHref(path, choice, text);
  return (
    <div className="mt-2 border-y border-rule py-4 grid gap-4">
      <p className="measure-text text-muted">
        {children} {t("asOf.zone", { zone })}
      </p>
      {moment ? <Ways view={view} href={href} locale={locale} /> : null}
      <div className="no-print grid gap-4">
        <AsOfSlider moments={moments} here={here} locale={locale} />
        <nav aria-label={t("asOf.label")} className="grid gap-x-8 gap-y-2 sm:grid-cols-2 small">
          {previous ? (
            <Step label={t("asOf.previous")} moment={previous} zone={zone} href={href} locale={locale} />
          ) : null}
          {moment && next ? (
            <Step label={t("asOf.next")} moment={next} zone={zone} href={href} locale={locale} />
          ) : null}
        </nav>
        <AsOfForm view={view} choice={choice} path={path} locale={locale} />
        <details className="small">
          <summary>{t("asOf.list", { count: moments.length })}</summary>
          <ol className="as-of-moments mt-2">
            {moments.map((one, place) => (
              <li key={one.text}>
                <a
                  className="inline-block py-1.5"
                  href={href(one.text)}
                  aria-current={moment && place === here ? "true" : undefined}
                >
                  <MomentDate text={one.text} zone={zone} locale={locale} />:{" "}
                  <MomentNews moment={one} locale={locale} />
                </a>
              </li>
            ))}
            <li>
              <a className="inline-block py-1.5" href={href(null)} aria-current={moment ? undefined : "true"}>
                {t("asOf.today")}
              </a>
            </li>
          </ol>
        </details>
      </div>
    </div>
  );
}

type Href = (text: string | null) => string;

/** From a moment to the present, and to what this site itself showed then, which is another question. */
function Ways({ view, href, locale }: { view: AsOfView; href: Href; locale: string }) {
  const t = translator(locale);
  const { slug, version } = view;
  return (
    <ul className="no-print flex flex-wrap gap-x-6">
      <li>
        <a className="inline-block py-2 font-semibold" href={href(null)}>
          {t("asOf.present")}
        </a>
      </li>
      <li className="py-2">
        {version === null ? (
          <span className="text-muted">{t("asOf.shownNothing")}</span>
        ) : (
          <a href={versionHref(locale, slug, version)}>{t("asOf.shown", { version })}</a>
        )}
      </li>
    </ul>
  );
}

type StepProps = { label: string; moment: Moment; zone: string; href: Href; locale: string };

function Step({ label, moment, zone, href, locale }: StepProps) {
  return (
    <a className="plain-link block py-2" href={href(moment.text)}>
      <span className="block text-muted">{label}</span>
      <span className="underline decoration-rule-strong underline-offset-[0.2em]">
        <MomentDate text={moment.text} zone={zone} locale={locale} />
      </span>
      : <MomentNews moment={moment} locale={locale} />
    </a>
  );
}
