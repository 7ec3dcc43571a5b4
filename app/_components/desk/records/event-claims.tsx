import { tellDate } from "@/app/_components/ui/date-text";
import type { DeskEventClaim } from "@/lib/claims/desk-event-claims";
import { translator } from "@/lib/format/messages";
import type { DeskMeasure } from "@/lib/measures/desk-measures";

type Props = {
  measures: DeskMeasure[];
  claims: DeskEventClaim[];
  eventSlug: string;
  /** The actor may estimate what an event counts. */
  mayEstimate: boolean;
  locale: string;
};

/** What an event counts, and under each measure its claims of every record status; statements last. */
export function EventClaims({ measures, claims, eventSlug, mayEstimate, locale }: Props) {
  const t = translator(locale);
  const statements = claims.filter(({ measureId }) => measureId === null);
  return (
    <>
      {measures.map((measure) => (
        <MeasureClaims
          key={measure.values.id}
          measure={measure}
          whole={measures.find((one) => one.values.id === measure.values.partOfId)?.values.label ?? null}
          claims={claims.filter(({ measureId }) => measureId === measure.values.id)}
          eventSlug={eventSlug}
          mayEstimate={mayEstimate}
          locale={locale}
        />
      ))}
      {statements.length > 0 ? (
        <section className="mt-6">
          <h3 className="text-lg">{t("desk.event.statements")}</h3>
          <ClaimRows claims={statements} locale={locale} />
        </section>
      ) : null}
    </>
  );
}

type MeasureProps = Omit<Props, "measures"> & { measure: DeskMeasure; whole: string | null };

function MeasureClaims({ measure, whole, claims, eventSlug, mayEstimate, locale }: MeasureProps) {
  const t = translator(locale);
  const { values, isHeadline, claimCount, mergedInto } = measure;
  const facts = [
    t("desk.record.claims", { count: claimCount }),
    isHeadline ? t("desk.event.headline") : null,
    whole ? t("desk.event.isPart", { label: whole }) : null,
    mergedInto ? t("desk.event.inMerged", { label: mergedInto.label }) : null,
  ].filter(Boolean);
  return (
    <section className="mt-6">
      <h3 className="text-lg">
        <a className="plain-link" href={`/${locale}/desk/events/${eventSlug}/measures/${values.slug}`}>
          <bdi>{values.label}</bdi>
        </a>
      </h3>
      <p className="small text-muted">
        {facts.join(" · ")}
        {mayEstimate && !mergedInto ? (
          <>
            {" · "}
            <a href={`/${locale}/desk/events/${eventSlug}/measures/${values.slug}/estimate`}>
              {t("desk.estimate.link")}
            </a>
          </>
        ) : null}
      </p>
      <ClaimRows claims={claims} locale={locale} />
    </section>
  );
}

function ClaimRows({ claims, locale }: { claims: DeskEventClaim[]; locale: string }) {
  const t = translator(locale);
  if (claims.length === 0) return null;
  return (
    <ul className="mt-1 border-t border-rule">
      {claims.map((claim) => (
        <li
          key={claim.id}
          data-row
          className="border-b border-rule py-2 grid gap-x-4 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div>
            <a className="plain-link font-serif" href={`/${locale}/desk/claims/${claim.publicId}`}>
              <bdi lang={claim.language}>{claimText(claim, locale)}</bdi>
            </a>{" "}
            <bdi className="small text-muted">{claim.claimant}</bdi>
          </div>
          <p className="small sm:text-end">
            {claim.stated ? (
              <span className="text-muted">
                <bdi>{tellDate(claim.stated, locale, "short")}</bdi> ·{" "}
              </span>
            ) : null}
            {t(`recordStatus.${claim.recordStatus}.label`)}
            {claim.lifecycle === "current" ? null : `, ${t(`lifecycle.${claim.lifecycle}.label`)}`}
            {claim.mergedInto ? `, ${t("desk.links.duplicateOf", { kept: claim.mergedInto })}` : null}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** A figure in its own words, in quotation marks; a statement as it is. */
export function claimText({ qualifier, wording }: DeskEventClaim, locale: string): string {
  return qualifier ? translator(locale)("figures.quoted", { raw: wording }) : wording;
}
