import type { ClaimantRef } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";

type Props = { claimant: ClaimantRef; isAnonymous?: boolean; locale: string };

/** A claimant, leading to its page, with the body that it belongs to. */
export function ClaimantLink({ claimant, isAnonymous, locale }: Props) {
  const t = translator(locale);
  return (
    <>
      <a className="touch" href={`/${locale}/claimants/${claimant.slug}`}>
        <bdi>{claimant.name}</bdi>
      </a>
      {claimant.partOf ? (
        <small>
          <bdi>{t("figures.table.partOf", { name: claimant.partOf.name })}</bdi>
        </small>
      ) : null}
      {isAnonymous ? <small>{t("figures.chart.notIdentified")}</small> : null}
    </>
  );
}
