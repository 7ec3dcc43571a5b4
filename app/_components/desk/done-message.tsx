"use client";

import { useEffect, useRef } from "react";

/**
 * What was just done, after the page was led to with ?done=…. Takes the focus, since the button that did it may be
 * gone, and leaves the address without it, so that the page when it is loaded again does not say it again.
 */
export function DoneMessage({ text }: { text: string | null }) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (!text) return;
    place.current?.focus();
    const address = new URL(window.location.href);
    address.searchParams.delete("done");
    window.history.replaceState(null, "", address);
  }, [text]);
  return (
    <p ref={place} role="status" tabIndex={-1} className={text ? "font-semibold mb-6" : undefined}>
      {text}
    </p>
  );
}
