import type { EventPage, MeasureView } from "@/lib/events/types";
import { directionOf, formatLocaleOf, translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";
import { tellDay } from "../ui/date-text";
import { cardFacts, shortened } from "./card-facts";
import { CARD_PX, type CardFrame } from "./card-size";
import { cardStrip } from "./card-strip";
import { IMAGE_THEMES, paintsOf } from "./image-theme";
import { addressOf, eventWords } from "./picture-words";
import { tellHeadline } from "./tell-picture";
import { directionOfText, type Look, linesOf, TextLines } from "./text-lines";
import { writeSvg } from "./write-svg";

const MARGIN_PX = 64;
const STRIP_FOOT_PX = 576;
const STRIP_LEAST_PX = 70;
/** From the largest: how a title may be set, and in how many lines. */
const TITLES: readonly { look: Look; linesMax: number }[] = [
  { look: { face: "serif", size: 56, leading: 64 }, linesMax: 1 },
  { look: { face: "serif", size: 46, leading: 54 }, linesMax: 2 },
  { look: { face: "serif", size: 38, leading: 45 }, linesMax: 3 },
];
const SMALL: Look = { face: "sans", size: 22, leading: 30, tone: "image-muted" };
const NAME: Look = { face: "serif", size: 28, leading: 36 };

/** The card of an event for those who link to it: what, where and when, the headline range and who stands at its ends. */
export function eventCard(event: EventPage, locale: string): string {
  const theme = IMAGE_THEMES.light;
  const direction = directionOf(locale);
  const edge = direction === "rtl" ? ("right" as const) : ("left" as const);
  const frame = { left: MARGIN_PX, right: CARD_PX.width - MARGIN_PX, edge, direction } satisfies CardFrame;
  const headline = event.measures.find((measure) => measure.isHeadline);
  const text = (y: number, lines: readonly string[], look: Look, of = direction) => (
    <svg key={y} y={y} overflow="visible">
      <TextLines lines={lines} look={look} x={frame[edge]} edge={edge} direction={of} />
    </svg>
  );
  const t = translator(locale);
  const title = fittingTitle(event.title, frame.right - frame.left);
  const where = linesOf(
    t("chartImage.cardWhere", eventWords(event, locale)),
    SMALL,
    frame.right - frame.left,
  );
  const below = 92 + title.lines.length * title.look.leading + 6;
  const foot = t("chartImage.cardFoot", {
    address: addressOf(`/${locale}/events/${event.slug}`),
    date: tellDay(event.changedAt, locale),
  });
  return writeSvg(
    <svg {...CARD_PX} xmlns="http://www.w3.org/2000/svg" lang={formatLocaleOf(locale)}>
      <title>{event.title}</title>
      <desc>{tellHeadline(headline, locale)}</desc>
      <rect className="image-paper" {...CARD_PX} />
      {text(44, [t("site.name")], NAME)}
      {text(92, title.lines, title.look, directionOfText(event.title))}
      {text(below, where.slice(0, 1), SMALL)}
      {headline ? (
        <Headline headline={headline} event={event} frame={frame} top={below + 56} locale={locale} />
      ) : null}
      {text(584, linesOf(foot, { ...SMALL, size: 17 }, frame.right - frame.left).slice(0, 1), {
        ...SMALL,
        size: 17,
      })}
    </svg>,
    theme.ink,
    { paints: paintsOf(theme), linkTo: siteUrl },
  );
}

type Props = { headline: MeasureView; event: EventPage; frame: CardFrame; top: number; locale: string };

/** The facts, and what is left of the height for the marks. */
function Headline({ headline, event, frame, top, locale }: Props) {
  const facts = cardFacts(headline, frame, locale);
  const under = top + facts.height + 14;
  return (
    <>
      <line className="mark-grid" x1={frame.left} x2={frame.right} y1={top - 14} y2={top - 14} />
      <svg y={top} overflow="visible">
        {facts.node}
      </svg>
      {STRIP_FOOT_PX - under < STRIP_LEAST_PX ? null : (
        <svg y={under} overflow="visible">
          {cardStrip(headline, event.sides, frame, STRIP_FOOT_PX - under, locale)}
        </svg>
      )}
    </>
  );
}

function fittingTitle(title: string, width: number): { lines: string[]; look: Look } {
  const set = TITLES.map((one) => ({ ...one, lines: linesOf(title, one.look, width) }));
  const fitting = set.find(({ lines, linesMax }) => lines.length <= linesMax) ?? set.at(-1);
  const { lines, look, linesMax } = fitting as (typeof set)[number];
  return { lines: shortened(lines, linesMax), look };
}
