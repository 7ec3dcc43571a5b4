import clsx from "clsx";
import type { ComponentProps } from "react";
import { controlAttributes, Field, type FieldProps } from "./field";

type AreaProps = Pick<
  ComponentProps<"textarea">,
  | "autoFocus"
  | "defaultValue"
  | "dir"
  | "lang"
  | "maxLength"
  | "onChange"
  | "onPaste"
  | "readOnly"
  | "ref"
  | "rows"
  | "spellCheck"
  | "value"
>;

/** Text of several lines, in whatever direction it is written. */
export function TextArea({ name, id, label, hint, error, required, texts, ...area }: FieldProps & AreaProps) {
  const field = { name, id, label, hint, error, required };
  return (
    <Field {...field} texts={texts}>
      <textarea
        dir="auto"
        rows={4}
        {...area}
        {...controlAttributes(field)}
        name={name}
        className={clsx("w-full py-2", error && "border-flag")}
      />
    </Field>
  );
}
