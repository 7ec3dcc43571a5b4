import type { Metadata } from "next";
import { DoneMessage } from "@/app/_components/desk/done-message";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { linkDoneWords } from "@/app/_components/desk/links/done-words";
import { DuplicateItem } from "@/app/_components/desk/links/duplicate-item";
import { LinkFilter } from "@/app/_components/desk/links/link-filter";
import { LinkTabs } from "@/app/_components/desk/links/link-tabs";
import type { LinkPlace } from "@/app/_components/desk/links/link-words";
import { AlarmItem } from "@/app/_components/desk/links/origin-item";
import { SuccessionItem } from "@/app/_components/desk/links/succession-item";
import { ViaItem } from "@/app/_components/desk/links/via-item";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { Pager } from "@/app/_components/ui/pager";
import { Refused } from "@/app/_components/ui/refused";
import { pageActor } from "@/app/_desk/actor";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/authorise";
import { isLocale, translator } from "@/lib/format/messages";
import { listOpenClaimLinks } from "@/lib/links/desk-claim-links";
import { countOpenLinks, listLinkEvents } from "@/lib/links/desk-links";
import { listOriginAlarms } from "@/lib/links/desk-origin-links";
import { listOpenVias } from "@/lib/links/desk-via-links";
import { LINK_TABS, type LinkTab } from "@/lib/links/types";

type Props = PageProps<"/[locale]/desk/links">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  return { title: translator(locale)("desk.links.title") };
}

/** What is asked about claims and reports of every event: one kind at a time, the newest first. */
export default async function LinksPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const t = translator(locale);
  if (!can(actor.role, "queue:read")) return <Refused locale={locale} needed={t("desk.links.needed")} />;

  const asked = await searchParams;
  const tab = LINK_TABS.find((one) => one === asked.tab) ?? "supersedes";
  const event = typeof asked.event === "string" && asked.event !== "" ? asked.event : null;
  const after = typeof asked.after === "string" && CURSOR.test(asked.after) ? asked.after : null;
  const place: LinkPlace = { locale, slug: null, tab };
  const [counts, events, { items, next }] = await Promise.all([
    countOpenLinks(actor, event),
    listLinkEvents(actor),
    listItems(actor, place, event, after),
  ]);
  const page = `/${locale}/desk/links?tab=${tab}${event ? `&event=${encodeURIComponent(event)}` : ""}`;
  return (
    <>
      <PageTitle title={t("desk.links.title")}>
        <p className="measure-text">{t("desk.links.lead")}</p>
      </PageTitle>
      <DoneMessage text={linkDoneWords(asked.done, locale)} />
      <LinkTabs counts={counts} shown={tab} event={event} locale={locale} />
      <p className="text-muted mt-3 measure-text">{t(`desk.links.tab.${tab}.lead`)}</p>
      <LinkFilter tab={tab} event={event} events={events} locale={locale} />
      {items.length === 0 ? (
        <EmptyState title={t(event ? "desk.links.noMatch" : "desk.links.noneOpen")}>
          {event ? (
            <a className="inline-block py-2" href={`/${locale}/desk/links?tab=${tab}`}>
              {t("filter.clear")}
            </a>
          ) : (
            t("desk.links.noneOpenWhy")
          )}
        </EmptyState>
      ) : (
        <ul className="border-t border-rule">{items}</ul>
      )}
      <Pager
        previous={after === null ? null : page}
        next={next && `${page}&after=${encodeURIComponent(next)}`}
        locale={locale}
      />
    </>
  );
}

/** Of a link it is an id, of the others an instant and an id. */
const CURSOR = /^(-?[0-9]{1,15}_)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function listItems(actor: Actor, place: LinkPlace, event: string | null, after: string | null) {
  const shared = { place, texts: fieldTexts(place.locale) };
  const tab: LinkTab = place.tab;
  switch (tab) {
    case "supersedes": {
      const { rows, next } = await listOpenClaimLinks(actor, { kind: tab, event, after });
      return { items: rows.map((row) => <SuccessionItem key={row.id} row={row} {...shared} />), next };
    }
    case "duplicate_of": {
      const { rows, next } = await listOpenClaimLinks(actor, { kind: tab, event, after });
      return { items: rows.map((row) => <DuplicateItem key={row.id} row={row} {...shared} />), next };
    }
    case "via": {
      const { rows, next } = await listOpenVias(actor, { event, after });
      return { items: rows.map((row) => <ViaItem key={row.id} row={row} {...shared} />), next };
    }
    case "one_origin": {
      const { rows, next } = await listOriginAlarms(actor, { event, after });
      return { items: rows.map((row) => <AlarmItem key={row.event.id} row={row} place={place} />), next };
    }
  }
}
