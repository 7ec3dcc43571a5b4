// What a browser with scripts adds to a chart: the mark under the pointer or the focus is told in a sentence, and
// the arrow keys move between marks. The marks are links with full names, so nothing depends on it.
for (const line of document.querySelectorAll(".chart-told")) {
  const chart = line.closest("figure");
  const hint = line.textContent;
  const tell = (event) => {
    const mark = markOf(event.target);
    line.textContent = mark ? [mark.getAttribute("aria-label"), ...explanationsOf(mark)].join(". ") : hint;
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

function explanationsOf(mark) {
  const terms = mark.getAttribute("aria-describedby")?.split(" ") ?? [];
  return terms.flatMap((id) => document.getElementById(id)?.textContent.trim() ?? []);
}

// Rows stand one under the other; along an axis of time the next mark is to the right.
const DOWN = { ArrowDown: 1, ArrowUp: -1 };
const ACROSS = { ...DOWN, ArrowRight: 1, ArrowLeft: -1 };

function moveBetweenMarks(event, chart) {
  const step = (chart.classList.contains("time-chart") ? ACROSS : DOWN)[event.key];
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
