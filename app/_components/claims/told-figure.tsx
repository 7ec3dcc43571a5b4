import type { ReactNode } from "react";
import type { ToldFigure } from "@/lib/claims/told-figure";
import { translator } from "@/lib/format/messages";
import { claimHref } from "../figures/figure-name";
import { DateText } from "../ui/date-text";
import { WordingText } from "./wording-text";

type Props = { figure: ToldFigure; locale: string; lead?: ReactNode; by?: string | null };

/** A figure in its own words, leading to its claim, with its dates; and whose it is, where that is not told around it. */
export function ToldFigureText({ figure, locale, lead, by = null }: Props) {
  const t = translator(locale);
  const { publicId, wording, asOf, stated } = figure;
  return (
    <div>
      {lead ? <span className="text-muted">{lead} </span> : null}
      <a className="figure text-lg leading-snug" href={claimHref(locale, publicId)}>
        <WordingText wording={wording} locale={locale} />
      </a>
      <small>
        {by === null ? null : (
          <>
            <bdi>{by}</bdi>,{" "}
          </>
        )}
        {asOf
          ? t.rich("claimantPage.revisions.asOf", {
              date: () => <DateText date={asOf} locale={locale} form="short" />,
              stated: () => <DateText date={stated} locale={locale} form="short" />,
            })
          : t.rich("claimantPage.revisions.stated", {
              date: () => <DateText date={stated} locale={locale} form="short" />,
            })}
      </small>
    </div>
  );
}

type CountedProps = {
  measure: { label: string };
  then?: { label: string } | null;
  event: { slug: string; title: string };
  locale: string;
};

/** What a figure counts, and in which event; what is counted from then on, where that changed. */
export function CountedIn({ measure, then = null, event, locale }: CountedProps) {
  return (
    <>
      <bdi>{measure.label}</bdi>
      {then && then.label !== measure.label ? (
        <span className="block">
          {translator(locale)("claimantPage.revisions.newMeasure", { measure: then.label })}
        </span>
      ) : null}
      <small>
        <a className="plain-link touch" href={`/${locale}/events/${event.slug}`}>
          <bdi>{event.title}</bdi>
        </a>
      </small>
    </>
  );
}
