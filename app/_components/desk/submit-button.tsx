"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import type { FieldTexts } from "./field-texts";

type ButtonProps = {
  /** The verb: "Publish claim". */
  children: ReactNode;
  texts: FieldTexts;
  /** What tells the buttons of one form apart on the server. */
  name?: string;
  value?: string;
  isQuiet?: boolean;
};

/** Sends its form once: while it is on its way the button says so, and pressing it again does nothing. */
export function SubmitButton({ children, texts, name, value, isQuiet = false }: ButtonProps) {
  const { pending, data } = useFormStatus();
  const isMine = pending && (name === undefined || data?.get(name) === (value ?? ""));
  return (
    <button
      type="submit"
      name={name}
      value={value}
      // Not disabled, which would take the focus away from whoever pressed it.
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
      className={clsx(
        "px-5 justify-self-start",
        isQuiet ? "border-rule-strong" : "border-ink bg-ink text-paper hover:bg-ink hover:underline",
        pending && "opacity-70 cursor-progress",
      )}
    >
      {isMine ? texts.pending : children}
    </button>
  );
}
