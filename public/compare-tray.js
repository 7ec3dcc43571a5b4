// What a browser with scripts adds to ticking claims: what is ticked is kept from page to page, and a bar says how many
// there are and leads to their comparison. Without it the buttons below the tables send what is ticked on the page.
const KEY = "compare";
const BOX = 'input[type="checkbox"][form="compare-form"]';
const form = () => document.getElementById("compare-form");
const boxes = () => [...document.querySelectorAll(BOX)];
// On the page of a comparison what is compared is what is ticked, and nothing is to be opened.
const isComparison = new URL(form().action).pathname === location.pathname;

let kept = new Set(
  isComparison ? new URLSearchParams(location.search).getAll("claim") : (stored() ?? ticked()),
);

document.addEventListener("change", ({ target }) => {
  if (!target.matches(BOX)) return;
  if (target.checked) kept.add(target.value);
  else kept.delete(target.value);
  keep();
});
document.addEventListener("click", ({ target }) => {
  if (!target.matches('#compare-form button[type="button"]')) return;
  kept.clear();
  keep();
  // The bar and its button are gone: focus goes back to where ticking begins.
  boxes()[0]?.focus();
});
// A page that the browser kept may be older than what was ticked since.
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted || isComparison) return;
  kept = new Set(stored() ?? []);
  show();
});
keep();

function keep() {
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...kept]));
  } catch {
    // Where nothing may be kept, each page stands for itself.
  }
  show();
}

function show() {
  const here = new Set();
  for (const box of boxes()) {
    box.checked = kept.has(box.value);
    here.add(box.value);
  }
  for (const field of form().querySelectorAll('input[type="hidden"]')) field.remove();
  for (const id of kept) if (!here.has(id)) form().append(hiddenField(id));
  const told = form().querySelector("[data-told]");
  told.textContent = told.dataset.told.replace("#", kept.size.toLocaleString(document.documentElement.lang));
  form().hidden = isComparison || kept.size === 0;
}

function hiddenField(id) {
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name: "claim", value: id });
  return field;
}

function ticked() {
  return boxes().flatMap((box) => (box.checked ? box.value : []));
}

function stored() {
  try {
    const ids = JSON.parse(sessionStorage.getItem(KEY));
    return Array.isArray(ids) ? ids : null;
  } catch {
    return null;
  }
}
