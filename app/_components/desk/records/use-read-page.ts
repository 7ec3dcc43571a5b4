import { useCallback, useEffect, useRef, useState } from "react";
import type { ReportPageAnswer } from "@/app/[locale]/(desk)/desk/reports/read/route";
import type { Typed } from "@/lib/forms/form-state";
import type { Choice } from "@/lib/search/types";
import type { RecordGround } from "./record-ground";

const PAUSE_MS = 400;
/** What is likely an address: it is asked about, and the server says whether it is one. */
const ADDRESS = /^(https?:\/\/\S+|[^\s/]+\.[^\s/]{2,}(\/\S*)?)$/i;

export type ReadPageState = {
  state: "fresh" | "asking" | "signed_out" | ReportPageAnswer["state"];
  saysAnything: boolean;
  isArchive: boolean;
  known: Choice | null;
};

const NOTHING = { saysAnything: false, isArchive: false, known: null };

/**
 * Asks what is known of the report at an address, once it was pasted or typed, and proposes it to the form. The form
 * never waits for it. `begun` is an address to ask about at once; null where none is to be.
 */
export function useReadPage(
  { locale, propose }: Pick<RecordGround, "locale" | "propose">,
  begun: string | null,
): ReadPageState & { ask: (typed: string) => void } {
  const [page, setPage] = useState<ReadPageState>({ state: "fresh", ...NOTHING });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<AbortController>(undefined);
  const proposeNow = useRef(propose);
  proposeNow.current = propose;

  const ask = useCallback(
    (typed: string) => {
      clearTimeout(timer.current);
      waiting.current?.abort();
      const url = typed.trim();
      if (!ADDRESS.test(url)) {
        setPage({ state: "fresh", ...NOTHING });
        return;
      }
      timer.current = setTimeout(async () => {
        const mine = new AbortController();
        waiting.current = mine;
        setPage({ state: "asking", ...NOTHING });
        const answer = await read(locale, url, mine.signal);
        if (mine.signal.aborted) return;
        if (typeof answer === "string") {
          setPage({ state: answer, ...NOTHING });
          return;
        }
        const proposed = proposalOf(answer);
        const { state, isArchive, known } = answer;
        setPage({ state, isArchive, known, saysAnything: Object.keys(proposed).length > 0 });
        if (!known) proposeNow.current(proposed);
      }, PAUSE_MS);
    },
    [locale],
  );

  const [first] = useState(begun);
  useEffect(() => {
    if (first) ask(first);
  }, [ask, first]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      waiting.current?.abort();
    },
    [],
  );
  return { ...page, ask };
}

async function read(
  locale: string,
  url: string,
  signal: AbortSignal,
): Promise<ReportPageAnswer | "signed_out" | "failed" | "fresh"> {
  try {
    const answer = await fetch(`/${locale}/desk/reports/read`, {
      method: "POST",
      body: JSON.stringify({ url }),
      headers: { "Content-Type": "application/json" },
      signal,
    });
    if (answer.status === 401) return "signed_out";
    if (answer.status === 400) return "fresh";
    return answer.ok ? ((await answer.json()) as ReportPageAnswer) : "failed";
  } catch {
    return "failed";
  }
}

// The name of a site that no publication is known by stands there to be chosen, or registered, by a person.
function proposalOf(answer: ReportPageAnswer): Typed {
  const { publication, siteName, title, published, language, byline, credit } = answer;
  const name = publication?.label ?? siteName;
  return {
    ...(name && { publicationId: [publication?.id ?? ""], publicationIdLabel: [name] }),
    ...(title && { title: [title] }),
    ...(published && { published: [published] }),
    ...(language && { language: [language] }),
    ...(byline && { byline: [byline] }),
    ...(credit && { credit: [credit] }),
  };
}
