import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Typed } from "@/lib/forms/form-state";

const PAUSE_MS = 1200;

export type DraftState = {
  /** Where the form is kept as far as it was typed, and since when (milliseconds since 1970 UTC). */
  kept: "no" | "here" | "desk";
  at: number | null;
  isSignedOut: boolean;
};

type Kept = { draftId: string; values: Typed; at: number };

/**
 * Keeps a form while it is typed: at once in this browser, for its author alone, and after each pause on the server,
 * so that it survives a reload, a lost session and another machine. `note` is told of each change.
 */
export function useDraft(
  form: RefObject<HTMLFormElement | null>,
  { place, locale, draftId }: { place: string; locale: string; draftId: string },
): DraftState & { note: () => void } {
  const [state, setState] = useState<DraftState>({ kept: "no", at: null, isSignedOut: false });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const note = useCallback(() => {
    if (!form.current) return;
    const kept: Kept = { draftId, values: valuesOf(form.current), at: Date.now() };
    keepHere(place, kept);
    setState((before) => ({ ...before, kept: before.kept === "desk" ? "desk" : "here", at: kept.at }));
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      const status = await keepOnDesk(locale, kept);
      setState({ kept: status === 204 ? "desk" : "here", at: kept.at, isSignedOut: status === 401 });
    }, PAUSE_MS);
  }, [form, place, locale, draftId]);

  useEffect(() => () => clearTimeout(timer.current), []);
  return { ...state, note };
}

/** What this browser kept of a form that was not sent; null where there is nothing, or it was sent after all. */
export async function findKept(place: string, locale: string): Promise<Kept | null> {
  const kept = readKept(place);
  if (!kept) return null;
  const submission = kept.values.submissionId?.[0] ?? "";
  try {
    const answer = await fetch(`/${locale}/desk/drafts?submission=${encodeURIComponent(submission)}`);
    if (answer.ok && (await answer.json()).isLogged) {
      forgetKept(place);
      return null;
    }
  } catch {
    // Without an answer it is better shown twice than lost.
  }
  return kept;
}

export function forgetKept(place: string): void {
  try {
    localStorage.removeItem(place);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function valuesOf(form: HTMLFormElement): Typed {
  const values: Typed = {};
  for (const [name, value] of new FormData(form).entries()) {
    if (typeof value === "string" && !name.startsWith("$ACTION_"))
      values[name] = [...(values[name] ?? []), value];
  }
  return values;
}

function keepHere(place: string, kept: Kept): void {
  try {
    localStorage.setItem(place, JSON.stringify(kept));
  } catch {
    // Private windows may refuse; the server keeps it.
  }
}

function readKept(place: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? "null");
  } catch {
    return null;
  }
}

async function keepOnDesk(locale: string, { draftId, values }: Kept): Promise<number> {
  try {
    const body = JSON.stringify({ id: draftId, form: "claim", values });
    const headers = { "Content-Type": "application/json" };
    const { status } = await fetch(`/${locale}/desk/drafts`, {
      method: "PUT",
      body,
      headers,
      keepalive: true,
    });
    return status;
  } catch {
    return 0;
  }
}
