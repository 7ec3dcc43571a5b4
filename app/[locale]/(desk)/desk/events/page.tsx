import type { Metadata } from "next";
import { RecordList } from "@/app/_components/desk/records/record-list";
import { DayText, tellDate } from "@/app/_components/ui/date-text";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { pageActor } from "@/app/_desk/actor";
import { asked } from "@/app/_desk/record-page";
import { listDeskEvents } from "@/lib/events/desk-events";
import { isLocale, translator } from "@/lib/format/messages";
import { RECORD_STATUSES } from "@/lib/vocabulary";

type Props = PageProps<"/[locale]/desk/events">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("desk.event.list") } : missingMetadata(locale);
}

export default async function EventsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const query = await searchParams;
  const status = RECORD_STATUSES.find((code) => code === query.status) ?? null;
  const filter = { q: asked(query.q), status };
  const { rows, next } = await listDeskEvents(actor, { ...filter, after: asked(query.after) });
  const t = translator(locale);
  return (
    <RecordList
      kind="event"
      asked={filter}
      next={next}
      locale={locale}
      rows={rows.map(({ id, slug, title, recordStatus, placeName, occurred, claimCount, changedAt }) => ({
        key: id,
        href: `/${locale}/desk/events/${slug}`,
        name: title,
        aside: t(`recordStatus.${recordStatus}.label`),
        facts: [
          <bdi key="place">{placeName}</bdi>,
          <bdi key="when">{tellDate(occurred, locale)}</bdi>,
          t("desk.record.claims", { count: claimCount }),
          <span key="changed">
            {t("desk.event.changed")} <DayText instant={changedAt} locale={locale} />
          </span>,
        ],
      }))}
    />
  );
}
