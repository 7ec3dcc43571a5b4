import type { ErrorReportRow } from "@/lib/error-reports/desk-error-reports";
import { translator } from "@/lib/format/messages";

/** "“89”, Russian servicemen killed, Russian Ministry of Defence": the claim that a reader wrote about, in one line. */
export function claimInWords({ wording, measure, claimantName }: ErrorReportRow["claim"], locale: string) {
  const t = translator(locale);
  const raw = t("figures.quoted", { raw: wording });
  const claim = measure === null ? raw : t("claimPage.figureTitle", { raw, measure });
  return t("desk.errorReport.claimBy", { claim, claimant: claimantName });
}
