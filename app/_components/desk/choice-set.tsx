import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { FieldNotes, type FieldProps, RequiredMark } from "./field";

type SetOption = { value: string; label: ReactNode; hint?: ReactNode };

type SetProps = Pick<ComponentProps<"input">, "onChange"> & {
  /** Radios choose one, checkboxes any number. */
  type: "radio" | "checkbox";
  options: readonly SetOption[];
  /** The values that are chosen to begin with. */
  defaultValues?: readonly string[];
  /** Side by side where there is room: for short labels. */
  isInline?: boolean;
};

/** A question with all its answers in sight. Its first answer carries the id, so that an error leads to it. */
export function ChoiceSet({
  name,
  id = name,
  label,
  hint,
  error,
  required,
  texts,
  type,
  options,
  defaultValues = [],
  isInline = false,
  onChange,
}: FieldProps & SetProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <fieldset
      className={clsx("grid gap-1 min-w-0", error && "border-s-3 border-flag ps-3")}
      aria-describedby={described}
    >
      <legend className="font-semibold">
        {label}
        {required ? <RequiredMark texts={texts} /> : null}
      </legend>
      <FieldNotes id={id} hint={hint} error={error} texts={texts} />
      <div className={clsx(isInline ? "flex flex-wrap gap-x-6" : "grid")}>
        {options.map((option, at) => (
          <label key={option.value} className="flex items-start gap-3 py-2.5 min-h-11">
            <input
              id={at === 0 ? id : `${id}-${option.value}`}
              type={type}
              name={name}
              value={option.value}
              defaultChecked={defaultValues.includes(option.value)}
              onChange={onChange}
              aria-invalid={error ? true : undefined}
              className="size-5 min-h-0 mt-0.5 shrink-0 accent-ink"
            />
            <span>
              {option.label}
              {option.hint ? <span className="block small text-muted">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
