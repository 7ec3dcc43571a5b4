import clsx from "clsx";
import type { ComponentProps } from "react";
import { controlAttributes, Field, type FieldProps } from "./field";

type InputProps = Pick<
  ComponentProps<"input">,
  | "autoComplete"
  | "autoFocus"
  | "defaultValue"
  | "dir"
  | "inputMode"
  | "lang"
  | "list"
  | "maxLength"
  | "onChange"
  | "onPaste"
  | "readOnly"
  | "ref"
  | "spellCheck"
  | "type"
  | "value"
>;

/** One line of text, in whatever direction it is written. What is blank is the server's to judge. */
export function TextField({
  name,
  id,
  label,
  hint,
  error,
  required,
  texts,
  ...input
}: FieldProps & InputProps) {
  const field = { name, id, label, hint, error, required };
  return (
    <Field {...field} texts={texts}>
      <input
        type="text"
        dir="auto"
        autoComplete="off"
        {...input}
        {...controlAttributes(field)}
        name={name}
        className={clsx("w-full", error && "border-flag")}
      />
    </Field>
  );
}
