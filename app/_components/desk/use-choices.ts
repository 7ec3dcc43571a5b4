import { useEffect, useState } from "react";
import type { ChoiceKind } from "@/lib/search/schema";
import type { Choice } from "@/lib/search/types";

/** Long enough that a word typed at once is one question, short enough not to be noticed. */
const PAUSE_MS = 120;

export type ChoicesQuery = { locale: string; kind: ChoiceKind; eventId: string | null; typed: string };

/**
 * What the server offers for what was typed. While a new answer is awaited, the choices of the one before it stay:
 * `isCurrent` tells whether they are an answer to these very letters.
 */
export type ChoicesAnswer = {
  choices: readonly Choice[];
  isCurrent: boolean;
  failure: "failed" | "signed_out" | null;
};

type Kept = { address: string | null; choices: readonly Choice[]; failure: ChoicesAnswer["failure"] };

/** Asks the desk's list of choices, as long as somebody waits for it; an answer that comes late is dropped. */
export function useChoices({ locale, kind, eventId, typed }: ChoicesQuery, isWanted: boolean): ChoicesAnswer {
  const [kept, setKept] = useState<Kept>({ address: null, choices: [], failure: null });
  const query = new URLSearchParams({ kind, q: typed, ...(eventId && { event: eventId }) });
  const address = `/${locale}/desk/choices?${query}`;

  useEffect(() => {
    if (!isWanted) return;
    const waiting = new AbortController();
    const pause = setTimeout(() => {
      ask(address, waiting.signal).then(
        (answer) => setKept({ address, ...answer }),
        () => {
          if (!waiting.signal.aborted) setKept({ address, choices: [], failure: "failed" });
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(pause);
      waiting.abort();
    };
  }, [address, isWanted]);

  return { choices: kept.choices, isCurrent: kept.address === address, failure: kept.failure };
}

async function ask(address: string, signal: AbortSignal): Promise<Omit<Kept, "address">> {
  const response = await fetch(address, { signal, headers: { Accept: "application/json" } });
  if (response.status === 401) return { choices: [], failure: "signed_out" };
  if (!response.ok) return { choices: [], failure: "failed" };
  const { choices } = (await response.json()) as { choices: Choice[] };
  return { choices, failure: null };
}
