import { tellDate } from "@/app/_components/ui/date-text";
import { StackedTable } from "@/app/_components/ui/stacked-table";
import { parseEdtf } from "@/lib/dates/edtf";
import { translator } from "@/lib/format/messages";
import { formatFigure, formatRange } from "@/lib/format/numbers";
import type { ImportMapping } from "@/lib/imports/schema";
import type { Candidate, GivenDate, ImportProblem, MappedRow } from "@/lib/imports/types";
import { problemWords } from "./problem-words";

type Mapped = MappedRow & { number: number };
type Props = { mapping: ImportMapping; mapped: readonly Mapped[]; locale: string };

const SHOWN_MAX = 30;

/** The claims that the first rows of a file become by its mapping, with what is wrong beside them. */
export function ClaimsPreview({ mapping, mapped, locale }: Props) {
  const t = translator(locale);
  const lines = mapped
    .flatMap(({ number, candidates, problems }): Line[] => {
      const loose = problems.filter(({ column }) => !candidates.some((claim) => claim.column === column));
      return [
        ...candidates.map((claim) => ({
          row: number,
          claim,
          problems: problems.filter(({ column }) => column === claim.column),
        })),
        ...(loose.length > 0 || candidates.length === 0
          ? [{ row: number, claim: null, problems: loose }]
          : []),
      ];
    })
    .map((line, at) => ({ ...line, key: at }));
  const columnNames = ["row", "claimant", "measure", "figure", "stated", "wrong"] as const;
  return (
    <>
      <StackedTable
        caption={t("desk.imports.preview.caption")}
        columns={columnNames.map((name) => t(`desk.imports.preview.${name}`))}
        rows={lines.slice(0, SHOWN_MAX).map(({ key, row, claim, problems }) => ({
          key,
          cells: [
            formatFigure(row, locale),
            claim ? <bdi key="claimant">{nameIn(mapping.claimants, claim.claimant)}</bdi> : "–",
            claim ? <bdi key="measure">{measureOf(mapping, claim)}</bdi> : "–",
            claim ? (
              <Figure key="figure" claim={claim} locale={locale} />
            ) : (
              <span key="none" className="text-muted">
                {t("desk.imports.preview.noClaim")}
              </span>
            ),
            claim ? dateIn(claim.stated, locale) : "–",
            <Wrong key="wrong" problems={problems} locale={locale} />,
          ],
        }))}
      />
      {lines.length > SHOWN_MAX ? (
        <p className="small text-muted mt-1">
          {t("desk.imports.preview.more", { count: lines.length - SHOWN_MAX })}
        </p>
      ) : null}
    </>
  );
}

type Line = { row: number; claim: Candidate | null; problems: ImportProblem[] };

function Figure({ claim, locale }: { claim: Candidate; locale: string }) {
  const t = translator(locale);
  const { quantity, wording } = claim;
  // One end alone stands in the words already (R2).
  const isRange = quantity?.low != null && quantity.high != null;
  return (
    <>
      <bdi>{t("figures.quoted", { raw: wording.text })}</bdi>
      {quantity ? (
        <span className="block small text-muted">
          {t(`qualifier.${quantity.qualifier}.label`)}
          {isRange ? `: ${formatRange(quantity.low as number, quantity.high as number, locale)}` : null}
        </span>
      ) : null}
    </>
  );
}

function Wrong({ problems, locale }: { problems: readonly ImportProblem[]; locale: string }) {
  const words = problemWords(locale);
  if (problems.length === 0) return "–";
  return (
    <ul>
      {problems.map((problem) => (
        <li
          key={`${problem.column} ${problem.code}`}
          className={problem.isError ? "text-flag" : "text-muted"}
        >
          {problem.column === null ? null : (
            <>
              <bdi>{problem.column}</bdi>:{" "}
            </>
          )}
          {words(problem).message}
        </li>
      ))}
    </ul>
  );
}

function nameIn(declared: readonly { slug: string; name: string }[], slug: string): string {
  return declared.find((record) => record.slug === slug)?.name ?? slug;
}

function measureOf({ measures }: ImportMapping, { measure, topic }: Candidate): string {
  return measures.find(({ slug }) => slug === measure)?.label ?? measure ?? topic ?? "";
}

function dateIn({ edtf, zone }: GivenDate, locale: string): string {
  const parsed = parseEdtf(edtf, zone);
  return parsed.ok ? tellDate(parsed.date, locale) : edtf;
}
