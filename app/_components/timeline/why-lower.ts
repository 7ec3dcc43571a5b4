import { translator } from "@/lib/format/messages";
import type { WhyLower } from "@/lib/timeline/types";

/** Why a figure is lower: what the decision says, and each report that says something else (R20). */
export function whyLowerWords({ decided, reported }: WhyLower, locale: string): string {
  const t = translator(locale);
  const reason = t(`downwardReason.${decided ?? "not_given"}.label`);
  const others = reported.filter((one) => one.reason !== decided);
  const byReports = others.map((one) =>
    t("timeline.reasonByReport", {
      publication: one.publicationName,
      reason: t(`downwardReason.${one.reason}.label`),
    }),
  );
  return [t("timeline.lower", { reason }), ...byReports].join(" ");
}
