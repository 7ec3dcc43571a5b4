/** What somebody else saved in a field: in words, and where they differ from those, the value that is sent. */
export type TheirValue = { field: string; theirs: string; theirsValue?: string };

/** Sent to the hidden field of a combobox, with the record to take. */
export const TAKE = "counterclaim:take";
export type TakeEvent = CustomEvent<{ id: string; label: string }>;

/**
 * Puts a value into the control of its name and says whether it could: a list takes what it holds, by value or by
 * words, and a combobox only a record whose id is told.
 */
export function takeIntoForm(form: HTMLFormElement | null, value: TheirValue): boolean {
  // By name alone: the visible half of a combobox has the same word for its id.
  const controls = [...(form?.elements ?? [])].filter((one) => one.getAttribute("name") === value.field);
  // Of several boxes to tick, one value does not say which are.
  const isSet = controls.length > 1 && controls[0]?.getAttribute("type") === "checkbox";
  const isTaken = !isSet && controls.some((control) => takeInto(control, value));
  if (isTaken) form?.dispatchEvent(new Event("input", { bubbles: true }));
  return isTaken;
}

function takeInto(control: Element, { theirs, theirsValue }: TheirValue): boolean {
  const value = theirsValue ?? theirs;
  if (control instanceof HTMLSelectElement) {
    const option = [...control.options].find((one) => one.value === value || one.text === theirs);
    if (option) control.value = option.value;
    return option !== undefined;
  }
  if (control instanceof HTMLTextAreaElement) {
    control.value = value;
    return true;
  }
  return control instanceof HTMLInputElement && takeIntoInput(control, theirs, theirsValue);
}

function takeIntoInput(input: HTMLInputElement, theirs: string, theirsValue: string | undefined): boolean {
  if (input.type === "hidden") {
    if (theirsValue === undefined) return false;
    input.dispatchEvent(new CustomEvent(TAKE, { detail: { id: theirsValue, label: theirs } }));
  } else if (input.type === "radio") {
    input.checked = (theirsValue ?? theirs) === input.value;
    return input.checked;
  } else if (input.type === "checkbox") input.checked = (theirsValue ?? theirs) === input.value;
  else input.value = theirsValue ?? theirs;
  return true;
}
