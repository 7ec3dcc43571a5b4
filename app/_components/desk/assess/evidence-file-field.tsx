"use client";

import clsx from "clsx";
import { useEffect, useRef, useState } from "react";
import { EVIDENCE_FILE_BYTES_MAX, EVIDENCE_FILE_TYPES } from "@/lib/evidence/file-types";
import { formatFileSize } from "@/lib/format/file-size";
import { controlAttributes, FieldNotes } from "../field";
import type { FieldTexts } from "../field-texts";
import { fillIn } from "../fill-in";
import { fileAsTyped, type HeldFile } from "./evidence-file-typed";
import type { EvidenceFileWords } from "./evidence-file-words";
import { sendFile } from "./send-file";

type Props = {
  /** Of the hidden field that holds the file's id. */
  name: string;
  error?: string | null;
  words: EvidenceFileWords;
  texts: FieldTexts;
  locale: string;
  initial?: HeldFile | null;
};

type State =
  | { is: "blank" }
  | { is: "uploading"; name: string; share: number }
  | { is: "held"; file: HeldFile };

/**
 * A file that is uploaded as soon as it is chosen; the form then holds its id. What is going on is told in words. It
 * needs a script: without one, only a file that the form began with is shown, and kept.
 */
export function EvidenceFileField({ name, error, words, texts, locale, initial = null }: Props) {
  const [state, setState] = useState<State>(initial ? { is: "held", file: initial } : { is: "blank" });
  const [told, setTold] = useState("");
  // A sentence of the server's goes once another file was chosen or taken out.
  const [problem, setProblem] = useState<string | null>(null);
  const [isTouched, setTouched] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const control = useRef<HTMLInputElement & HTMLButtonElement>(null);
  const stop = useRef<(() => void) | null>(null);

  const become = (next: State, status: string, sentence: string | null = null) => {
    setState(next);
    setTold(status);
    setProblem(sentence);
    setTouched(true);
  };

  const choose = (file: File | undefined) => {
    if (!file) return;
    const say = (words: string) => fillIn(words, "name", file.name);
    if (file.size === 0) return become({ is: "blank" }, "", say(words.empty));
    if (file.size > EVIDENCE_FILE_BYTES_MAX) {
      const size = formatFileSize(file.size, locale);
      return become({ is: "blank" }, "", fillIn(say(words.tooLarge), "size", size));
    }
    become({ is: "uploading", name: file.name, share: 0 }, say(words.uploading));
    stop.current = sendFile(file, locale, {
      onShare: (share) => setState({ is: "uploading", name: file.name, share }),
      onKept: (kept) => become({ is: "held", file: kept }, fillIn(words.kept, "name", kept.name)),
      onRefused: (message) => become({ is: "blank" }, "", message ?? words.failed),
    });
  };

  // Chosen before this script was there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it begins
  useEffect(() => {
    choose(control.current?.files?.[0]);
    return () => stop.current?.();
  }, []);

  // The control that was pressed has given way to another: whoever works by keyboard goes on there.
  const before = useRef(state.is);
  useEffect(() => {
    if (before.current === state.is) return;
    before.current = state.is;
    if (document.activeElement === document.body) control.current?.focus();
  }, [state.is]);

  // A form that went off now would go without the file.
  const isUploading = state.is === "uploading";
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form || !isUploading) return;
    const hold = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
      setProblem(words.wait);
      control.current?.focus();
    };
    form.addEventListener("submit", hold, true);
    return () => form.removeEventListener("submit", hold, true);
  }, [isUploading, words.wait]);

  const sentence = problem ?? (isTouched ? null : error);
  const field = { name, hint: state.is === "blank" ? words.hint : null, error: sentence };
  return (
    <div
      ref={place}
      className={clsx(
        "grid gap-1 min-w-0 justify-items-start",
        sentence && "border-s-3 border-flag ps-3",
        state.is !== "held" && NEEDS_SCRIPT,
      )}
    >
      {state.is === "blank" ? (
        <label htmlFor={name} className="font-semibold">
          {words.label}
        </label>
      ) : (
        <p className="font-semibold">{words.label}</p>
      )}
      <FieldNotes id={name} hint={field.hint} error={sentence} texts={texts} />
      {state.is === "blank" ? (
        <input
          ref={control}
          type="file"
          accept={ACCEPTED}
          className={clsx(CHOOSER, sentence && "border-flag")}
          onChange={(event) => choose(event.currentTarget.files?.[0])}
          {...controlAttributes(field)}
        />
      ) : null}
      {state.is === "uploading" ? (
        <>
          <progress
            className="w-full max-w-xs accent-ink"
            aria-label={fillIn(words.progress, "name", state.name)}
            value={state.share}
            max={1}
          />
          <button
            ref={control}
            type="button"
            {...controlAttributes(field)}
            onClick={() => {
              stop.current?.();
              become({ is: "blank" }, words.stopped);
            }}
          >
            {words.stop}
          </button>
        </>
      ) : null}
      {state.is === "held" ? (
        <>
          <input type="hidden" name={name} value={state.file.id} readOnly />
          {Object.entries(fileAsTyped(state.file, name)).map(([hidden, value]) => (
            <input key={hidden} type="hidden" name={hidden} value={value} readOnly />
          ))}
          <p>
            <bdi className="break-words">{state.file.name}</bdi>{" "}
            <span className="small text-muted">({detailsOf(state.file, words, locale)})</span>
          </p>
          <button
            ref={control}
            type="button"
            {...controlAttributes(field)}
            className={NEEDS_SCRIPT}
            aria-label={fillIn(words.removeNamed, "name", state.file.name)}
            onClick={() => become({ is: "blank" }, fillIn(words.isRemoved, "name", state.file.name))}
          >
            {words.remove}
          </button>
        </>
      ) : null}
      <p role="status" className="small text-muted">
        {told}
      </p>
    </div>
  );
}

// The browser draws its own button: it looks as the others do.
const CHOOSER =
  "w-full min-w-0 h-auto p-1 text-muted file:me-3 file:px-3 file:py-1 file:border-0 file:bg-band file:text-ink file:font-semibold";
const NEEDS_SCRIPT = "[@media(scripting:none)]:hidden";

const ACCEPTED = Object.entries(EVIDENCE_FILE_TYPES)
  .flatMap(([type, { extensions }]) => [type, ...extensions.map((ending) => `.${ending}`)])
  .join(",");

function detailsOf({ size, type }: HeldFile, words: EvidenceFileWords, locale: string): string {
  const named = fillIn(words.details, "type", words.types[type] ?? words.other);
  return fillIn(named, "size", formatFileSize(size, locale));
}
