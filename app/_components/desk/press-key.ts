import { moveBetweenRows, pressOnRows, tickRow } from "./row-keys";

/** Whether a key is a letter of a text now. A tick box of a row takes no letters. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches("tr input[type=checkbox], [data-row] input[type=radio]")) return false;
  return target.closest("input, textarea, select, [contenteditable]") !== null;
}

/** Goes to a place of the desk, by the key after "g". False where that is none, or not for who is signed in. */
export function goTo(key: string, places: readonly { href: string }[], locale: string): boolean {
  const path: Record<string, string> = {
    d: "",
    q: "/queue",
    e: "/events",
    s: "/claimants",
    c: "/claims",
  };
  const href = `/${locale}/desk${path[key]}`;
  if (!places.some((place) => place.href === href)) return false;
  location.assign(href);
  return true;
}

/** Does what a single key is for. False where it is for nothing here. */
export function pressKey(key: string, locale: string): boolean {
  if (pressInRow(key)) return true;
  switch (key) {
    case "/":
      return focusOn(
        document.querySelector<HTMLElement>("main input[type=search]") ??
          document.querySelector<HTMLElement>("header input[type=search]"),
      );
    case "n":
    case "e":
      return follow(key, `/${locale}/desk`);
    case "j":
    case "k":
      return moveBetweenRows(key === "j" ? 1 : -1);
    case "x":
      return tickRow();
    case "a":
    case "p":
    case "r":
      return actWith(key);
    default:
      return false;
  }
}

/** Presses what a key is for in the row that has the focus: a radio button, or a part that opens. */
function pressInRow(key: string): boolean {
  const row = document.activeElement?.closest("[data-row]");
  const own = row?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  if (own instanceof HTMLDetailsElement) {
    own.open = true;
    return focusOn(own.querySelector<HTMLElement>("input, select, textarea"));
  }
  if (!(own instanceof HTMLInputElement)) return false;
  own.click();
  return true;
}

function follow(key: string, desk: string): boolean {
  const link = document.querySelector<HTMLAnchorElement>(`a[data-key="${key}"]`);
  if (link) location.assign(link.href);
  else if (key === "n") location.assign(`${desk}/claims/log`);
  return link !== null || key === "n";
}

/** Opens the act of a key, or presses its button. */
function actWith(key: string): boolean {
  const act = document.querySelector<HTMLElement>(`[data-key="${key}"]`);
  if (act instanceof HTMLDetailsElement) {
    act.open = true;
    return focusOn(act.querySelector<HTMLElement>(FIELD));
  }
  const button = act?.querySelector("button");
  return button ? pressOnRows(button, document.getElementById(act?.dataset.asks ?? "")) : false;
}

const FIELD = "form :is(textarea, select, input:not([type=hidden]), button)";

function focusOn(element: HTMLElement | null): boolean {
  element?.focus();
  return element !== null;
}
