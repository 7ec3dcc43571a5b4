import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { claimCardMetadata } from "@/app/_components/chart-image/card-metadata";
import { AssessmentList } from "@/app/_components/claims/assessment-list";
import { ClaimChain } from "@/app/_components/claims/claim-chain";
import { ClaimCite, changedAt } from "@/app/_components/claims/claim-cite";
import { ClaimCorrections } from "@/app/_components/claims/claim-corrections";
import { ClaimDates, ClaimFacts } from "@/app/_components/claims/claim-facts";
import { ClaimHead } from "@/app/_components/claims/claim-head";
import { ClaimReading } from "@/app/_components/claims/claim-reading";
import { ClaimReports } from "@/app/_components/claims/claim-reports";
import { ClaimStates } from "@/app/_components/claims/claim-states";
import { claimWords, shortened } from "@/app/_components/claims/claim-title";
import { Independence, refOf } from "@/app/_components/claims/independence";
import { WarningList } from "@/app/_components/claims/warning-list";
import { oembedAlternates } from "@/app/_components/embed/oembed-alternates";
import { claimHref } from "@/app/_components/figures/figure-name";
import { firstPublicVersion, versionHref } from "@/app/_components/history/claim-version-href";
import { historyHref } from "@/app/_components/history/history-href";
import { RevisionTable } from "@/app/_components/history/revision-table";
import { claimData } from "@/app/_components/linked-data/claim-data";
import { LinkedData } from "@/app/_components/linked-data/linked-data";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { tellDate, tellDay } from "@/app/_components/ui/date-text";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PrintFoot } from "@/app/_components/ui/print-foot";
import { PUBLIC_ID } from "@/app/_components/ui/public-id";
import { findClaim, findKeptClaim } from "@/lib/claims/queries";
import { isLocale, translator } from "@/lib/format/messages";

type Props = PageProps<"/[locale]/claims/[id]">;

const loadClaim = cache(async (id: string) => (PUBLIC_ID.test(id) ? findClaim(id) : null));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const claim = await loadClaim(id);
  if (!claim || !isLocale(locale)) return missingMetadata(locale);
  const t = translator(locale);
  const words = claimWords(claim, locale);
  const stated = { claimant: claim.claimant.name, date: tellDate(claim.stated, locale) };
  const told = {
    title: t("claimPage.title", { ...stated, claim: shortened(words) }),
    description: t("claimPage.description", {
      ...stated,
      claim: words,
      verification: t(`verification.${claim.verification}.label`),
      lifecycle: t(`lifecycle.${claim.lifecycle}.label`),
      count: claim.attributions.length,
    }),
  };
  return {
    ...told,
    alternates: {
      canonical: claimHref(locale, claim.publicId),
      types: oembedAlternates(claimHref(locale, claim.publicId), told.title),
    },
    ...claimCardMetadata(claim, told, locale),
  };
}

export default async function ClaimPageOf({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const claim = await loadClaim(id);
  if (!claim) return leadOn(id, locale);

  const t = translator(locale);
  const { event, version, wording } = claim;
  const crumbs = [
    { label: t("site.claims"), href: `/${locale}/claims` },
    { label: event.title, href: `/${locale}/events/${event.slug}` },
  ];
  return (
    <article>
      <Breadcrumb crumbs={crumbs} locale={locale} />
      <LinkedData data={claimData(claim, locale)} />
      <ClaimHead claim={claim} locale={locale} />
      <div className="mt-4 grid gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid gap-10 content-start min-w-0">
          <ClaimReading claim={claim} locale={locale} />
          <ClaimStates claim={claim} locale={locale} />
        </div>
        <div className="grid gap-8 content-start min-w-0 lg:col-start-2 lg:row-start-1 lg:row-span-2">
          <ClaimFacts claim={claim} locale={locale} />
          <ClaimDates claim={claim} locale={locale} />
          <ClaimCite claim={claim} locale={locale} />
        </div>
        <div className="grid gap-12 content-start min-w-0">
          <ClaimReports attributions={claim.attributions} own={wording.text} locale={locale} />
          <ClaimChain claim={claim} locale={locale} />
          <WarningList warnings={claim.figure?.warnings ?? []} locale={locale} />
          <Independence claim={claim} locale={locale} />
          <AssessmentList assessments={claim.assessments} own={refOf(claim)} locale={locale} />
          <ClaimCorrections claim={claim} locale={locale} />
        </div>
      </div>
      <div className="mt-12">
        <RevisionTable
          history={claim.history}
          versionHref={(n) =>
            n >= firstPublicVersion(claim) ? versionHref(locale, claim.publicId, n) : null
          }
          locale={locale}
        />
        <p className="mt-3 no-print">
          <a href={historyHref(locale, event.slug, { claim: claim.publicId })}>{t("eventHistory.ofClaim")}</a>
        </p>
      </div>
      <p className="no-print mt-10 border-t border-rule pt-3">
        <a
          className="inline-block py-2"
          href={`${claimHref(locale, claim.publicId)}/report-error`}
          rel="nofollow"
        >
          {t("errorReport.link")}
        </a>
      </p>
      <PrintFoot
        permalink={claimHref(locale, claim.publicId)}
        version={t("event.version", { version, date: tellDay(changedAt(claim), locale) })}
        locale={locale}
      />
    </article>
  );
}

/** The address of a claim that was found to be a duplicate leads to the one that was kept (R30). */
async function leadOn(id: string, locale: string) {
  const kept = PUBLIC_ID.test(id) ? await findKeptClaim(id) : null;
  if (kept) permanentRedirect(claimHref(locale, kept));
  return <Missing locale={locale} />;
}
