import "server-only";
import { Prisma } from "../../prisma/generated/client";
import type { Transaction } from "../db/client";
import { CONTENT_CHANNEL } from "./content-channel";
import type { Reach } from "./reach";

/**
 * Raises the content version of these chains, which this transaction holds, and tells every instance when it commits:
 * no stored answer that shows them is given from then on.
 */
export async function announce(
  tx: Transaction,
  chainIds: readonly string[],
  reach: Reach,
  { isBlanked = false } = {},
): Promise<void> {
  if (chainIds.length === 0) return;
  await tx.$executeRaw`
    with raised as (
      update chain set ${RAISED} where id = any(${chainIds}) returning id, content_version, event_id)
    ${told(reach, isBlanked)}`;
}

/** The columns of a chain that a change for readers sets. */
export const RAISED = Prisma.raw(
  "content_version = content_version + 1, content_xact = pg_current_xact_id()::text::bigint",
);

/** The statement behind `with raised as (…)` that tells the instances. */
export function told(reach: Reach, isBlanked: boolean): Prisma.Sql {
  return Prisma.sql`
    select pg_notify(${CONTENT_CHANNEL}, json_build_object(
      'chain', raised.id, 'version', raised.content_version,
      'event', case when ${reach === "event"} then event.slug end, 'isBlanked', ${isBlanked}::boolean)::text)
    from raised left join event on event.id = raised.event_id`;
}
