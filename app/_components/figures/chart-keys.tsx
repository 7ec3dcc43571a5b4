"use client";

import { useEffect, useRef, useState } from "react";

/**
 * What a browser with scripts adds to a chart: the mark under the pointer or the focus is told in a sentence,
 * and the arrow keys move between marks. The marks are links with full names, so nothing depends on it.
 */
export function ChartKeys({ hint }: { hint: string }) {
  const line = useRef<HTMLParagraphElement>(null);
  const [told, setTold] = useState<string | null>(null);

  useEffect(() => {
    const chart = line.current?.closest("figure");
    if (!chart) return;
    const tell = (event: Event) => setTold(markOf(event.target)?.getAttribute("aria-label") ?? null);
    const untell = () => setTold(null);
    chart.addEventListener("pointerover", tell);
    chart.addEventListener("pointerleave", untell);
    chart.addEventListener("focusin", tell);
    chart.addEventListener("focusout", untell);
    chart.addEventListener("keydown", moveBetweenMarks);
    return () => {
      chart.removeEventListener("pointerover", tell);
      chart.removeEventListener("pointerleave", untell);
      chart.removeEventListener("focusin", tell);
      chart.removeEventListener("focusout", untell);
      chart.removeEventListener("keydown", moveBetweenMarks);
    };
  }, []);

  // Hidden from those who listen: the name of the focused link says the same.
  return (
    <p ref={line} className="chart-told" aria-hidden="true">
      {told ?? hint}
    </p>
  );
}

function markOf(target: EventTarget | null): SVGAElement | null {
  if (!(target instanceof Element)) return null;
  const row = target.closest(".chart-row");
  return (
    target.closest<SVGAElement>(".chart-plot a") ?? row?.querySelector<SVGAElement>(".chart-plot a") ?? null
  );
}

function moveBetweenMarks(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const chart = event.currentTarget;
  const here = event.target instanceof SVGAElement ? event.target : null;
  if (!step || !here || !(chart instanceof Element) || event.altKey || event.ctrlKey || event.metaKey) return;
  // Of the two drawings of a row only one is shown, and only what is shown has a box.
  const marks = [...chart.querySelectorAll<SVGAElement>(".chart-plot a")].filter(
    (mark) => mark.getClientRects().length > 0,
  );
  marks[marks.indexOf(here) + step]?.focus();
  event.preventDefault();
}
