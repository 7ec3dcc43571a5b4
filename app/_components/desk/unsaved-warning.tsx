"use client";

import { useEffect, useRef } from "react";
import { useFormStatus } from "react-dom";

/**
 * Stands in a form and makes the browser ask before a page is left on which something was typed and not saved.
 * `isDirty` says so from the beginning: a form that came back with errors. A new `key` begins anew, after saving.
 */
export function UnsavedWarning({ isDirty = false }: { isDirty?: boolean }) {
  const marker = useRef<HTMLSpanElement>(null);
  const hasTyped = useRef(false);
  const { pending } = useFormStatus();
  const isBeingSaved = useRef(pending);
  isBeingSaved.current = pending;

  useEffect(() => {
    const form = marker.current?.closest("form");
    if (!form) return;
    const note = () => {
      hasTyped.current = true;
    };
    const ask = (event: BeforeUnloadEvent) => {
      if ((hasTyped.current || isDirty) && !isBeingSaved.current) event.preventDefault();
    };
    form.addEventListener("input", note);
    form.addEventListener("change", note);
    window.addEventListener("beforeunload", ask);
    return () => {
      form.removeEventListener("input", note);
      form.removeEventListener("change", note);
      window.removeEventListener("beforeunload", ask);
    };
  }, [isDirty]);

  return <span ref={marker} hidden />;
}
