import { translator } from "@/lib/format/messages";
import type { EventTimeline } from "@/lib/timeline/types";
import { type TimelineChoice, timelineHref } from "./timeline-href";

type Props = { timeline: EventTimeline; current: string; choice: TimelineChoice; locale: string };

/** The measures of an event to choose from, the headline first; nothing where there is but one. */
export function MeasureLinks({ timeline: { event, measures }, current, choice, locale }: Props) {
  const t = translator(locale);
  if (measures.length < 2) return null;
  return (
    <nav className="no-print mb-6" aria-label={t("timeline.measures")}>
      <ul className="flex flex-wrap gap-x-6">
        {measures.map(({ slug, label, lane, figures }) => (
          <li key={slug}>
            <a
              className="inline-block py-2 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
              href={timelineHref(locale, event.slug, { ...choice, measure: slug }, "figures")}
              aria-current={slug === current ? "true" : undefined}
            >
              <bdi>{label}</bdi>
              {lane === "estimate" ? `, ${t("lane.estimate.label")}` : null}{" "}
              <span className="text-muted">{t("timeline.figureCount", { count: figures.length })}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
