import type { ClaimPage } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import { CorrectionList } from "../corrections/correction-list";

/** What was amended, taken back or redacted of a claim since its publication, with what it said before (R24). */
export function ClaimCorrections({ claim, locale }: { claim: ClaimPage; locale: string }) {
  const t = translator(locale);
  return (
    <section id="corrections">
      <h2 className="text-2xl">{t("corrections.onClaim")}</h2>
      {claim.corrections.length === 0 ? (
        <p className="mt-2 text-muted">{t("corrections.none")}.</p>
      ) : (
        <div className="mt-3">
          <CorrectionList corrections={claim.corrections} locale={locale} withoutPlace />
        </div>
      )}
      <p className="mt-3">
        <a href={`/${locale}/corrections?event=${claim.event.slug}`}>{t("corrections.see")}</a>
      </p>
    </section>
  );
}
