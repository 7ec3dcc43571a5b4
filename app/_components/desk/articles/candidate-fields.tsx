"use client";

import clsx from "clsx";
import { useId } from "react";
import type { FieldTexts } from "../field-texts";
import { fillIn } from "../fill-in";
import { type Option, SelectField } from "../select-field";
import { TextArea } from "../text-area";
import { TextField } from "../text-field";
import type { ReviewWords } from "./article-words";
import type { CandidateView } from "./candidate-views";

type Props = {
  candidate: CandidateView;
  /** What was typed or kept of a field; undefined where nobody touched it. */
  value: (name: string) => string | undefined;
  errors: Readonly<Record<string, string>>;
  readBack: string | undefined;
  claimants: readonly Option[];
  measures: readonly Option[];
  words: ReviewWords;
  texts: FieldTexts;
};

/** One candidate: what it says and why, the decision, and its fields to be changed in place. */
export function CandidateFields({ candidate, value, errors, readBack, words, texts, ...lists }: Props) {
  const { place, title, passage, why, warnings, start, type } = candidate;
  const heading = useId();
  const shown = (name: string) => value(`${name}.${place}`) ?? start[name] ?? "";
  const field = (name: keyof ReviewWords["label"]) => ({
    name: `${name}.${place}`,
    label: words.label[name],
    error: errors[`${name}.${place}`],
    texts,
  });
  const select = (name: keyof ReviewWords["label"], options: readonly Option[]) => (
    <SelectField {...field(name)} options={options} defaultValue={shown(name)} />
  );
  const hasErrors = Object.keys(errors).some(
    (name) => name.endsWith(`.${place}`) && !name.startsWith("decision"),
  );
  const decision = shown("decision");
  return (
    <li
      id={`candidate-${place}`}
      data-row
      aria-labelledby={heading}
      className="border-t border-rule py-5 grid gap-3 min-w-0 scroll-mt-4"
    >
      <div className="flex flex-wrap items-baseline gap-x-3">
        <a href={`#candidate-${place}`} className="plain-link small font-semibold" aria-describedby={heading}>
          {place + 1}
        </a>
        <h2 id={heading} className="text-lg">
          <bdi>{title}</bdi>
        </h2>
        <p className="text-muted">
          <bdi>{candidate.reads}</bdi>
        </p>
      </div>
      <blockquote dir="auto" className="font-serif border-s-3 border-rule ps-3 measure-text">
        {passage.before}
        <mark className="bg-band text-ink font-semibold">{passage.own}</mark>
        {passage.after}
      </blockquote>
      {warnings.length > 0 ? (
        <ul className="small grid gap-1">
          {warnings.map((warning) => (
            <li key={warning} className="border-s-3 border-flag ps-3">
              {warning}
            </li>
          ))}
        </ul>
      ) : null}
      <dl className="small text-muted flex flex-wrap gap-x-5 gap-y-1">
        {why.map(({ what, words: said }) => (
          <div key={what} className="flex gap-1.5">
            <dt>{what}</dt>
            <dd>
              <q dir="auto">{said}</q>
            </dd>
          </div>
        ))}
      </dl>
      <Decision
        place={place}
        decision={decision}
        error={errors[`decision.${place}`]}
        words={words}
        texts={texts}
      />
      <details data-key="e" open={hasErrors || undefined}>
        <summary className="font-semibold">{words.change}</summary>
        <div className="grid gap-4 mt-3 items-start sm:grid-cols-2">
          {type === "figure" ? (
            <>
              <TextField
                {...field("figure")}
                defaultValue={shown("figure")}
                hint={readBack}
                maxLength={2000}
              />
              {select("measure", measuresOf(candidate, lists.measures, words))}
              {select("personClass", words.personClasses)}
              {select("total", words.totals)}
            </>
          ) : (
            <>
              {select("topic", words.topics)}
              <TextArea {...field("statement")} defaultValue={shown("statement")} rows={3} maxLength={2000} />
            </>
          )}
          {select("claimant", claimantsOf(candidate.claimants, lists.claimants, words))}
          <TextField {...field("claimantName")} defaultValue={shown("claimantName")} maxLength={300} />
          {select("claimantKind", words.claimantKinds)}
          {select("standing", words.standings)}
          {select("carries", words.carries)}
          {select("via", [
            { value: "", label: words.nobody },
            ...claimantsOf(candidate.vias, lists.claimants, words),
          ])}
          <TextField {...field("viaName")} defaultValue={shown("viaName")} maxLength={300} />
          <TextField {...field("stated")} defaultValue={shown("stated")} hint={words.statedHint} />
          <TextField {...field("asOf")} defaultValue={shown("asOf")} />
        </div>
      </details>
      {type === "figure" && (candidate.onFile.length > 0 || errors[`attach.${place}`])
        ? select("attach", [
            ...(candidate.onFile.length > 0 ? candidate.onFile : [{ value: "", label: words.attachAsk }]),
            { value: "no", label: words.attachNo },
            { value: "unsure", label: words.attachUnsure },
          ])
        : null}
    </li>
  );
}

function measuresOf(
  { measures, newMeasure }: CandidateView,
  all: readonly Option[],
  words: ReviewWords,
): Option[] {
  const made = { value: "new", label: fillIn(words.newMeasure, "label", newMeasure) };
  return [...measures, made, ...others(all, measures)];
}

function claimantsOf(best: readonly Option[], all: readonly Option[], words: ReviewWords): Option[] {
  return [...best, { value: "new", label: words.newClaimant }, ...others(all, best)];
}

function others(all: readonly Option[], taken: readonly Option[]): Option[] {
  return all.filter(({ value }) => !taken.some((one) => one.value === value));
}

type DecisionProps = {
  place: number;
  decision: string;
  error: string | undefined;
  words: ReviewWords;
  texts: FieldTexts;
};

const KEYS: Record<string, string | undefined> = { accept: "a", reject: "r" };

function Decision({ place, decision, error, words, texts }: DecisionProps) {
  const options = [
    { value: "accept", label: words.accept },
    { value: "reject", label: words.reject },
    { value: "", label: words.undecided },
  ];
  const name = `decision.${place}`;
  return (
    <fieldset
      className={clsx("grid gap-1 min-w-0", error && "border-s-3 border-flag ps-3")}
      aria-describedby={error ? `${name}-error` : undefined}
    >
      <legend className="sr-only">{`${place + 1}: ${words.label.decision}`}</legend>
      {error ? (
        <p id={`${name}-error`} className="small text-flag font-semibold measure-text">
          <span className="sr-only">{texts.error} </span>
          {error}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-x-6">
        {options.map((option, at) => (
          <label key={option.value} className="flex items-start gap-2 py-2 min-h-11">
            <input
              id={at === 0 ? name : undefined}
              data-key={KEYS[option.value]}
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={decision === option.value}
              className="size-5 min-h-0 mt-0.5 shrink-0 accent-ink"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
