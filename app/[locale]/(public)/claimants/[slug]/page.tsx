import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { AgainstMinimumTable } from "@/app/_components/claimants/against-minimum";
import { ClaimantRecord, MemberClaimsTable } from "@/app/_components/claimants/claimant-record";
import { FigureChanges } from "@/app/_components/claimants/figure-changes";
import { TollTimelines } from "@/app/_components/claimants/toll-timeline";
import { listHref, readFilters } from "@/app/_components/claims/claim-filters";
import { ClaimantFacts, ClaimantParties } from "@/app/_components/claims/claimant-facts";
import { ClaimsTable } from "@/app/_components/claims/claims-table";
import { UnreadNote } from "@/app/_components/claims/filter-chips";
import { readTablePlace } from "@/app/_components/claims/table-place";
import { DownloadLine } from "@/app/_components/exports/download-line";
import { feedAlternates } from "@/app/_components/feeds/feed-alternates";
import { FollowLine } from "@/app/_components/feeds/follow-line";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { Pager } from "@/app/_components/ui/pager";
import { findClaimant, findClaimantByFormerSlug } from "@/lib/claimants/queries";
import { countOfClaimant, MEMBERS_MAX } from "@/lib/claims/count-of-claimant";
import { listAgainstMinimum } from "@/lib/claims/list-against-minimum";
import { listClaims } from "@/lib/claims/list-claims";
import { listFigureChanges } from "@/lib/claims/list-figure-changes";
import { listTolls, TOLL_EVENTS_MAX } from "@/lib/claims/list-tolls";
import { exportPath } from "@/lib/exports/export-path";
import { isLocale, translator } from "@/lib/format/messages";
import { Slug } from "@/lib/forms/fields";

type Props = PageProps<"/[locale]/claimants/[slug]">;

const loadClaimant = cache(async (slug: string) =>
  Slug.safeParse(slug).success ? findClaimant(slug) : null,
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const claimant = await loadClaimant(slug);
  if (!claimant || !isLocale(locale)) return missingMetadata(locale);
  const t = translator(locale);
  const { name, kind } = claimant;
  const { query } = readPlace(await searchParams);
  return {
    title: name,
    description: t("claimantPage.description", { name, kind: t(`claimantKind.${kind}.label`) }),
    alternates: {
      canonical: listHref(`/${locale}/claimants/${slug}`, query),
      types: feedAlternates(locale, [
        { feed: { of: "claimant", slug }, title: t("feeds.claimsBy", { name }) },
      ]),
    },
  };
}

export default async function ClaimantPageOf({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale) || !Slug.safeParse(slug).success) return <Missing locale={locale} />;
  const address = await searchParams;
  const { query, unread } = readPlace(address);
  const [revisionsAfter, minimumAfter] = [readTablePlace(address.revisions), readTablePlace(address.minimum)];
  const [claimant, page, tolls, counts, changes, againstMinimum] = await Promise.all([
    loadClaimant(slug),
    listClaims({ ...query, claimant: slug }),
    listTolls(slug),
    countOfClaimant(slug),
    listFigureChanges(slug, revisionsAfter),
    listAgainstMinimum(slug, minimumAfter),
  ]);
  if (!claimant) return leadOn(locale, slug);

  const t = translator(locale);
  const path = `/${locale}/claimants/${slug}`;
  const hasClaims = counts.own.total > 0;
  return (
    <>
      <PageTitle
        kicker={t("claimantPage.kicker", { kind: t(`claimantKind.${claimant.kind}.label`) })}
        title={<bdi>{claimant.name}</bdi>}
      />
      <ClaimantFacts claimant={claimant} locale={locale} />
      <ClaimantParties parties={claimant.parties} locale={locale} />
      {hasClaims ? <ClaimantRecord slug={slug} counts={counts} locale={locale} /> : null}
      <TollTimelines tolls={tolls} eventsMax={TOLL_EVENTS_MAX} locale={locale} />
      {hasClaims ? (
        <>
          <FigureChanges page={changes} path={path} after={revisionsAfter} locale={locale} />
          <AgainstMinimumTable page={againstMinimum} path={path} after={minimumAfter} locale={locale} />
        </>
      ) : null}
      <MemberClaimsTable members={counts.members} membersMax={MEMBERS_MAX} locale={locale} />
      <section id="claims" className="mt-12">
        <h2 className="text-2xl">{t("claimantPage.claims")}</h2>
        <UnreadNote unread={unread} locale={locale} />
        {page.rows.length > 0 ? (
          <>
            <p className="small text-muted mt-1 mb-2">
              {t("claimsList.onThisPage", { count: page.rows.length })}, {t("claimsList.order.latest")}.{" "}
              <a href={`/${locale}/claims?claimant=${slug}`}>{t("claimantPage.filterLink")}</a>
            </p>
            <ClaimsTable
              rows={page.rows}
              caption={t("claimantPage.claimsCaption")}
              locale={locale}
              withoutClaimant
            />
          </>
        ) : (
          <p className="mt-2 text-muted measure-text">{t("claimantPage.noClaims")}</p>
        )}
        <Pager
          previous={
            page.previous && `${listHref(path, query, { before: page.previous, after: null })}#claims`
          }
          next={page.next && `${listHref(path, query, { after: page.next, before: null })}#claims`}
          locale={locale}
        />
      </section>
      {page.rows.length > 0 ? (
        <DownloadLine
          what="claimsOfClaimant"
          hrefOf={(format) => exportPath("claims", format, { claimant: slug })}
          locale={locale}
        />
      ) : null}
      <FollowLine feed={{ of: "claimant", slug }} name={claimant.name} locale={locale} />
    </>
  );
}

/** A former address, or that of a merged claimant, leads to the present one (R30); any other does not exist. */
async function leadOn(locale: string, slug: string) {
  const present = Slug.safeParse(slug).success ? await findClaimantByFormerSlug(slug) : null;
  if (present) permanentRedirect(`/${locale}/claimants/${present}`);
  return <Missing locale={locale} />;
}

/** Of the list's address only the place in it counts here; filters have a page of their own. */
function readPlace({ after, before }: Awaited<Props["searchParams"]>) {
  return readFilters({ after, before });
}
