"use client";

import { useId, useState } from "react";

/** Something secret that was just made and cannot be shown again. */
export type Shown = { label: string; value: string; note: string };

export type ShownWords = { copy: string; copied: string; notCopied: string };

/** Shows a secret once, to be copied: by its button, or by hand where there are no scripts. */
export function ShownOnce({ shown, words }: { shown: Shown; words: ShownWords }) {
  const id = useId();
  const [told, setTold] = useState("");
  const copy = () =>
    navigator.clipboard.writeText(shown.value).then(
      () => setTold(words.copied),
      () => setTold(words.notCopied),
    );
  return (
    <div className="mt-5 border-2 border-ink bg-panel px-4 py-3 measure-text grid gap-2">
      <label htmlFor={id} className="font-semibold">
        {shown.label}
      </label>
      <div className="flex flex-wrap gap-2">
        <input id={id} dir="ltr" readOnly value={shown.value} className="grow basis-64 font-mono" />
        <button type="button" onClick={copy}>
          {words.copy}
        </button>
      </div>
      <p className="small text-muted">{shown.note}</p>
      <p role="status" className="small">
        {told}
      </p>
    </div>
  );
}
