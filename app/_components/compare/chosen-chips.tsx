import type { ComparePage } from "@/lib/compare/queries";
import { type CompareChoice, compareHref, measureAddress } from "@/lib/compare/schema";
import { translator } from "@/lib/format/messages";
import { withoutClaim, withoutClaimant, withoutMeasure } from "./choice-change";

type Props = {
  chosen: Pick<ComparePage, "claims" | "claimants" | "measures">;
  /** By the addresses that the chosen have today. */
  choice: CompareChoice;
  path: string;
  locale: string;
};

/** What is compared, each a link to the comparison without it. */
export function ChosenChips({ chosen: { claims, claimants, measures }, choice, path, locale }: Props) {
  const t = translator(locale);
  const isNarrowed = claimants.length > 0 && measures.length > 0;
  const chips = [
    ...claims.map(({ publicId, raw, claimant }) => ({
      key: publicId,
      words:
        raw === null ? t("compare.chip.statement", { claimant }) : t("compare.chip.claim", { raw, claimant }),
      without: withoutClaim(choice, publicId),
    })),
    ...claimants.map(({ slug, name }) => ({
      key: slug,
      words: t(isNarrowed ? "compare.chip.claimantOf" : "compare.chip.claimant", { name }),
      without: withoutClaimant(choice, slug),
    })),
    ...measures.map((measure) => ({
      key: measureAddress(measure),
      words: t(isNarrowed ? "compare.chip.measureOf" : "compare.chip.measure", {
        label: measure.label,
        event: measure.eventTitle,
      }),
      without: withoutMeasure(choice, measure),
    })),
  ];
  if (chips.length === 0) return null;
  return (
    <section aria-label={t("compare.chosen")} className="my-6">
      <ul className="flex flex-wrap gap-2">
        {chips.map(({ key, words, without }) => (
          <li key={key} className="max-w-full">
            <a
              className="plain-link border border-rule-strong rounded-[2px] bg-panel px-3 py-2 flex gap-2 small hover:bg-band"
              href={compareHref(path, without)}
              title={t("compare.chip.remove")}
            >
              <bdi className="min-w-0">{words}</bdi>
              <span aria-hidden="true" className="no-print">
                ×
              </span>
              <span className="sr-only">{t("compare.chip.remove")}</span>
            </a>
          </li>
        ))}
        <li>
          <a className="small inline-block py-2 px-1 no-print" href={path}>
            {t("compare.clear")}
          </a>
        </li>
      </ul>
      {isNarrowed ? <p className="small text-muted mt-2">{t("compare.both")}</p> : null}
    </section>
  );
}
