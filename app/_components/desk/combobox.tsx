"use client";

import clsx from "clsx";
import { useCombobox } from "downshift";
import { type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from "react";
import type { ChoiceKind } from "@/lib/search/schema";
import type { Choice } from "@/lib/search/types";
import { ComboboxList } from "./combobox-list";
import { type ComboboxOption, exactChoice, nextState } from "./combobox-state";
import { controlAttributes, Field, type FieldProps } from "./field";
import { fillIn } from "./fill-in";
import { TAKE, type TakeEvent } from "./take-into-form";
import { useChoices } from "./use-choices";

/** What a form can do with a combobox from outside: lead to it, or put a record into it that was made on the spot. */
export type ComboboxHandle = { focus(): void; take(choice: Choice): void };

type ComboboxProps = FieldProps & {
  kind: ChoiceKind;
  locale: string;
  /** Whose measures or claims are offered; of claimants and reports, which come first. */
  eventId?: string | null;
  /** What it begins with; with a blank id, a text that was typed and is no record yet. */
  initial?: Pick<Choice, "id" | "label"> | null;
  /** Called when a record is taken, and with null when it no longer is. */
  onSelect?: (choice: Choice | null) => void;
  /** Offers to make a record of what was typed, as the last of the list. */
  onCreate?: (typed: string) => void;
  /** The words of that offer, instead of "Create …". */
  createLabel?: (typed: string) => string;
  autoFocus?: boolean;
  ref?: Ref<ComboboxHandle>;
};

/**
 * A choice of one record among many, found by typing. Sends its id under `name`, blank where the text is of no
 * record, and the text under `name` and "Label". Nothing is taken that was not pointed at or typed in full.
 */
export function Combobox({ kind, locale, eventId = null, initial = null, ref, ...props }: ComboboxProps) {
  const { name, id = name, texts, onSelect, onCreate, createLabel, autoFocus, ...field } = props;
  const input = useRef<HTMLInputElement>(null);
  const lastTaken = useRef<Choice | null>(initial?.id ? asChoice(initial) : null);
  const [typed, setTyped] = useState("");
  const [isListed, setIsListed] = useState(false);
  const [isAwaited, setIsAwaited] = useState(false);
  const [taken, setTaken] = useState(initial?.id ?? "");
  const answer = useChoices({ locale, kind, eventId, typed: typed.trim() }, isListed || isAwaited);

  const words = texts.combobox;
  const offered = onCreate && answer.isCurrent && typed.trim() !== "" ? [newOption(typed.trim())] : [];
  const options: ComboboxOption[] = [...answer.choices, ...offered];

  const box = useCombobox<ComboboxOption>({
    id: useId(),
    inputId: id,
    labelId: `${id}-label`,
    items: options,
    itemToString: (option) => option?.label ?? "",
    initialInputValue: initial?.label ?? "",
    initialSelectedItem: lastTaken.current,
    stateReducer: (state, change) => nextState(state, change, lastTaken.current),
    onIsOpenChange: ({ isOpen }) => setIsListed(isOpen),
    onInputValueChange: ({ inputValue, selectedItem }) => {
      // Once a record is taken, the list begins anew: with what was used last.
      setTyped(selectedItem ? "" : inputValue);
      setIsAwaited(!selectedItem && inputValue.trim() !== "");
    },
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem?.isNew) {
        box.selectItem(null);
        onCreate?.(selectedItem.label);
        return;
      }
      if (selectedItem) {
        lastTaken.current = selectedItem;
        setTyped("");
      }
      setTaken(selectedItem?.id ?? "");
      setIsAwaited(selectedItem === null && isAwaited);
      onSelect?.(selectedItem ?? null);
    },
  });
  const { isOpen, selectItem, setHighlightedIndex } = box;

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about the moment at which an answer arrives
  useEffect(() => {
    if (!answer.isCurrent || answer.choices.length === 0 || typed.trim() === "") return;
    if (isOpen) setHighlightedIndex(0);
    // Whoever types a whole name and goes on before the list has come meant the record of that name.
    else if (isAwaited) selectExact();
  }, [answer.isCurrent, answer.choices, isOpen]);
  const selectExact = () => {
    const exact = exactChoice(answer.choices, typed);
    if (exact) selectItem(exact);
    setIsAwaited(false);
  };
  // Not by the attribute: what is typed before the field listens would be lost.
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);
  useImperativeHandle(ref, () => ({
    focus: () => input.current?.focus(),
    take: (choice) => selectItem(choice),
  }));

  return (
    <Field {...field} name={name} id={id} texts={texts}>
      <div className="relative">
        <input
          {...box.getInputProps({ ref: input, "aria-expanded": isOpen && options.length > 0 })}
          {...controlAttributes({ ...field, name, id })}
          name={`${name}Label`}
          type="text"
          dir="auto"
          spellCheck={false}
          className={clsx("w-full", field.error && "border-flag")}
        />
        <ComboboxList
          box={box}
          options={options}
          answer={answer}
          typed={typed.trim()}
          createLabel={createLabel ?? ((text) => fillIn(words.create, "typed", text))}
          hasTaken={taken !== (initial?.id ?? "")}
          words={words}
        />
        <TakenId name={name} id={taken} onTake={selectItem} />
      </div>
    </Field>
  );
}

type TakenProps = { name: string; id: string; onTake: (choice: Choice | null) => void };

/**
 * What is sent. Taking a record by pointing at it changes no field that a form could notice, so it is told here; and
 * a record that somebody else saved is taken from here (R33).
 */
function TakenId({ name, id, onTake }: TakenProps) {
  const field = useRef<HTMLInputElement>(null);
  const before = useRef(id);
  useEffect(() => {
    if (before.current === id) return;
    before.current = id;
    field.current?.dispatchEvent(new Event("change", { bubbles: true }));
  }, [id]);
  useEffect(() => {
    const hidden = field.current;
    const take = (event: Event) => {
      const { detail } = event as TakeEvent;
      onTake(detail.id ? asChoice(detail) : null);
    };
    hidden?.addEventListener(TAKE, take);
    return () => hidden?.removeEventListener(TAKE, take);
  }, [onTake]);
  return <input ref={field} type="hidden" name={name} value={id} />;
}

function asChoice({ id, label }: Pick<Choice, "id" | "label">): Choice {
  return { id, label, detail: null, matched: null };
}

function newOption(typed: string): ComboboxOption {
  return { ...asChoice({ id: "", label: typed }), isNew: true };
}
