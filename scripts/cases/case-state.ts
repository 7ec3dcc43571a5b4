import { db } from "../../lib/db/client";
import { computeDerived } from "../../lib/events/derive-event";
import { readInputs } from "../../lib/events/read-inputs";
import { deriveFrom, type EventInputs, type EventSummary } from "../../lib/events/rules";
import type { ClaimOrigin } from "../../lib/origins/trace";
import type { Figure, Measure } from "../../lib/quantity/quantity";
import type { Lane, Lifecycle, LinkKind, LinkState, Standing } from "../../lib/vocabulary";
import type { LoadedCase } from "./load-case";

/** What the database holds of a loaded event, and what follows from it, all told in the keys of its file. */
export type CaseState = {
  figures: Figure[];
  measures: readonly Measure[];
  claimants: EventInputs["claimants"];
  /** As lists and pages read it. */
  summary: EventSummary;
  origins: ReadonlyMap<string, ClaimOrigin>;
  /** What is kept beside the event and its claims, and is not what would be computed now. */
  stale: string[];
  ruledHeadline: string | null;
  claims: Map<string, { lifecycle: Lifecycle; standing: Standing; lane: Lane }>;
  links: { kind: LinkKind; state: LinkState; newer: string; older: string }[];
  /** The key of a claim, claimant or measure by its id. */
  keyOf: (id: string) => string;
  figure: (key: string) => Figure | undefined;
};

/** Reads a loaded event back. Null where the event itself was refused. */
export async function readCase({ eventId, ids, ruledHeadline }: LoadedCase): Promise<CaseState | null> {
  if (eventId === null) return null;
  const keys = new Map(
    [ids.claim, ids.claimant, ids.measure].flatMap((known) =>
      [...known].map(([key, id]) => [id, key] as const),
    ),
  );
  const keyOf = (id: string) => keys.get(id) ?? id;
  const [inputs, computed, stored, claims, links] = await Promise.all([
    readInputs(db(), eventId),
    computeDerived(db(), eventId),
    db().eventDerived.findUnique({ where: { eventId }, select: { summary: true } }),
    db().claim.findMany({
      where: { eventId },
      select: { id: true, lifecycle: true, standing: true, lane: true },
    }),
    db().claimLink.findMany({ where: { toClaim: { eventId } } }),
  ]);
  const figures = inputs.claims.flatMap(({ figure }) => figure ?? []);
  const figureOf = new Map(figures.map((figure) => [keyOf(figure.id), figure]));
  const isStored = JSON.stringify(sorted(stored?.summary)) === JSON.stringify(sorted(computed.summary));
  return {
    figures,
    measures: inputs.measures,
    claimants: inputs.claimants,
    summary: (stored?.summary ?? computed.summary) as unknown as EventSummary,
    origins: deriveFrom(inputs).origins,
    stale: [...(isStored ? [] : ["the event's summary"]), ...computed.stale.map(({ id }) => keyOf(id))],
    ruledHeadline,
    claims: new Map(claims.map(({ id, ...states }) => [keyOf(id), states])),
    links: links.map(({ kind, state, fromClaimId, toClaimId }) => ({
      kind,
      state,
      newer: keyOf(fromClaimId),
      older: keyOf(toClaimId),
    })),
    keyOf,
    figure: (key) => figureOf.get(key),
  };
}

/** The same content with the fields of each object in one order: the database keeps none. */
function sorted(content: unknown): unknown {
  if (Array.isArray(content)) return content.map(sorted);
  if (content === null || typeof content !== "object") return content;
  const fields = Object.entries(content).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, sorted(value)]),
  );
}
