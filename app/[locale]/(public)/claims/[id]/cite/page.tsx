import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { CitationFacts } from "@/app/_components/citations/citation-facts";
import { CitationForms } from "@/app/_components/citations/citation-forms";
import { claimCitation } from "@/app/_components/citations/claim-citation";
import { claimHref } from "@/app/_components/figures/figure-name";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { PUBLIC_ID } from "@/app/_components/ui/public-id";
import { findCitedClaim } from "@/lib/citations/find-cited";
import { findKeptClaim } from "@/lib/claims/queries";
import { isLocale, translator } from "@/lib/format/messages";

type Props = PageProps<"/[locale]/claims/[id]/cite">;

const loadClaim = cache(async (id: string) => (PUBLIC_ID.test(id) ? findCitedClaim(id) : null));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const claim = await loadClaim(id);
  if (!claim || !isLocale(locale)) return missingMetadata(locale);
  const t = translator(locale);
  const { title } = claimCitation(claim, Date.now(), locale);
  return {
    title: `${t("cite.titleOfClaim")}: ${title}`,
    description: t("cite.description", { title }),
    alternates: { canonical: `${claimHref(locale, id)}/cite` },
    robots: { index: false },
  };
}

/** How to name the present version of a claim elsewhere, in each form that is asked for. */
export default async function CiteClaimPage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const claim = await loadClaim(id);
  if (!claim) return leadOn(id, locale);

  const t = translator(locale);
  const citation = claimCitation(claim, Date.now(), locale);
  const { slug, title } = claim.event;
  const crumbs = [
    { label: t("site.claims"), href: `/${locale}/claims` },
    { label: title, href: `/${locale}/events/${slug}` },
    { label: citation.title, href: claimHref(locale, id) },
  ];
  return (
    <article>
      <Breadcrumb crumbs={crumbs} locale={locale} />
      <PageTitle title={t("cite.titleOfClaim")}>
        <p className="measure-text">{t("cite.lead")}</p>
      </PageTitle>
      <CitationFacts citation={citation} locale={locale} />
      <CitationForms citation={citation} exportPath={`/export/claims/${id}/cite`} locale={locale} />
    </article>
  );
}

/** The address of a claim that was found to be a duplicate leads to the one that was kept (R30). */
async function leadOn(id: string, locale: string) {
  const kept = PUBLIC_ID.test(id) ? await findKeptClaim(id) : null;
  if (kept) permanentRedirect(`${claimHref(locale, kept)}/cite`);
  return <Missing locale={locale} />;
}
