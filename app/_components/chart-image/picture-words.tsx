import type { EventPage, MeasureView } from "@/lib/events/types";
import { directionOf, translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";
import { tellDate, tellDay } from "../ui/date-text";
import type { Frame } from "./image-frame";
import { type Block, directionOfText, gap, type Look, linesOf, stack, TextLines } from "./text-lines";

type Props = { event: EventPage; measure: MeasureView; frame: Frame; locale: string };

const FOOT: Look = { face: "sans", size: 12.5, leading: 18, tone: "image-muted" };

/** What is counted; in which event, where and when. */
export function pictureHead({ event, measure, frame, locale }: Props): Block {
  const title: Look = { face: "serif", size: frame.isNarrow ? 20 : 24, leading: frame.isNarrow ? 25 : 30 };
  return stack([
    acrossBlock(measure.label, title, frame, directionOfText(measure.label)),
    gap(2),
    acrossBlock(
      translator(locale)("chartImage.subtitle", eventWords(event, locale)),
      { face: "sans", size: 14, leading: 19, tone: "image-muted" },
      frame,
      directionOf(locale),
    ),
  ]);
}

/** Whose picture it is, where it comes from and how things stood. */
export function pictureFoot({ event, measure, frame, locale }: Props): Block {
  const words = translator(locale)("chartImage.foot", {
    address: addressOf(`/${locale}/events/${event.slug}#${measure.slug}`),
    date: tellDay(event.changedAt, locale),
  });
  const line: Block = {
    height: 8,
    node: <line className="mark-grid" x1={frame.left} x2={frame.right} y1={1} y2={1} />,
  };
  return stack([gap(10), line, acrossBlock(words, FOOT, frame, directionOf(locale))]);
}

function acrossBlock(
  text: string,
  look: Look,
  { left, right, edge }: Frame,
  direction: "ltr" | "rtl",
): Block {
  const lines = linesOf(text, look, right - left);
  const x = edge === "left" ? left : right;
  return {
    height: lines.length * look.leading,
    node: <TextLines lines={lines} look={look} x={x} edge={edge} direction={direction} />,
  };
}

export function eventWords({ title, place, occurred }: EventPage, locale: string) {
  return { event: title, place: place.name, date: tellDate(occurred, locale) };
}

/** An address as it is read aloud: without the protocol. */
export function addressOf(path: string): string {
  return siteUrl(path).replace(/^https?:\/\//, "");
}
