import type { DeskClaim } from "@/lib/claims/desk-claims";
import { directionOf, translator } from "@/lib/format/messages";
import { claimHref } from "../../figures/figure-name";
import { valueWords } from "../../history/revision-words";
import { Banner } from "../../ui/banner";
import { MomentText } from "../../ui/moment-text";
import { PageTitle } from "../../ui/page-title";

/** What is claimed, by whom and about what; where its record stands, and why it was returned. */
export function DeskClaimHead({ claim, locale }: { claim: DeskClaim; locale: string }) {
  const t = translator(locale);
  const { values, claimant, event, measure, recordStatus, logger, publicId, publishedAt } = claim;
  const { text, language } = values.wording;
  const isPublic = recordStatus === "published" && event.recordStatus === "published";
  const eventHref = isPublic ? `/${locale}/events/${event.slug}` : `/${locale}/desk/events/${event.slug}`;
  return (
    <>
      <PageTitle
        kicker={t("desk.claim.kicker", { publicId, status: t(`recordStatus.${recordStatus}.label`) })}
        title={
          <>
            <bdi
              className={measure ? "figure" : "text-[0.75em] leading-snug"}
              lang={language}
              dir={directionOf(language)}
            >
              {text}
            </bdi>
            {measure ? (
              <>
                <span className="sr-only">, </span>
                <span className="block text-[0.6em] leading-snug">
                  <bdi>{measure.label}</bdi>
                </span>
              </>
            ) : null}
          </>
        }
      >
        <p>
          {t.rich("desk.claim.byline", {
            claimant: () => (
              <a href={`/${locale}/desk/claimants/${claimant.slug}`}>
                <bdi>{claimant.name}</bdi>
              </a>
            ),
            date: valueWords("stated", values.stated, locale),
            event: () => (
              <a href={eventHref}>
                <bdi>{event.title}</bdi>
              </a>
            ),
          })}
        </p>
        <p>
          <bdi>{t("desk.claim.loggedBy", { name: logger.name })}</bdi>{" "}
          <MomentText instant={claim.loggedAt} locale={locale} />
          {publishedAt === null ? null : (
            <>
              ; {t("desk.claim.publishedAt")} <MomentText instant={publishedAt} locale={locale} />
            </>
          )}
          .{" "}
          {isPublic ? (
            <a href={claimHref(locale, publicId)}>{t("desk.claim.public")}</a>
          ) : recordStatus === "published" ? (
            t("desk.claim.notPublic")
          ) : null}
        </p>
      </PageTitle>
      {claim.returnReason ? (
        <Banner title={t("desk.claim.returned")}>
          <p dir="auto">{claim.returnReason}</p>
        </Banner>
      ) : null}
    </>
  );
}
