import clsx from "clsx";
import type { ReactNode } from "react";
import type { FieldTexts } from "./field-texts";

/** What every field of a form is told. */
export type FieldProps = {
  name: string;
  /** The name, unless two fields of a page share it. An error summary leads to it. */
  id?: string;
  label: string;
  hint?: ReactNode;
  error?: string | null;
  required?: boolean;
  texts: FieldTexts;
};

/** The label, hint and error around one control, which carries the attributes of `controlAttributes`. */
export function Field({
  name,
  id = name,
  label,
  hint,
  error,
  required,
  texts,
  children,
}: FieldProps & { children: ReactNode }) {
  return (
    <div className={clsx("grid gap-1 min-w-0", error && "border-s-3 border-flag ps-3")}>
      <label id={`${id}-label`} htmlFor={id} className="font-semibold justify-self-start">
        {label}
        {required ? <RequiredMark texts={texts} /> : null}
      </label>
      <FieldNotes id={id} hint={hint} error={error} texts={texts} />
      {children}
    </div>
  );
}

/** In words, since a sign would need a key. */
export function RequiredMark({ texts }: { texts: FieldTexts }) {
  return <span className="small text-muted font-normal"> {texts.required}</span>;
}

type NotesProps = Pick<FieldProps, "hint" | "error" | "texts"> & { id: string };

/** What is said about a field: how to fill it in, and what is wrong with it. */
export function FieldNotes({ id, hint, error, texts }: NotesProps) {
  return (
    <>
      {hint ? (
        <p id={`${id}-hint`} className="small text-muted measure-text">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="small text-flag font-semibold measure-text">
          <span className="sr-only">{texts.error} </span>
          {error}
        </p>
      ) : null}
    </>
  );
}

/** The attributes by which a control is tied to its label, hint and error. */
export function controlAttributes({
  name,
  id = name,
  hint,
  error,
  required,
}: Omit<FieldProps, "texts" | "label">) {
  return {
    id,
    "aria-describedby": [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined,
    "aria-invalid": error ? true : undefined,
    "aria-required": required || undefined,
  };
}
