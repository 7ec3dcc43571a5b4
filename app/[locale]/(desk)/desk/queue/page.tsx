import type { Metadata } from "next";
import { DoneMessage } from "@/app/_components/desk/done-message";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { AlsoWaiting } from "@/app/_components/desk/queue/also-waiting";
import { type QueueShown, queueAddress, readQueueAddress } from "@/app/_components/desk/queue/queue-address";
import { QueueEvents } from "@/app/_components/desk/queue/queue-events";
import { isFiltered, QueueFilters } from "@/app/_components/desk/queue/queue-filters";
import { QueueForm } from "@/app/_components/desk/queue/queue-form";
import { queueCells, queueColumns, queueName } from "@/app/_components/desk/queue/queue-rows";
import { QueueSeen } from "@/app/_components/desk/queue/queue-seen";
import { QueueTabs } from "@/app/_components/desk/queue/queue-tabs";
import { ACTS_OF, queueFormWords } from "@/app/_components/desk/queue/queue-words";
import { writeTick } from "@/app/_components/desk/queue/tick";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { Pager } from "@/app/_components/ui/pager";
import { Refused } from "@/app/_components/ui/refused";
import { StackedTable } from "@/app/_components/ui/stacked-table";
import { pageActor } from "@/app/_desk/actor";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/authorise";
import { isLocale, translator } from "@/lib/format/messages";
import { countQueue } from "@/lib/queue/desk-counts";
import { findQueueVisit, listQueue, listQueueChoices, listQueueEvents } from "@/lib/queue/desk-queue";
import type { QueueRow } from "@/lib/queue/types";
import { markSeenAction, moveTickedAction } from "./actions";

type Props = PageProps<"/[locale]/desk/queue">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  return { title: translator(locale)("desk.queue.title") };
}

/** What waits for an editor, by what kind of waiting it is, and what is done with several claims at once. */
export default async function QueuePage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const t = translator(locale);
  if (!can(actor.role, "queue:read")) return <Refused locale={locale} needed={t("desk.queue.needed")} />;

  // Before anything is read: what changes from here on is still new when this page is marked as seen.
  const now = Date.now();
  const asked = await searchParams;
  const shown = readQueueAddress(asked);
  const [page, counts, choices, events, visit] = await Promise.all([
    listQueue(actor, shown),
    countQueue(actor),
    listQueueChoices(actor),
    listQueueEvents(actor),
    findQueueVisit(actor),
  ]);
  const texts = fieldTexts(locale);
  const address = queueAddress(locale, shown);
  return (
    <>
      <PageTitle title={t("desk.queue.title")}>
        <p className="measure-text">{t("desk.queue.lead")}</p>
      </PageTitle>
      <DoneMessage text={asked.done === "seen" ? t("desk.queue.doneSeen") : null} />
      <QueueSeen
        count={counts.new}
        seenAt={visit}
        action={markSeenAction.bind(null, { seen: now, address })}
        texts={texts}
        locale={locale}
      />
      <AlsoWaiting counts={counts} locale={locale} />
      <QueueEvents events={events} now={now} locale={locale} />
      <QueueTabs counts={counts} shown={shown.tab} locale={locale} />
      <p className="text-muted mt-3">{t(`desk.queue.tab.${shown.tab}.lead`)}</p>
      <QueueFilters shown={shown} choices={choices} locale={locale} />
      <Claims rows={page.rows} shown={shown} actor={actor} now={now} locale={locale} />
      <Pager
        previous={shown.after === undefined ? null : queueAddress(locale, { ...shown, after: undefined })}
        next={page.next && queueAddress(locale, { ...shown, after: page.next })}
        locale={locale}
      />
    </>
  );
}

type ClaimsProps = { rows: QueueRow[]; shown: QueueShown; actor: Actor; now: number; locale: string };

function Claims({ rows, shown, actor, now, locale }: ClaimsProps) {
  const t = translator(locale);
  const { tab, sort } = shown;
  const acts = ACTS_OF[tab];
  const columns = queueColumns(tab, locale);
  const caption = t("desk.queue.caption", {
    tab: t(`desk.queue.tab.${tab}.label`),
    order: t(`desk.queue.${sort}`),
  });
  const cellsOf = (row: QueueRow) => queueCells({ row, tab, actorId: actor.id, now, locale });
  const nothing = <Nothing shown={shown} locale={locale} />;
  if (acts.length === 0)
    return rows.length === 0 ? (
      nothing
    ) : (
      <StackedTable
        caption={caption}
        columns={columns}
        rows={rows.map((row) => ({ key: row.publicId, cells: cellsOf(row) }))}
      />
    );
  return (
    <QueueForm
      // Of another kind of waiting nothing is ticked yet.
      key={tab}
      action={moveTickedAction.bind(null, locale)}
      acts={acts}
      rows={rows.map((row) => {
        const { id, publicId, version } = row;
        const name = queueName(row, locale);
        const tick = writeTick({ id, publicId, version, assignmentVersion: row.assignment.version, name });
        return { publicId, tick, tickLabel: t("desk.queue.tickOne", { name }), cells: cellsOf(row) };
      })}
      columns={columns}
      caption={caption}
      words={queueFormWords(locale)}
      texts={fieldTexts(locale)}
      locale={locale}
    >
      {nothing}
    </QueueForm>
  );
}

function Nothing({ shown, locale }: { shown: QueueShown; locale: string }) {
  const t = translator(locale);
  if (!isFiltered(shown))
    return <EmptyState title={t(`desk.queue.none.${shown.tab}`)}>{t("desk.queue.noneWhy")}</EmptyState>;
  return (
    <EmptyState title={t("desk.queue.noMatch")}>
      <a className="inline-block py-2" href={queueAddress(locale, { tab: shown.tab, sort: "oldest" })}>
        {t("desk.queue.clear")}
      </a>
    </EmptyState>
  );
}
