import type { Metadata } from "next";
import type { ReactNode } from "react";
import { DoneMessage } from "@/app/_components/desk/done-message";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { DecidedLink, DecidedVia } from "@/app/_components/desk/links/decided-item";
import { linkDoneWords } from "@/app/_components/desk/links/done-words";
import { DuplicateItem } from "@/app/_components/desk/links/duplicate-item";
import { OriginItem } from "@/app/_components/desk/links/origin-item";
import { SuccessionItem } from "@/app/_components/desk/links/succession-item";
import { ViaItem } from "@/app/_components/desk/links/via-item";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { Refused } from "@/app/_components/ui/refused";
import { pageActor } from "@/app/_desk/actor";
import { leadOn } from "@/app/_desk/record-page";
import { can } from "@/lib/auth/authorise";
import { findEventForDesk } from "@/lib/events/desk-events";
import { isLocale, translator } from "@/lib/format/messages";
import { listDecidedClaimLinks, listOpenClaimLinks } from "@/lib/links/desk-claim-links";
import { listOriginPairs } from "@/lib/links/desk-origin-links";
import { listDecidedVias, listOpenVias } from "@/lib/links/desk-via-links";
import type { LinkTab } from "@/lib/links/types";

type Props = PageProps<"/[locale]/desk/events/[slug]/links">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  return { title: translator(locale)("desk.links.title") };
}

/** All that is asked about the claims and reports of one event, and what was decided, each with its way back. */
export default async function EventLinksPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const t = translator(locale);
  if (!can(actor.role, "queue:read")) return <Refused locale={locale} needed={t("desk.links.needed")} />;
  const event = await findEventForDesk(actor, slug);
  if (!event) await leadOn(actor, "event", slug, locale);
  if (!event) return <Missing locale={locale} />;

  const [successions, duplicates, vias, origins, decided, decidedVias] = await Promise.all([
    listOpenClaimLinks(actor, { kind: "supersedes", event: slug }),
    listOpenClaimLinks(actor, { kind: "duplicate_of", event: slug }),
    listOpenVias(actor, { event: slug }),
    listOriginPairs(actor, slug),
    listDecidedClaimLinks(actor, slug),
    listDecidedVias(actor, slug),
  ]);
  const { done } = await searchParams;
  const texts = fieldTexts(locale);
  const on = (tab: LinkTab) => ({ place: { locale, slug, tab }, texts });
  const desk = `/${locale}/desk`;
  const decidedCount = decided.length + decidedVias.length;
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t("desk.event.list"), href: `${desk}/events` },
          { label: event.values.title, href: `${desk}/events/${slug}` },
        ]}
        locale={locale}
      />
      <PageTitle title={t("desk.links.title")}>
        <p className="measure-text">{t("desk.links.eventLead")}</p>
        <p>
          <a className="inline-block py-2" href={`${desk}/links`}>
            {t("desk.links.allEvents")}
          </a>
        </p>
      </PageTitle>
      <DoneMessage text={linkDoneWords(done, locale)} />
      <Section tab="supersedes" hasMore={successions.next !== null} locale={locale} slug={slug}>
        {successions.rows.map((row) => (
          <SuccessionItem key={row.id} row={row} {...on("supersedes")} />
        ))}
      </Section>
      <Section tab="duplicate_of" hasMore={duplicates.next !== null} locale={locale} slug={slug}>
        {duplicates.rows.map((row) => (
          <DuplicateItem key={row.id} row={row} {...on("duplicate_of")} />
        ))}
      </Section>
      <Section tab="via" hasMore={vias.next !== null} locale={locale} slug={slug}>
        {vias.rows.map((row) => (
          <ViaItem key={row.id} row={row} {...on("via")} />
        ))}
      </Section>
      <Section tab="one_origin" hasMore={false} locale={locale} slug={slug}>
        {origins.map((row) => (
          <OriginItem key={`${row.one.id} ${row.other.id}`} row={row} {...on("one_origin")} />
        ))}
      </Section>
      <section id="decided" className="mt-14">
        <h2 className="text-2xl">{t("desk.links.decidedTitle")}</h2>
        {decidedCount === 0 ? (
          <p className="mt-2 text-muted">{t("desk.links.noneDecided")}</p>
        ) : (
          <ul className="mt-3 border-t border-rule">
            {decided.map((row) => (
              <DecidedLink key={row.id} row={row} {...on("supersedes")} />
            ))}
            {decidedVias.map((row) => (
              <DecidedVia key={row.id} row={row} {...on("via")} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

type SectionProps = { tab: LinkTab; hasMore: boolean; slug: string; locale: string; children: ReactNode[] };

function Section({ tab, hasMore, slug, locale, children }: SectionProps) {
  const t = translator(locale);
  return (
    <section id={tab} className="mt-12">
      <h2 className="text-2xl">{t(`desk.links.tab.${tab}.label`)}</h2>
      <p className="mt-1 text-muted measure-text">
        {t(children.length === 0 ? `desk.links.tab.${tab}.none` : `desk.links.tab.${tab}.lead`)}
      </p>
      {children.length === 0 ? null : <ul className="mt-3 border-t border-rule">{children}</ul>}
      {hasMore ? (
        <a className="inline-block py-2" href={`/${locale}/desk/links?tab=${tab}&event=${slug}`}>
          {t("desk.links.more")}
        </a>
      ) : null}
    </section>
  );
}
