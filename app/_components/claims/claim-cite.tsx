import type { ClaimPage } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";
import { claimHref } from "../figures/figure-name";
import { tellDate, tellDay } from "../ui/date-text";
import { Fact, FactList } from "../ui/fact-list";
import { claimWords } from "./claim-title";

/** When a claim's record last changed: its newest revision. */
export function changedAt(claim: ClaimPage): number {
  return claim.history.at(-1)?.at ?? claim.publishedAt;
}

/** How to name this claim elsewhere, so that the reader finds this very state of it. */
export function ClaimCite({ claim, locale }: { claim: ClaimPage; locale: string }) {
  const t = translator(locale);
  const { publicId, version, claimant, stated } = claim;
  const href = claimHref(locale, publicId);
  return (
    <section>
      <h2 className="text-xl mb-2">{t("claimPage.cite.title")}</h2>
      <p className="border-t border-rule py-2 small select-all" dir="auto">
        {t(claim.figure ? "claimPage.cite.text" : "claimPage.cite.statementText", {
          claimant: claimant.name,
          claim: claimWords(claim, locale),
          date: tellDate(stated, locale),
          id: publicId,
          version,
        })}
      </p>
      <FactList>
        <Fact label={t("claimPage.cite.permalink")}>
          <a href={href} className="break-all">
            {siteUrl(href)}
          </a>
        </Fact>
        <Fact label={t("claimPage.cite.version")}>
          <a href={`${href}/v/${version}`}>
            {t("claimPage.cite.versionText", { version, date: tellDay(changedAt(claim), locale) })}
          </a>
          <span className="block small text-muted">{t("claimPage.cite.versionWhy")}</span>
        </Fact>
      </FactList>
      <p className="no-print">
        <a className="inline-block py-2 small" href={`${href}/cite`} rel="nofollow">
          {t("claimPage.cite.forms")}
        </a>
      </p>
    </section>
  );
}
