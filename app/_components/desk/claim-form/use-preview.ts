import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { PreviewWords } from "@/app/_desk/claim-preview-words";

const PAUSE_MS = 250;

export type Preview = {
  words: PreviewWords | null;
  state: "fresh" | "asked" | "told" | "failed" | "signed_out";
};

/**
 * What is known of the claim as it is typed, asked after each pause; an answer that is late is dropped. `ask` asks
 * again, for what changes without a key being pressed.
 */
export function usePreview(
  form: RefObject<HTMLFormElement | null>,
  locale: string,
): Preview & { ask: () => void } {
  const [preview, setPreview] = useState<Preview>({ words: null, state: "fresh" });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(0);

  const ask = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      if (!form.current) return;
      latest.current += 1;
      const asked = latest.current;
      const answer = await read(form.current, locale);
      if (asked === latest.current) setPreview((before) => ({ words: before.words, ...answer }));
    }, PAUSE_MS);
  }, [form, locale]);

  useEffect(() => () => clearTimeout(timer.current), []);
  return { ...preview, ask };
}

async function read(
  form: HTMLFormElement,
  locale: string,
): Promise<Partial<Preview> & Pick<Preview, "state">> {
  try {
    const answer = await fetch(`/${locale}/desk/claims/check`, { method: "POST", body: new FormData(form) });
    if (answer.status === 401) return { state: "signed_out" };
    if (!answer.ok) return { state: "failed" };
    return { state: "told", words: await answer.json() };
  } catch {
    return { state: "failed" };
  }
}
