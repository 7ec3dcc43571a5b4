"use client";

import { type FormEvent, useRef, useState } from "react";
import { ErrorSummary } from "../error-summary";
import type { FieldTexts } from "../field-texts";
import { fillIn } from "../fill-in";

export type UploadWords = {
  label: string;
  hint: string;
  submit: string;
  noFile: string;
  /** With {percent}. */
  sending: string;
  reading: string;
  broken: string;
};

type Props = { address: string; refusal: string | null; words: UploadWords; texts: FieldTexts };

/**
 * Sends a file. With scripts as it is, however large, and tells how far it is; without, as a form of at most 20 MB.
 */
export function UploadForm({ address, refusal, words, texts }: Props) {
  const [error, setError] = useState(refusal);
  const [percent, setPercent] = useState<number | null>(null);
  const [answers, setAnswers] = useState(0);
  const field = useRef<HTMLInputElement>(null);

  const refuse = (sentence: string) => {
    setPercent(null);
    setError(sentence);
    setAnswers((count) => count + 1);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const file = field.current?.files?.[0];
    if (percent !== null) return;
    if (!file) return refuse(words.noFile);
    setError(null);
    setPercent(0);
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => setPercent(Math.floor((100 * loaded) / total));
    request.onerror = () => refuse(words.broken);
    request.onload = () => {
      const { to, message } = request.response ?? {};
      if (request.status === 201 && typeof to === "string") window.location.assign(to);
      else refuse(typeof message === "string" ? message : words.broken);
    };
    request.send(file);
  };
  const state =
    percent === null
      ? null
      : percent < 100
        ? fillIn(words.sending, "percent", String(percent))
        : words.reading;

  return (
    <form
      action={address}
      method="post"
      encType="multipart/form-data"
      onSubmit={send}
      className="grid gap-3 measure-text"
    >
      <ErrorSummary
        errors={error ? { file: error } : {}}
        labels={{ file: words.label }}
        answer={answers}
        texts={texts}
      />
      <div className="grid gap-1">
        <label htmlFor="file" className="font-semibold justify-self-start">
          {words.label}
        </label>
        <p id="file-hint" className="small text-muted">
          {words.hint}
        </p>
        <input
          ref={field}
          id="file"
          name="file"
          type="file"
          accept=".csv,.tsv,.txt,.json,.ndjson,.jsonl,.xlsx"
          aria-describedby="file-hint"
          aria-invalid={error ? true : undefined}
          className="w-full py-2"
        />
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <button
          type="submit"
          aria-disabled={percent !== null || undefined}
          className="px-5 border-ink bg-ink text-paper hover:bg-ink hover:underline"
        >
          {words.submit}
        </button>
        {percent === null ? null : (
          <progress className="w-48" max={100} value={percent} aria-label={words.label} />
        )}
        <p role="status" className="small">
          {state}
        </p>
      </div>
    </form>
  );
}
