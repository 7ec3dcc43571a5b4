"use client";

import type { ReactNode } from "react";
import type { FormState } from "@/lib/forms/form-state";

type Props = {
  title: string;
  /** Whether it stands open before anything was sent. */
  isOpen?: boolean;
  state: FormState;
  children: ReactNode;
};

/** One of several forms, behind its title: open once it came back with an answer. */
export function Way({ title, isOpen = false, state, children }: Props) {
  return (
    // Who opens it before the scripts have come finds it open when they have.
    <details
      open={isOpen || state.outcome !== "fresh" || undefined}
      suppressHydrationWarning
      className="border-b border-rule"
    >
      <summary className="py-3 font-semibold">{title}</summary>
      <div className="pb-6 pt-2">{children}</div>
    </details>
  );
}
