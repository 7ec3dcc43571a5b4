import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import type { Typed } from "../forms/form-state";

/**
 * What a claim's form begins with when it is opened from a record's page: the event and the claimant by their slugs,
 * the report by its public id. What is not on file is left out.
 */
export async function findStart(
  actor: Actor,
  { event, report, claimant }: { event: string; report: string; claimant: string },
): Promise<Typed> {
  authorise(actor, "claim:log");
  const [found, carrying, saying] = await Promise.all([
    event
      ? db().event.findUnique({
          where: { slug: event, mergedIntoId: null },
          select: { id: true, title: true },
        })
      : null,
    report
      ? db().report.findUnique({
          where: { publicId: report },
          select: { id: true, title: true, url: true, publication: { select: { name: true } } },
        })
      : null,
    claimant
      ? db().claimant.findUnique({
          where: { slug: claimant, mergedIntoId: null },
          select: { id: true, name: true },
        })
      : null,
  ]);
  return {
    ...(found && { eventId: [found.id], eventIdLabel: [found.title] }),
    ...(carrying && {
      reportId: [carrying.id],
      reportIdLabel: [[carrying.publication.name, carrying.title ?? carrying.url].filter(Boolean).join(": ")],
    }),
    ...(saying && { claimantId: [saying.id], claimantIdLabel: [saying.name] }),
  };
}
