import type { ReactNode } from "react";
import type { ClaimRow } from "@/lib/claims/types";
import type { CompareMatches } from "@/lib/compare/matches";
import { type CompareChoice, measureAddress } from "@/lib/compare/schema";
import { translator } from "@/lib/format/messages";
import { WordingText } from "../claims/wording-text";
import { DateText } from "../ui/date-text";
import { ChoiceFields } from "./choice-fields";

type Props = { matches: CompareMatches; choice: CompareChoice; path: string; locale: string };
type Match = { value: string; words: ReactNode; note: ReactNode };

/** What was found for what was typed, to be ticked and added to the comparison. */
export function MatchList({ matches, choice, path, locale }: Props) {
  const t = translator(locale);
  const brings = (count: number) => t("compare.add.brings", { count });
  const claimants = matches.claimants
    .filter(({ slug }) => !choice.claimants.includes(slug))
    .map(({ slug, name, count }) => ({ value: slug, words: name, note: brings(count) }));
  const chosenMeasures = choice.measures.map(measureAddress);
  const measures = matches.measures
    .map((measure) => ({
      value: measureAddress(measure),
      words: measure.label,
      note: `${measure.eventTitle}, ${brings(measure.count)}`,
    }))
    .filter(({ value }) => !chosenMeasures.includes(value));
  const claims = matches.claims
    .filter(({ publicId }) => !choice.claims.includes(publicId))
    .map((row) => claimMatch(row, locale));
  const q = choice.q ?? "";
  if (claimants.length + measures.length + claims.length === 0) {
    return (
      <p className="mt-4 measure-text">
        {t("compare.add.none", { q })}{" "}
        {t.rich("compare.add.noneHint", { claims: (words) => <a href={`/${locale}/claims`}>{words}</a> })}
      </p>
    );
  }
  return (
    <form action={path} className="no-print mt-5" aria-label={t("compare.add.found", { q })}>
      <ChoiceFields choice={choice} />
      <div className="grid gap-x-8 gap-y-5 md:grid-cols-3 items-start">
        <Matches name="claimant" title={t("compare.add.claimants")} matches={claimants} />
        <Matches name="measure" title={t("compare.add.measures")} matches={measures} />
        <Matches name="claim" title={t("compare.add.claims")} matches={claims} />
      </div>
      <button type="submit" className="mt-4">
        {t("compare.add.ticked")}
      </button>
    </form>
  );
}

function claimMatch(row: ClaimRow, locale: string): Match {
  return {
    value: row.publicId,
    words: (
      <span className="figure">
        <WordingText wording={row.wording} locale={locale} />
      </span>
    ),
    note: (
      <>
        <bdi>{row.claimant.name}</bdi>, <DateText date={row.stated} locale={locale} form="short" />
        {row.figure ? (
          <>
            . <bdi>{row.figure.measureLabel}</bdi>
          </>
        ) : null}
        , <bdi>{row.event.title}</bdi>
        {row.lifecycle === "current" ? null : `, ${translator(locale)(`lifecycle.${row.lifecycle}.label`)}`}
      </>
    ),
  };
}

function Matches({ name, title, matches }: { name: string; title: string; matches: Match[] }) {
  if (matches.length === 0) return null;
  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold">{title}</legend>
      <ul>
        {matches.map(({ value, words, note }) => (
          <li key={value} className="border-b border-rule">
            <label className="flex gap-3 py-2">
              <input type="checkbox" name={name} value={value} className="compare-box mt-0.5" />
              <span className="min-w-0 small">
                <span className="block text-base leading-snug">
                  <bdi>{words}</bdi>
                </span>
                <span className="block text-muted">
                  <bdi>{note}</bdi>
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
