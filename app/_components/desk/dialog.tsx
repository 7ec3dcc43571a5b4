"use client";

import { type ReactNode, type SyntheticEvent, useEffect, useId, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import type { FieldTexts } from "./field-texts";

type DialogProps = {
  isOpen: boolean;
  /** Called when it was closed, by Escape or its button; the caller then sets isOpen to false. */
  onClose: () => void;
  title: string;
  texts: FieldTexts;
  children: ReactNode;
};

/**
 * A modal dialog, for making a record on the spot. It stands at the end of the page, so that it can hold a form of
 * its own while it is opened from within another; the focus returns to where it was.
 */
export function Dialog({ isOpen, ...rest }: DialogProps) {
  return isOpen ? createPortal(<OpenDialog {...rest} />, document.body) : null;
}

function OpenDialog({ onClose, title, texts, children }: Omit<DialogProps, "isOpen">) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useShownModal(dialog);
  return (
    // React tells the form outside of what happens in the one inside, which is none of its business.
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      // The browser tells it later: by then the dialog may be open again.
      onClose={({ currentTarget }) => {
        if (!currentTarget.open) onClose();
      }}
      onSubmit={keepInside}
      onChange={keepInside}
      onInput={keepInside}
      className="m-auto w-[min(40rem,calc(100vw-2rem))] max-h-[calc(100dvh-2rem)] overflow-y-auto border border-ink bg-paper text-ink p-5 backdrop:bg-ink/40"
    >
      <h2 id={titleId} className="text-xl pe-24 pb-4">
        {title}
      </h2>
      {children}
      {/* After the form, so that the first field gets the focus, not this. */}
      <button type="button" className="absolute top-4 end-4" onClick={() => dialog.current?.close()}>
        {texts.close}
      </button>
    </dialog>
  );
}

// Closed before it is taken off the page: only then does the browser give the focus back.
function useShownModal(dialog: React.RefObject<HTMLDialogElement | null>) {
  const useBeforePaint = typeof window === "undefined" ? useEffect : useLayoutEffect;
  useBeforePaint(() => {
    const shown = dialog.current;
    if (!shown) return;
    if (!shown.open) shown.showModal();
    return () => shown.close();
  }, [dialog]);
}

function keepInside(event: SyntheticEvent) {
  event.stopPropagation();
}
