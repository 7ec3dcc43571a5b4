import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import { openLinks } from "./desk-claim-links";
import { openVias } from "./desk-via-links";
import type { LinkTab } from "./types";

const CHOICES_MAX = 200;

/** How much of each kind waits for an editor, of one event or of all. Four queries. */
export async function countOpenLinks(
  actor: Actor,
  event: string | null = null,
): Promise<Record<LinkTab, number>> {
  authorise(actor, "queue:read");
  const [supersedes, duplicates, via, origins] = await Promise.all([
    db().claimLink.count({ where: openLinks("supersedes", event) }),
    db().claimLink.count({ where: openLinks("duplicate_of", event) }),
    db().viaProposal.count({ where: openVias(event) }),
    // How many alarms are open in all (R16)?
    db().$queryRaw<{ count: number }[]>`
      select coalesce(sum(jsonb_array_length(d.summary -> 'alarms')), 0)::int as count
      from event_derived d join event e on e.id = d.event_id
      where e.record_status = 'published' and e.merged_into_id is null
        and (${event}::text is null or e.slug = ${event})`,
  ]);
  return { supersedes, duplicate_of: duplicates, via, one_origin: origins[0]?.count ?? 0 };
}

/** The events that have something to decide, by title, for a filter; at most two hundred. */
export async function listLinkEvents(actor: Actor): Promise<{ slug: string; title: string }[]> {
  authorise(actor, "queue:read");
  const open = {
    linksFrom: { some: { OR: [openLinks("supersedes", null), openLinks("duplicate_of", null)] } },
  };
  const vias = {
    attributions: { some: { report: { viaProposals: { some: { state: "proposed" as const } } } } },
  };
  return db().event.findMany({
    where: {
      mergedIntoId: null,
      OR: [
        { claims: { some: { OR: [open, vias] } } },
        { derived: { summary: { path: ["alarms", "0"], not: "null" } } },
      ],
    },
    select: { slug: true, title: true },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    take: CHOICES_MAX,
  });
}
