import type { ScaleKind } from "../figures/axis";

/** What a reader asked the timeline of an event for; null leaves it at its default. */
export type TimelineChoice = { measure: string | null; scale: ScaleKind | null; since: string | null };

/** Reads the choice from the address; what is not understood is left at its default. */
export function readTimelineChoice(query: Record<string, string | string[] | undefined>): TimelineChoice {
  const { measure, scale, since } = query;
  return {
    measure: typeof measure === "string" && /^[a-z0-9-]{1,120}$/.test(measure) ? measure : null,
    scale: scale === "linear" || scale === "symlog" ? scale : null,
    since: typeof since === "string" && isDay(since) ? since : null,
  };
}

/** A day that is on the calendar: 30 February is none. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The address of the timeline of an event with a choice, at one of its anchors. */
export function timelineHref(
  locale: string,
  slug: string,
  choice: Partial<TimelineChoice> = {},
  anchor = "",
): string {
  const query = new URLSearchParams();
  if (choice.measure) query.set("measure", choice.measure);
  if (choice.scale) query.set("scale", choice.scale);
  if (choice.since) query.set("since", choice.since);
  const search = query.toString();
  return `/${locale}/events/${slug}/timeline${search ? `?${search}` : ""}${anchor ? `#${anchor}` : ""}`;
}
