// What a browser with scripts adds to a chart: the mark under the pointer or the focus is told in a sentence, and
// the arrow keys move between marks. The marks are links with full names, so nothing depends on it.
for (const line of document.querySelectorAll(".chart-told")) {
  const chart = line.closest("figure");
  const hint = line.textContent;
  const tell = (event) => {
    line.textContent = markOf(event.target)?.getAttribute("aria-label") ?? hint;
  };
  const untell = () => {
    line.textContent = hint;
  };
  chart.addEventListener("pointerover", tell);
  chart.addEventListener("pointerleave", untell);
  chart.addEventListener("focusin", tell);
  chart.addEventListener("focusout", untell);
  chart.addEventListener("keydown", (event) => moveBetweenMarks(event, chart));
  line.hidden = false;
}

function markOf(target) {
  return target.closest(".chart-plot a") ?? target.closest(".chart-row")?.querySelector(".chart-plot a");
}

function moveBetweenMarks(event, chart) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
  // Of the two drawings of a row only one is shown, and only what is shown has a box.
  const marks = [...chart.querySelectorAll(".chart-plot a")].filter(
    (mark) => mark.getClientRects().length > 0,
  );
  const here = marks.indexOf(event.target);
  if (here === -1) return;
  marks[here + step]?.focus();
  event.preventDefault();
}
