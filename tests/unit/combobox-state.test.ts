import { useCombobox } from "downshift";
import { describe, expect, test } from "vitest";
import { exactChoice, nextState } from "../../app/_components/desk/combobox-state";
import { fillIn } from "../../app/_components/desk/fill-in";
import type { Choice } from "../../lib/search/types";

const { InputChange, InputKeyDownEscape } = useCombobox.stateChangeTypes;

const choice = (id: string, label: string, matched: string | null = null): Choice => ({
  id,
  label,
  detail: null,
  matched,
});
const reuters = choice("1", "Reuters");
const makiivka = choice("2", "Makiivka", "Макіївка");

describe("a name that was typed in full before the list came", () => {
  test("is the record of that name, whatever its capitals and spaces", () => {
    for (const typed of ["Reuters", " reuters ", "REUTERS"]) {
      expect(exactChoice([makiivka, reuters], typed)).toBe(reuters);
    }
  });

  test("is the record of that other name", () => {
    expect(exactChoice([reuters, makiivka], "макіївка")).toBe(makiivka);
  });

  test("is none where it is only the beginning of one, or the name of two", () => {
    expect(exactChoice([reuters], "Reuter")).toBeNull();
    expect(exactChoice([reuters, choice("3", "reuters")], "Reuters")).toBeNull();
    expect(exactChoice([reuters], " ")).toBeNull();
  });
});

describe("what is sent is what is shown", () => {
  const state = { isOpen: false, highlightedIndex: -1, inputValue: "Reuters", selectedItem: reuters };
  const change = <T>(type: T, changes: Partial<typeof state>) =>
    ({ type, changes: { ...state, ...changes } }) as never;

  test("other letters are no longer the record that was taken", () => {
    const typed = change(InputChange, { inputValue: "Reutersx", isOpen: true });
    expect(nextState(state, typed, reuters)).toMatchObject({ inputValue: "Reutersx", selectedItem: null });
    const same = change(InputChange, { inputValue: "Reuters" });
    expect(nextState(state, same, reuters)).toMatchObject({ selectedItem: reuters });
  });

  test("Escape closes the list, then brings back what was taken, then empties the field", () => {
    const emptied = { inputValue: "", selectedItem: null as unknown as Choice };
    const typed = { ...state, inputValue: "Reutersx", selectedItem: null };
    const closed = nextState(
      { ...typed, isOpen: true },
      change(InputKeyDownEscape, { ...typed, selectedItem: null as unknown as Choice }),
      reuters,
    );
    expect(closed).toMatchObject({ isOpen: false, inputValue: "Reutersx", selectedItem: null });
    const back = nextState(typed, change(InputKeyDownEscape, emptied), reuters);
    expect(back).toMatchObject({ inputValue: "Reuters", selectedItem: reuters });
    expect(nextState(state, change(InputKeyDownEscape, emptied), reuters)).toMatchObject(emptied);
    expect(nextState(typed, change(InputKeyDownEscape, emptied), null)).toMatchObject(emptied);
  });
});

test("a text takes its value as it is, whatever signs it has", () => {
  expect(fillIn("Create “{typed}”", "typed", "$& {typed}")).toBe("Create “$& {typed}”");
});
