"use client";

import { type ReactNode, useActionState, useEffect, useRef, useState } from "react";
import { type FormState, FRESH } from "@/lib/forms/form-state";
import { StackedTable } from "../../ui/stacked-table";
import { ErrorSummary } from "../error-summary";
import type { FieldTexts } from "../field-texts";
import { fillIn } from "../fill-in";
import { QueueActs } from "./queue-acts";
import { OutcomeList, type QueueOutcome } from "./queue-outcome";
import type { QueueAct, QueueFormWords } from "./queue-words";

/** A claim that waits: `tick` is sent when it is ticked, `tickLabel` says of what the box is. */
export type FormRow = { publicId: string; tick: string; tickLabel: string; cells: readonly ReactNode[] };

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  acts: readonly QueueAct[];
  rows: readonly FormRow[];
  columns: readonly string[];
  caption: string;
  words: QueueFormWords;
  texts: FieldTexts;
  locale: string;
  /** Said where no row is left. */
  children: ReactNode;
};

/**
 * Claims to tick, and what is done with them. What was done is told above them, and what was refused stays ticked. The
 * boxes are the browser's own, so that those ticked before the scripts have come stay ticked.
 */
export function QueueForm({ action, acts, rows, columns, caption, words, texts, locale, children }: Props) {
  const [state, send] = useActionState(action, FRESH);
  const form = useRef<HTMLFormElement>(null);
  const [count, setCount] = useState<number | null>(null);
  const recount = () => setCount(boxesOf(form.current).filter(({ checked }) => checked).length);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer may take ticks away
  useEffect(recount, [state, rows]);

  const outcome = state.result as QueueOutcome | null;
  const isTicked = tickedIn(state, outcome);
  return (
    <form ref={form} action={send} onChange={recount} noValidate>
      {/* Enter in a tick box would press the first button: this one does nothing. */}
      <button type="submit" disabled hidden />
      <ErrorSummary
        errors={state.fieldErrors}
        labels={{ reason: words.reason, ticked: words.claims }}
        message={state.outcome === "done" ? null : state.message}
        answer={state}
        texts={texts}
      />
      {outcome ? <OutcomeList outcome={outcome} locale={locale} /> : null}
      {rows.length === 0 ? children : null}
      {rows.length === 0 ? null : (
        <>
          {count === null ? null : <TickAll form={form} count={count} onTick={recount} words={words} />}
          <div id="ticked" tabIndex={-1}>
            <StackedTable
              caption={caption}
              columns={[words.tick, ...columns]}
              heading={1}
              rows={rows.map(({ publicId, tick, tickLabel, cells }) => ({
                key: publicId,
                cells: [
                  <label key="tick" className="flex items-center justify-start min-h-11 -my-2.5 pe-2">
                    <input
                      type="checkbox"
                      name="ticked"
                      value={tick}
                      defaultChecked={isTicked.has(publicId)}
                      className="size-5 min-h-0 accent-ink"
                    />
                    <span className="sr-only">{tickLabel}</span>
                  </label>,
                  ...cells,
                ],
              }))}
            />
          </div>
          <QueueActs
            acts={acts}
            state={state}
            ticked={count === null ? null : fillIn(words.ticked, "count", String(count))}
            words={words}
            texts={texts}
          />
        </>
      )}
    </form>
  );
}

type AllProps = {
  form: React.RefObject<HTMLFormElement | null>;
  count: number;
  onTick: () => void;
  words: QueueFormWords;
};

/** Ticks every row of the page, or none. Only where there are scripts. */
function TickAll({ form, count, onTick, words }: AllProps) {
  return (
    <p className="small flex flex-wrap items-baseline gap-x-5">
      <button
        type="button"
        className="link-button"
        onClick={() => {
          for (const box of boxesOf(form.current)) box.checked = count === 0;
          onTick();
        }}
      >
        {count === 0 ? words.all : words.none}
      </button>
      {count === 0 ? null : (
        <a className="inline-block py-2" href="#queue-acts">
          {words.toActs}
        </a>
      )}
    </p>
  );
}

function boxesOf(form: HTMLFormElement | null): HTMLInputElement[] {
  return [...(form?.querySelectorAll<HTMLInputElement>('input[name="ticked"]') ?? [])];
}

/** The claims that are ticked when the form comes back: those refused, or all where nothing was done. */
function tickedIn({ outcome, typed }: FormState, told: QueueOutcome | null): Set<string> {
  if (outcome === "done") return new Set(told?.refused.map(({ publicId }) => publicId));
  return new Set(typed.ticked?.map((tick) => tick.split(" ")[3] ?? ""));
}
