import { formatLocaleOf, translator } from "@/lib/format/messages";
import { formatFigure } from "@/lib/format/numbers";
import type { TimelineTexts } from "./event-plot";
import { noteWords, rawWords } from "./figure-words";

/** What the drawing of an event's timeline says, in the words of a locale. */
export function timelineTexts(locale: string): TimelineTexts {
  const t = translator(locale);
  return {
    value: (value) => formatFigure(value, formatLocaleOf(locale)),
    raw: (figure) => rawWords(figure, locale),
    note: (figure) => noteWords(figure, locale),
    theEvent: t("tollTimeline.theEvent"),
    documented: t("timeline.documented"),
  };
}
