import clsx from "clsx";
import type { ComponentProps } from "react";
import { controlAttributes, FieldNotes, type FieldProps } from "./field";

type BoxProps = Pick<ComponentProps<"input">, "defaultChecked" | "onChange" | "ref"> & {
  /** What is sent when it is ticked; nothing is sent otherwise. */
  value?: string;
};

/** Something that is so or not. */
export function CheckboxField({
  name,
  id = name,
  label,
  hint,
  error,
  required,
  texts,
  value = "yes",
  ...box
}: FieldProps & BoxProps) {
  return (
    <div className={clsx("grid gap-1", error && "border-s-3 border-flag ps-3")}>
      <label className="flex items-start gap-3 py-2.5 min-h-11 justify-self-start">
        <input
          type="checkbox"
          {...box}
          {...controlAttributes({ name, id, hint, error, required })}
          name={name}
          value={value}
          className="size-5 min-h-0 mt-0.5 shrink-0 accent-ink"
        />
        {label}
      </label>
      <FieldNotes id={id} hint={hint} error={error} texts={texts} />
    </div>
  );
}
