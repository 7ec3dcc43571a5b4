import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { shortened } from "@/app/_components/claims/claim-title";
import { claimHref } from "@/app/_components/figures/figure-name";
import { ClaimVersionBanner, ClaimVersionBody } from "@/app/_components/history/claim-version";
import { versionHref } from "@/app/_components/history/claim-version-href";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { tellDay } from "@/app/_components/ui/date-text";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { PrintFoot } from "@/app/_components/ui/print-foot";
import { PUBLIC_ID } from "@/app/_components/ui/public-id";
import { findClaimAtVersion } from "@/lib/claims/claim-at-version";
import { findKeptClaim } from "@/lib/claims/queries";
import { directionOf, isLocale, translator } from "@/lib/format/messages";

type Props = PageProps<"/[locale]/claims/[id]/v/[n]">;

const VERSION = /^[1-9]\d{0,5}$/;

// The title and the page ask for the same version.
const loadVersion = cache(async (id: string, n: string) =>
  PUBLIC_ID.test(id) && VERSION.test(n) ? findClaimAtVersion(id, Number(n)) : null,
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id, n } = await params;
  const claim = await loadVersion(id, n);
  if (!claim || !isLocale(locale)) return missingMetadata(locale);
  const t = translator(locale);
  const words = { version: claim.version, claim: shortened(claim.typed?.wording.text ?? claim.publicId) };
  return {
    title: t("claimVersion.title", words),
    description: t("claimVersion.description", words),
    alternates: { canonical: claimHref(locale, id) },
    robots: { index: false },
  };
}

/** A claim as it stood at one of its versions, for good at this address (R24). */
export default async function ClaimVersionPage({ params }: Props) {
  const { locale, id, n } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const claim = await loadVersion(id, n);
  if (!claim) return leadOn(id, locale);

  const t = translator(locale);
  const { event, version, typed, measureLabel } = claim;
  const wording = typed?.wording;
  return (
    <article>
      <Breadcrumb
        crumbs={[
          { label: t("site.claims"), href: `/${locale}/claims` },
          { label: event.title, href: `/${locale}/events/${event.slug}` },
          { label: t("claimVersion.ofClaim", { id }), href: claimHref(locale, id) },
        ]}
        locale={locale}
      />
      <PageTitle
        kicker={t("claimVersion.kicker", { version })}
        title={
          <>
            <bdi
              className={measureLabel ? "figure block" : "block text-[0.75em] leading-snug"}
              lang={wording?.language}
              dir={wording ? directionOf(wording.language) : undefined}
            >
              {wording?.text ?? id}
            </bdi>
            {measureLabel ? <bdi className="block text-[0.6em] leading-snug">{measureLabel}</bdi> : null}
          </>
        }
      />
      <ClaimVersionBanner claim={claim} locale={locale} />
      <ClaimVersionBody claim={claim} locale={locale} />
      <PrintFoot
        permalink={versionHref(locale, id, version)}
        version={t("event.version", { version, date: tellDay(claim.since, locale) })}
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
