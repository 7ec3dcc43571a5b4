import clsx from "clsx";
import type { UseComboboxReturnValue } from "downshift";
import type { ComboboxOption } from "./combobox-state";
import type { FieldTexts } from "./field-texts";
import { fillIn } from "./fill-in";
import type { ChoicesAnswer } from "./use-choices";

type Words = FieldTexts["combobox"];

type ListProps = {
  box: UseComboboxReturnValue<ComboboxOption>;
  options: readonly ComboboxOption[];
  answer: ChoicesAnswer;
  typed: string;
  createLabel: (typed: string) => string;
  /** Whether another record was taken than the one it began with, which is told. */
  hasTaken: boolean;
  words: Words;
};

/** The list below a combobox, and what is told of it to those who do not see it. */
export function ComboboxList({ box, options, answer, typed, createLabel, hasTaken, words }: ListProps) {
  const sentence = sentenceFor(answer, typed, words);
  const told = box.isOpen
    ? (sentence ?? words.results[answer.choices.length] ?? "")
    : hasTaken
      ? takenSentence(box, words)
      : "";
  return (
    <>
      <div
        className="absolute inset-x-0 top-full z-20 mt-1 border border-rule-strong bg-panel"
        hidden={!box.isOpen}
      >
        <ul
          {...box.getMenuProps()}
          // A list that scrolls is a stop of the Tab key in some browsers, and would take the focus with it when it closes.
          tabIndex={-1}
          hidden={options.length === 0}
          className={clsx("max-h-[min(19rem,50vh)] overflow-y-auto", !answer.isCurrent && "text-muted")}
        >
          {options.map((option, index) => (
            <li
              key={option.isNew ? "new" : option.id}
              {...box.getItemProps({ item: option, index })}
              className={clsx(
                "px-3 py-2 min-h-11 cursor-pointer wrap-anywhere",
                box.highlightedIndex === index && "bg-band outline-2 -outline-offset-2 outline-ink",
                option.isNew && index > 0 && "border-t border-rule",
              )}
            >
              {option.isNew ? <span className="font-semibold">{createLabel(option.label)}</span> : null}
              {option.isNew ? null : <OptionText option={option} words={words} />}
            </li>
          ))}
        </ul>
        {sentence ? <p className="px-3 py-2.5 text-muted wrap-anywhere">{sentence}</p> : null}
      </div>
      <p role="status" className="sr-only">
        {told}
      </p>
    </>
  );
}

function OptionText({ option, words }: { option: ComboboxOption; words: Words }) {
  const also = option.matched === null ? null : fillIn(words.matched, "name", isolated(option.matched));
  const details = option.detail?.split(SEPARATOR).map(isolated) ?? [];
  const notes = [...details, also].filter(Boolean).join(SEPARATOR);
  return (
    <>
      <span className="block line-clamp-3">
        <bdi>{option.label}</bdi>
      </span>
      {notes ? <span className="block small text-muted">{notes}</span> : null}
    </>
  );
}

/** Between the parts of a detail. */
const SEPARATOR = " · ";

// Names in another direction would pull the signs between them to their wrong ends.
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

function sentenceFor(
  { choices, isCurrent, failure }: ChoicesAnswer,
  typed: string,
  words: Words,
): string | null {
  if (!isCurrent) return choices.length > 0 ? null : words.searching;
  if (failure === "signed_out") return words.signedOut;
  if (failure) return words.failed;
  if (choices.length > 0) return null;
  return typed === "" ? words.nothingYet : fillIn(words.nothing, "typed", isolated(typed));
}

function takenSentence({ selectedItem }: ListProps["box"], words: Words): string {
  return selectedItem ? fillIn(words.taken, "label", isolated(selectedItem.label)) : "";
}
