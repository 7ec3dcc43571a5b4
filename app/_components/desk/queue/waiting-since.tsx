import { translator } from "@/lib/format/messages";
import { DayText } from "../../ui/date-text";
import { waited } from "./waited";

type Props = { since: number; now: number; locale: string };

/** How long something waits, and since which day. */
export function WaitingSince({ since, now, locale }: Props) {
  return (
    <>
      {waitedWords(since, now, locale)}
      <small>
        <DayText instant={since} locale={locale} form="short" />
      </small>
    </>
  );
}

/** How long something waits: "3 days ago". */
export function waitedWords(since: number, now: number, locale: string): string {
  const { unit, count } = waited(since, now);
  return translator(locale)(`desk.queue.${unit}`, { count });
}
