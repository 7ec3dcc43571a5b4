import clsx from "clsx";
import type { ComponentProps } from "react";
import { controlAttributes, Field, type FieldProps } from "./field";

export type Option = { value: string; label: string };

type SelectProps = Pick<ComponentProps<"select">, "autoFocus" | "onChange" | "ref"> & {
  options: readonly Option[];
  defaultValue?: string;
  /** The words of a first, blank option: for a choice that may stay open, or that nobody should make unawares. */
  blank?: string;
};

/** A choice of one among a few that everybody knows; for more there is the combobox. */
export function SelectField({
  name,
  id,
  label,
  hint,
  error,
  required,
  texts,
  options,
  blank,
  defaultValue,
  ...select
}: FieldProps & SelectProps) {
  const field = { name, id, label, hint, error, required };
  return (
    <Field {...field} texts={texts}>
      <select
        // When a form comes back with errors React resets it, and a select to what it was first made with.
        key={defaultValue}
        {...select}
        defaultValue={defaultValue ?? ""}
        {...controlAttributes(field)}
        name={name}
        className={clsx("w-full", error && "border-flag")}
      >
        {blank === undefined ? null : <option value="">{blank}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}
