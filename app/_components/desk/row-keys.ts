/** The rows of a page, in a list or a table, each with a link that opens it: the first one in it. */
function listRows(): { row: HTMLElement; link: HTMLElement }[] {
  return [...document.querySelectorAll<HTMLElement>("main [data-row], main tbody tr")].flatMap((row) => {
    const link = row.querySelector<HTMLElement>("a[href]");
    return link ? [{ row, link }] : [];
  });
}

/** Puts the focus on the next row, or the one before. False at the end. */
export function moveBetweenRows(step: 1 | -1): boolean {
  const rows = listRows();
  const here = rows.findIndex(({ row }) => row.contains(document.activeElement));
  const next = rows[here === -1 ? (step === 1 ? 0 : rows.length - 1) : here + step];
  next?.link.focus();
  return next !== undefined;
}

/** Ticks the row that has the focus, or takes its tick away. */
export function tickRow(): boolean {
  const box = boxOfRow();
  box?.click();
  return box !== null;
}

/**
 * Presses a button. One of a form with ticked rows acts on the row that has the focus where none is ticked, and where
 * it asks for something first it only leaves the focus there.
 */
export function pressOnRows(button: HTMLButtonElement, asked: HTMLElement | null): boolean {
  const hasRows = button.form?.querySelector(BOX);
  const isTicked = button.form?.querySelector(`${BOX}:checked`);
  if (hasRows && !isTicked && !tickRow()) return false;
  if (asked) asked.focus();
  else button.click();
  return true;
}

const BOX = "tbody input[type=checkbox]";

function boxOfRow(): HTMLInputElement | null {
  const row = document.activeElement?.closest("[data-row], tbody tr");
  return row?.querySelector<HTMLInputElement>("input[type=checkbox]") ?? null;
}
