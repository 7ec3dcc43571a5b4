// What a browser with scripts adds to words and figures that refer to their explanation: it is shown beside what is
// pointed at or focused, until the pointer or the focus leaves it, or Escape is pressed.
const box = document.createElement("div");
box.className = "explained";
box.setAttribute("role", "tooltip");
// Those who listen hear the same as the description of what refers to it.
box.setAttribute("aria-hidden", "true");
box.hidden = true;
document.body.append(box);

let shownFor = null;
let leaving = 0;

document.addEventListener("pointerover", ({ target, pointerType }) => {
  if (pointerType === "touch") return;
  if (box.contains(target)) clearTimeout(leaving);
  else follow(wordAt(target));
});
document.addEventListener("focusin", ({ target }) => {
  if (target.matches(":focus-visible")) follow(wordAt(target));
});
document.addEventListener("focusout", () => follow(null));
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") hide();
});

function follow(word) {
  if (word === shownFor) return clearTimeout(leaving);
  clearTimeout(leaving);
  // Time to move the pointer into the box: it can be read with a magnifier.
  if (word) show(word);
  else leaving = setTimeout(hide, 200);
}

// A mark's explanation stands in the line below its chart, where it covers nothing.
function wordAt(target) {
  const word = target.closest?.("[aria-describedby^=term-]");
  return word?.closest(".chart-plot") ? null : word;
}

function show(word) {
  const terms = word.getAttribute("aria-describedby").split(" ");
  const lines = terms.map((id) => document.getElementById(id)?.textContent).filter(Boolean);
  box.replaceChildren(
    ...lines.map((line) => Object.assign(document.createElement("p"), { textContent: line })),
  );
  if (lines.length === 0) return;
  box.hidden = false;
  shownFor = word;
  place(word.getBoundingClientRect());
}

function place({ left, right, top, bottom }) {
  const { clientWidth, clientHeight } = document.documentElement;
  const { width, height } = box.getBoundingClientRect();
  const isRtl = document.documentElement.dir === "rtl";
  const x = Math.max(8, Math.min(isRtl ? right - width : left, clientWidth - width - 8));
  const hasRoomBelow = bottom + height + 8 <= clientHeight || top < height + 8;
  box.style.left = `${x + scrollX}px`;
  box.style.top = `${(hasRoomBelow ? bottom + 4 : top - height - 4) + scrollY}px`;
}

function hide() {
  box.hidden = true;
  shownFor = null;
}
