import type { DeskClaimRow } from "@/lib/claims/desk-claims-list";
import { translator } from "@/lib/format/messages";
import { DayText } from "../ui/date-text";

/** Claims of any record status: the figure in its words, whose, of what, and where it stands. */
export function DeskClaimList({ claims, locale }: { claims: DeskClaimRow[]; locale: string }) {
  const t = translator(locale);
  return (
    <ul>
      {claims.map((claim) => (
        <li key={claim.publicId} data-row className="border-b border-rule py-3">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <a className="plain-link font-serif text-lg" href={`/${locale}/desk/claims/${claim.publicId}`}>
              <bdi>{claim.qualifier ? t("figures.quoted", { raw: claim.wording }) : claim.wording}</bdi>
            </a>
            <span>
              <bdi>{claim.claimant.name}</bdi>
            </span>
            <span className="small ms-auto">{t(`recordStatus.${claim.recordStatus}.label`)}</span>
          </div>
          <p className="small text-muted">
            {[claim.measureLabel ?? (claim.topic && t(`topic.${claim.topic}.label`)), claim.event.title]
              .filter(Boolean)
              .join(" · ")}
            {" · "}
            {t("desk.home.loggedBy", { name: claim.logger.name })}{" "}
            <DayText instant={claim.loggedAt} locale={locale} />
          </p>
          {claim.returnReason ? (
            <p className="mt-1 border-s-3 border-flag ps-3">
              <bdi>{claim.returnReason}</bdi>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
