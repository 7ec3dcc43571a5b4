import type { Metadata } from "next";
import { DoneMessage } from "@/app/_components/desk/done-message";
import { EventActs } from "@/app/_components/desk/records/event-acts";
import { EventClaims } from "@/app/_components/desk/records/event-claims";
import { EventFacts } from "@/app/_components/desk/records/event-facts";
import { MergedBanner } from "@/app/_components/desk/records/merged-banner";
import { RecordFoot } from "@/app/_components/desk/records/record-foot";
import { Banner } from "@/app/_components/ui/banner";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { pageActor } from "@/app/_desk/actor";
import { leadOn } from "@/app/_desk/record-page";
import { can } from "@/lib/auth/authorise";
import { listEventClaims } from "@/lib/claims/desk-event-claims";
import { parseEdtf } from "@/lib/dates/edtf";
import { findEventForDesk } from "@/lib/events/desk-events";
import { isLocale, type Translate, translator } from "@/lib/format/messages";
import { listDeskMeasures } from "@/lib/measures/desk-measures";
import { listMerges } from "@/lib/merges/desk-merges";
import { listNotes } from "@/lib/notes/desk-notes";
import { nextSteps } from "@/lib/publishing/next-steps";
import { RECORD_STATUSES } from "@/lib/vocabulary";
import { undoMergeAction } from "../../merges/actions";
import { followAction, moveEventAction } from "../actions";

type Props = PageProps<"/[locale]/desk/events/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("desk.event.title") } : missingMetadata(locale);
}

export default async function EventPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const event = await findEventForDesk(actor, slug);
  if (!event) await leadOn(actor, "event", slug, locale);
  if (!event) return <Missing locale={locale} />;
  const { values, recordStatus, mergedInto, isFollowed } = event;
  const [measures, claims, merges, notes] = await Promise.all([
    listDeskMeasures(actor, slug),
    listEventClaims(actor, values.id),
    listMerges(actor, "event", values.id),
    listNotes(actor, "event", values.id),
  ]);
  const { done } = await searchParams;
  const t = translator(locale);
  const occurred = parseEdtf(values.occurred.edtf, values.occurred.zone);
  const which = { locale, id: values.id, slug };
  return (
    <>
      <Breadcrumb
        crumbs={[{ label: t("desk.event.list"), href: `/${locale}/desk/events` }]}
        locale={locale}
      />
      <PageTitle title={<bdi>{values.title}</bdi>} kicker={t(`recordStatus.${recordStatus}.label`)}>
        <p className="measure-text">
          <bdi>{values.summary}</bdi>
        </p>
      </PageTitle>
      <DoneMessage text={doneText(done, t)} />
      {event.returnReason ? (
        <Banner title={t("desk.claim.returned")}>
          <p dir="auto">{event.returnReason}</p>
        </Banner>
      ) : null}
      {mergedInto ? (
        <MergedBanner
          into={{ name: mergedInto.title, href: `/${locale}/desk/events/${mergedInto.slug}` }}
          locale={locale}
        />
      ) : null}
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
        <div>
          {mergedInto ? null : (
            <Ways
              base={`/${locale}/desk/events/${slug}`}
              slug={slug}
              mayMerge={mayMerge(actor.role)}
              t={t}
              locale={locale}
            />
          )}
          <h2 className="text-2xl mt-4">{t("desk.event.measuresTitle")}</h2>
          {measures.length === 0 ? <p className="mt-2 text-muted">{t("desk.event.noMeasures")}</p> : null}
          <EventClaims
            measures={measures}
            claims={claims}
            eventSlug={slug}
            mayEstimate={can(actor.role, "measure:estimate")}
            locale={locale}
          />
        </div>
        <aside aria-label={t("desk.record.details")} className="grid gap-8 content-start">
          <EventFacts event={event} occurred={occurred.ok ? occurred.date : null} locale={locale} />
          {mergedInto ? null : (
            <EventActs
              title={values.title}
              version={values.version}
              steps={nextSteps(recordStatus, actor.role)}
              publishedClaims={claims.filter((claim) => claim.recordStatus === "published").length}
              isFollowed={isFollowed}
              move={(to) => moveEventAction.bind(null, which, to)}
              follow={followAction.bind(null, which, !isFollowed)}
              locale={locale}
            />
          )}
        </aside>
      </div>
      <RecordFoot
        subject={{ kind: "event", id: values.id }}
        merges={merges}
        undo={mayMerge(actor.role) ? (mergeId) => undoMergeAction.bind(null, { locale, mergeId }) : null}
        notes={notes}
        mayRedact={can(actor.role, "field:redact")}
        locale={locale}
      />
    </>
  );
}

function mayMerge(role: Parameters<typeof can>[0]): boolean {
  return can(role, "record:merge");
}

type WaysProps = { base: string; slug: string; mayMerge: boolean; t: Translate; locale: string };

function Ways({ base, slug, mayMerge, t, locale }: WaysProps) {
  const ways = [
    { href: `/${locale}/desk/claims/log?event=${slug}`, label: t("desk.event.logClaim") },
    { href: `/${locale}/desk/articles/new?event=${slug}`, label: t("desk.event.fromArticle") },
    { href: `${base}/measures/new`, label: t("desk.event.newMeasure") },
    { href: `${base}/edit`, label: t("desk.event.edit") },
    ...(mayMerge
      ? [
          { href: `${base}/merge`, label: t("desk.event.merge") },
          { href: `${base}/split`, label: t("desk.event.split") },
          { href: `${base}/links`, label: t("desk.event.links") },
        ]
      : []),
  ];
  return (
    <ul className="no-print flex flex-wrap gap-x-5">
      {ways.map(({ href, label }) => (
        <li key={href}>
          <a className="inline-block py-2" href={href}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

const DONE = ["followed", "unfollowed", "saved", "merged", "split", "article", "articleProposed"] as const;

function doneText(done: unknown, t: Translate): string | null {
  const known = [...DONE, ...RECORD_STATUSES].find((one) => one === done);
  return known ? t(`desk.event.done.${known}`) : null;
}
