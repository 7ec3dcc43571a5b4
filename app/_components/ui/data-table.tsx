import clsx from "clsx";
import type { ReactNode } from "react";

/** A small table whose columns fit any width. Its caption is for those who listen; a heading stands above it. */
export function DataTable({
  caption,
  isNumeric = false,
  children,
}: {
  caption: string;
  isNumeric?: boolean;
  children: ReactNode;
}) {
  return (
    <table
      className={clsx(
        "w-full max-w-2xl border-collapse lining-nums tabular-nums",
        "[&_:is(td,th)]:text-start [&_:is(td,th)]:align-top [&_:is(td,th)]:py-2 [&_:is(td,th)]:pe-4 [&_:is(td,th):last-child]:pe-0",
        "[&_tbody_:is(td,th)]:border-b [&_tbody_:is(td,th)]:border-rule [&_tbody_th]:font-normal",
        "[&_thead_th]:border-b [&_thead_th]:border-ink [&_thead_th]:text-[0.8125rem] [&_thead_th]:font-semibold [&_thead_th]:text-muted",
        isNumeric && "[&_:is(td,th):not(:first-child)]:text-end",
      )}
    >
      <caption className="sr-only">{caption}</caption>
      {children}
    </table>
  );
}
