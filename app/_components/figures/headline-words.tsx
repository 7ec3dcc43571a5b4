import { type Translate, translator } from "@/lib/format/messages";
import type { HeadlineVerdict } from "@/lib/quantity/headline-verdict";

/** Whether a figure is in the headline range, in words that lead to the explanation on the method page (R7). */
export function HeadlineWords({ verdict, locale }: { verdict: HeadlineVerdict; locale: string }) {
  return (
    <a className="touch" href={`/${locale}/method#${headlineAnchor(verdict)}`}>
      {tellVerdict(verdict, translator(locale))}
    </a>
  );
}

/** Where on the method page a verdict is explained. */
export function headlineAnchor(verdict: HeadlineVerdict): string {
  return `headline-${verdict.code === "left_out" ? verdict.reason : verdict.code}`;
}

function tellVerdict(verdict: HeadlineVerdict, t: Translate): string {
  return verdict.code === "left_out"
    ? t("figures.headlineVerdict.left_out", { reason: t(`leftOutReason.${verdict.reason}.label`) })
    : t(`figures.headlineVerdict.${verdict.code}`);
}
