import { translator } from "@/lib/format/messages";
import type { EventTimeline, TimelineMeasure } from "@/lib/timeline/types";
import { EventChart } from "./event-chart";
import { eventModel } from "./event-model";
import { EVENT_FRAMES, type EventModel } from "./event-plot";
import { type TimelineChoice, timelineHref } from "./timeline-href";
import { TimelineTable } from "./timeline-table";
import { timelineTexts } from "./timeline-texts";

type Props = { timeline: EventTimeline; measure: TimelineMeasure; choice: TimelineChoice; locale: string };

/** The figures of one measure by stated time: drawn for each width, and the same in words. */
export function EventFigures({ timeline, measure, choice, locale }: Props) {
  const t = translator(locale);
  const given = { measure, occurred: timeline.event.occurred, scale: choice.scale };
  const models = EVENT_FRAMES.map((frame) => eventModel(given, frame, timelineTexts(locale)));
  return (
    <section id="figures" className="min-w-0">
      <h2 className="text-2xl border-b border-rule pb-3">
        <bdi>{measure.label}</bdi>
        {measure.lane === "estimate" ? `, ${t("lane.estimate.label")}` : null}
      </h2>
      <figure
        className="time-chart @container mt-4"
        aria-label={t("timeline.chartLabel", { measure: measure.label })}
      >
        {models.map((model) => (
          <EventChart
            key={model.frame.name}
            model={model}
            timeline={timeline}
            measure={measure}
            name={`${measure.slug}-${model.frame.name}`}
            locale={locale}
          />
        ))}
        <Caption models={models} timeline={timeline} measure={measure} choice={choice} locale={locale} />
      </figure>
      <TimelineTable measure={measure} locale={locale} />
    </section>
  );
}

function Caption({ models, timeline, measure, choice, locale }: Props & { models: readonly EventModel[] }) {
  const t = translator(locale);
  const { slug, occurred } = timeline.event;
  const [model] = models;
  if (!model) return null;
  const { time, value, documented } = model;
  const other = value.kind === "symlog" ? "linear" : "symlog";
  const unit = measure.unit.charAt(0).toLocaleUpperCase(locale) + measure.unit.slice(1);
  const sentences = [
    t(`tollTimeline.caption.${value.kind}`, { unit }),
    t("timeline.caption.time", { zone: occurred.zone }),
    t("timeline.caption.lines"),
    documented ? t("timeline.caption.documented") : null,
    measure.departures.length > 0 ? t("timeline.caption.breaks") : null,
    time.strips.earlier || time.strips.later ? t("tollTimeline.caption.strips") : null,
  ];
  return (
    <figcaption className="small text-muted mt-2">
      <p className="measure-text">{sentences.filter((sentence) => sentence !== null).join(" ")}</p>
      <p className="no-print">
        <a className="touch" href={timelineHref(locale, slug, { ...choice, scale: other }, "figures")}>
          {t(value.kind === "symlog" ? "figures.chart.toLinear" : "figures.chart.toSymlog")}
        </a>
      </p>
      {models.map(({ frame, unplacedCount }) =>
        unplacedCount > 0 ? (
          <p key={frame.name} className={ONLY[frame.name]}>
            {t("timeline.caption.unplaced", { count: unplacedCount })}
          </p>
        ) : null,
      )}
      {/* Shown by public/chart-keys.js. Hidden from those who listen: the name of the focused link says the same. */}
      <p className="chart-told" aria-hidden="true" hidden suppressHydrationWarning>
        {t("timeline.keyboard")}
      </p>
    </figcaption>
  );
}

const ONLY: Record<EventModel["frame"]["name"], string> = {
  narrow: "@min-[620px]:hidden",
  middle: "hidden @min-[620px]:block @min-[960px]:hidden",
  wide: "hidden @min-[960px]:block",
};
