import type { ReactNode } from "react";
import { translator } from "@/lib/format/messages";
import type { QueueRow, QueueTab } from "@/lib/queue/types";
import { isPublished } from "./queue-address";
import { WaitingSince } from "./waiting-since";

/** What the table of a kind of waiting calls its columns; the claim comes first. */
export function queueColumns(tab: QueueTab, locale: string): string[] {
  const t = translator(locale);
  const last = isPublished(tab) ? "verification" : "assignee";
  return (["claim", "claimant", "event", "logger", tab, "reports", last] as const).map((column) =>
    t(`desk.queue.column.${column}`),
  );
}

type Shown = { row: QueueRow; tab: QueueTab; actorId: string; now: number; locale: string };

/** The cells of a claim that waits, in the order of the columns. */
export function queueCells({ row, tab, actorId, now, locale }: Shown): ReactNode[] {
  const t = translator(locale);
  const { event, claimant, logger, assignment, reportCount } = row;
  const since = (tab === "stale" ? row.staleSince : null) ?? row.statusSince;
  const assignee = assignment.assigneeId === actorId ? t("desk.queue.you") : assignment.assigneeName;
  return [
    <ClaimCell key="claim" row={row} tab={tab} locale={locale} />,
    <bdi key="claimant">{claimant.name}</bdi>,
    <bdi key="event">{event.title}</bdi>,
    <bdi key="logger">{logger.id === actorId ? t("desk.queue.you") : logger.name}</bdi>,
    <WaitingSince key="since" since={since} now={now} locale={locale} />,
    String(reportCount),
    isPublished(tab) ? (
      t(`verification.${row.verification}.label`)
    ) : assignee ? (
      <bdi key="assignee">{assignee}</bdi>
    ) : (
      <span key="assignee" className="text-muted">
        {t("desk.queue.nobody")}
      </span>
    ),
  ];
}

type CellProps = { row: QueueRow; tab: QueueTab; locale: string };

function ClaimCell({ row, tab, locale }: CellProps) {
  const t = translator(locale);
  const { publicId, measureLabel, topic, returnReason, isNew, mayPublish } = row;
  const isReviewed = tab === "submitted" || tab === "in_review";
  return (
    <>
      <a className="font-serif text-lg leading-snug" href={`/${locale}/desk/claims/${publicId}`}>
        <bdi>{wordingOf(row, locale)}</bdi>
      </a>
      {isNew ? (
        <span className="ms-2 border border-ink px-1.5 text-[0.8125rem] whitespace-nowrap">
          {t("desk.queue.new")}
        </span>
      ) : null}
      <small>
        <bdi>{measureLabel ?? (topic && t(`topic.${topic}.label`))}</bdi>
      </small>
      {isReviewed && !mayPublish ? <small>{t("desk.queue.ownClaim")}</small> : null}
      {tab === "returned" && returnReason ? (
        <p className="mt-1 border-s-3 border-flag ps-3" dir="auto">
          {returnReason}
        </p>
      ) : null}
    </>
  );
}

/** A claim by its words and its claimant: “89”, Russian Ministry of Defence. */
export function queueName(row: QueueRow, locale: string): string {
  const named = { wording: wordingOf(row, locale), claimant: row.claimant.name };
  return translator(locale)("desk.queue.named", named);
}

function wordingOf({ qualifier, wording }: QueueRow, locale: string): string {
  return qualifier ? translator(locale)("figures.quoted", { raw: wording }) : wording;
}
