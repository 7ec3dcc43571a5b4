import { takenBackOf } from "@/lib/embeds/taken-back";
import type { EmbedChange } from "@/lib/embeds/types";
import type { EventPage, MeasureView } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";
import { EventTime } from "../events/event-time";
import type { ChartChoice } from "../figures/chart-model";
import { DocumentedAbove } from "../figures/documented-above";
import { FigureChart } from "../figures/figure-chart";
import { MeasureSummary } from "../figures/measure-summary";
import { MomentText } from "../ui/moment-text";
import { EmbedChanges } from "./embed-changes";
import { EmbedTakenBack } from "./embed-taken-back";

type Props = {
  event: EventPage;
  /** Undefined where the event has no headline. */
  measure: MeasureView | undefined;
  choice: ChartChoice;
  /** Null where nothing changed since it was framed, or nobody asked. */
  changed: { since: Date; changes: EmbedChange[] } | null;
  locale: string;
};

/** The figures of one measure in a frame: what happened, what changed since it was framed, the chart, and of when it is. */
export function EmbedFrame({ event, measure, choice, changed, locale }: Props) {
  const t = translator(locale);
  const path = `/${locale}/events/${event.slug}`;
  const told = new Set(changed?.changes.flatMap((c) => (c.kind === "taken_back" ? c.claim.publicId : [])));
  return (
    <article>
      <h1 className="text-[1.375rem] leading-tight">
        <a className="plain-link" href={measure ? `${path}#${measure.slug}` : path}>
          <bdi>{event.title}</bdi>
          <span className="sr-only"> {t("embed.newTab")}</span>
        </a>
      </h1>
      <p className="small text-muted">
        <bdi>{event.place.name}</bdi>, <EventTime occurred={event.occurred} locale={locale} />
      </p>
      {changed ? <EmbedChanges {...changed} event={event} shown={measure} locale={locale} /> : null}
      {measure ? (
        <>
          <EmbedTakenBack
            takenBack={takenBackOf(event, measure).filter(({ claim }) => !told.has(claim.publicId))}
            locale={locale}
          />
          <h2 className="text-lg mt-4 border-b border-rule pb-1">
            <bdi>{measure.label}</bdi>
          </h2>
          <MeasureSummary measure={measure} choice={choice} path={path} locale={locale} />
          <DocumentedAbove measure={measure} locale={locale} />
          <div className="mt-4">
            <FigureChart measure={measure} sides={event.sides} choice={choice} path={path} locale={locale} />
          </div>
        </>
      ) : (
        <p className="my-6">{t("event.noFigures")}</p>
      )}
      <p className="small text-muted mt-4 border-t border-rule pt-2">
        {t.rich("embed.asOf", {
          moment: () => <MomentText instant={event.changedAt} locale={locale} />,
          version: event.version,
        })}{" "}
        <a href={path}>{t("embed.open", { address: new URL(siteUrl()).host })}</a>. {t("embed.licence")}{" "}
        {t("embed.newTabs")}
      </p>
    </article>
  );
}
