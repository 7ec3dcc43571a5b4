import { type UseComboboxState, type UseComboboxStateChangeOptions, useCombobox } from "downshift";
import type { Choice } from "@/lib/search/types";

/** What the list of a combobox holds: records, and last the offer to make one of what was typed. */
export type ComboboxOption = Choice & { isNew?: true };

type State = UseComboboxState<ComboboxOption>;
type Change = UseComboboxStateChangeOptions<ComboboxOption>;

const { stateChangeTypes: types } = useCombobox;

/**
 * What becomes of a combobox: other letters are no longer the record that was taken, and Escape closes the list, then
 * brings back the record that was taken last, then empties the field.
 */
export function nextState(state: State, { type, changes }: Change, lastTaken: Choice | null): Partial<State> {
  switch (type) {
    case types.InputChange:
      return changes.inputValue === state.selectedItem?.label ? changes : { ...changes, selectedItem: null };
    case types.InputClick:
      return { ...changes, isOpen: true };
    case types.InputKeyDownEscape:
      return state.isOpen || !lastTaken || state.inputValue === lastTaken.label
        ? changes
        : { ...changes, selectedItem: lastTaken, inputValue: lastTaken.label };
    case types.FunctionSelectItem:
      return changes.selectedItem ? changes : { ...changes, inputValue: state.inputValue };
    default:
      return changes;
  }
}

/** The one choice that is called exactly what was typed, if there is one and no other. */
export function exactChoice(choices: readonly Choice[], typed: string): Choice | null {
  const name = plain(typed);
  const exact = choices.filter(
    ({ label, matched }) => plain(label) === name || plain(matched ?? "") === name,
  );
  return name !== "" && exact.length === 1 ? (exact[0] ?? null) : null;
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, " ").normalize("NFC").toLowerCase();
}
