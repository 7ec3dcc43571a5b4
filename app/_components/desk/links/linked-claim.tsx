import { translator } from "@/lib/format/messages";
import type { LinkedClaim } from "@/lib/links/types";
import { tellDate } from "../../ui/date-text";

type Props = { label: string; claim: LinkedClaim; locale: string };

/** A claim in full: its words, whose they are, when it was stated, and what a report says of it. */
function LinkedClaimBlock({ label, claim, locale }: Props) {
  const t = translator(locale);
  const { publicId, raw, statement, claimant, stated, asOf, measureLabel, passage } = claim;
  return (
    <div className="min-w-0">
      <p className="small text-muted">{label}</p>
      <p className="font-serif text-xl break-words">
        <a href={`/${locale}/desk/claims/${publicId}`}>
          <bdi>{raw ?? statement}</bdi>
        </a>
      </p>
      <p>
        <bdi>{claimant.name}</bdi>
        {measureLabel ? (
          <span className="text-muted">
            {", "}
            <bdi>{measureLabel}</bdi>
          </span>
        ) : null}
      </p>
      <p className="small">
        {t("desk.links.stated", { date: tellDate(stated, locale) })}
        {asOf ? `, ${t("desk.links.asOf", { date: tellDate(asOf, locale) })}` : null}
      </p>
      <p className="small text-muted">
        {t(`recordStatus.${claim.recordStatus}.label`)}, {t(`lifecycle.${claim.lifecycle}.label`)},{" "}
        {t("desk.links.reports", { count: claim.reportCount })}
      </p>
      {passage ? (
        <blockquote className="mt-2 border-s-3 border-rule ps-3 small">
          <p className="break-words">
            <bdi lang={passage.language ?? undefined}>{passage.text}</bdi>
          </p>
          <p className="text-muted">
            <bdi>{passage.report.publicationName}</bdi>
          </p>
        </blockquote>
      ) : null}
    </div>
  );
}

/** Two claims side by side, one under the other where there is no room. */
export function TwoClaims({
  first,
  second,
  locale,
}: {
  first: Omit<Props, "locale">;
  second: Omit<Props, "locale">;
  locale: string;
}) {
  return (
    <div className="grid gap-x-10 gap-y-4 sm:grid-cols-2">
      <LinkedClaimBlock {...first} locale={locale} />
      <LinkedClaimBlock {...second} locale={locale} />
    </div>
  );
}
