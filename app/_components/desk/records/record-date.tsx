"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { ReadBack } from "@/app/_desk/claim-preview-words";
import { ReadBackNote } from "../claim-form/read-back-note";
import { TextField } from "../text-field";
import { fieldOf, type RecordGround, shownIn } from "./record-ground";

const PAUSE_MS = 250;

type Props = {
  ground: RecordGround;
  name: string;
  required?: boolean;
  /** The field of the same form that holds the zone in which it is read. */
  zoneName?: string;
  /** The event in whose zone it is read, instead. */
  eventId?: string | null;
};

/** A date as people write it, with what it means told beneath it while it is typed. */
export function RecordDate({ ground, name, required, zoneName, eventId = null }: Props) {
  const begun = shownIn(ground, name);
  const turn = ground.turns[name];
  const field = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<ReadBack | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef<AbortController>(undefined);
  const { locale } = ground;

  const ask = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      asked.current?.abort();
      const waiting = new AbortController();
      asked.current = waiting;
      const text = field.current?.value.trim() ?? "";
      if (text === "") {
        setRead(null);
        return;
      }
      const zone = zoneName ? controlOf(field.current, zoneName) : "";
      const query = new URLSearchParams({ text, ...(zone && { zone }), ...(eventId && { event: eventId }) });
      const told = await fetchRead(`/${locale}/desk/dates?${query}`, waiting.signal);
      if (!waiting.signal.aborted) setRead(told);
    }, PAUSE_MS);
  }, [locale, zoneName, eventId]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a date that was filled in is read back like a typed one
  useEffect(() => {
    if (begun !== "") ask();
  }, [begun, turn, ask]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    const form = field.current?.form;
    if (!form || !zoneName) return;
    const note = ({ target }: Event) => {
      if ((target as HTMLInputElement).name === zoneName) ask();
    };
    form.addEventListener("input", note);
    return () => form.removeEventListener("input", note);
  }, [zoneName, ask]);

  return (
    <div className="grid gap-1">
      <TextField
        key={turn}
        {...fieldOf(ground, name)}
        required={required}
        ref={field}
        defaultValue={begun}
        onChange={ask}
        maxLength={200}
      />
      <ReadBackNote
        name={`${name}Reading`}
        read={read}
        chosen={shownIn(ground, `${name}Reading`)}
        legend={ground.words.record.readings}
      />
    </div>
  );
}

function controlOf(field: HTMLInputElement | null, name: string): string {
  const control = field?.form?.elements.namedItem(name);
  return control instanceof HTMLInputElement ? control.value.trim() : "";
}

// Reading back is a help: a date that could not be asked about is read again when the form is saved.
async function fetchRead(address: string, signal: AbortSignal): Promise<ReadBack | null> {
  try {
    const answer = await fetch(address, { signal });
    return answer.ok ? ((await answer.json()) as ReadBack) : null;
  } catch {
    return null;
  }
}
