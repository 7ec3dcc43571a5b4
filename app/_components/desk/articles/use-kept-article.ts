import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

const PAUSE_MS = 800;

/** How the figure of a candidate is read, by its place in the list. */
export type ReadBacks = Record<number, string>;

type Kept = { state: "fresh" | "kept" | "failed" | "signed_out"; readBacks: ReadBacks };

/** Keeps the decisions of an article after each pause, and tells how its figures are read. `note` is told of each change. */
export function useKeptArticle(
  form: RefObject<HTMLFormElement | null>,
  keepAt: string,
): Kept & { note: () => void } {
  const [kept, setKept] = useState<Kept>({ state: "fresh", readBacks: {} });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const note = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      if (!form.current) return;
      const answer = await keep(keepAt, new FormData(form.current));
      setKept((before) => (answer.state === "kept" ? answer : { ...before, state: answer.state }));
    }, PAUSE_MS);
  }, [form, keepAt]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { ...kept, note };
}

async function keep(keepAt: string, body: FormData): Promise<Kept> {
  for (const name of [...body.keys()]) if (name.startsWith("$ACTION_")) body.delete(name);
  try {
    const answer = await fetch(keepAt, { method: "POST", body });
    if (answer.status === 401) return { state: "signed_out", readBacks: {} };
    if (!answer.ok) return { state: "failed", readBacks: {} };
    return { state: "kept", readBacks: (await answer.json()).readBacks };
  } catch {
    return { state: "failed", readBacks: {} };
  }
}
