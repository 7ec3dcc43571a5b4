import "server-only";
import { db } from "../db/client";
import { listOtherParts } from "../events/other-parts";
import { type RecordState, type States, statesAt, statesOf } from "../history/state-at";
import { published, publishedAttribution } from "../publishing/gate";
import { textOf } from "./fields";
import type { Folded } from "./fold-event";
import type { Gate } from "./folded-claims";
import type { EstimateFacts } from "./folded-decisions";
import { readEventRevisions, readRegister } from "./read-revisions";

/** Reads what an event is folded from as it stood after a revision of its chain. Seven queries. */
export async function readFolded(eventId: string, number: number, at: Date): Promise<Folded> {
  const states = statesAt(await readEventRevisions(eventId, number, at));
  const [register, gate, estimateFacts, parts] = await Promise.all([
    readRegister(listNamed(states), at),
    readGate(states),
    readEstimateFacts(statesOf(states, "best_estimate")),
    listOtherParts(eventId, at.getTime()),
  ]);
  return { eventId, states, register: statesAt(register), gate, estimateFacts, parts, at: at.getTime() };
}

/** The claimants and reports that claims, attributions and parties name. */
function listNamed(states: States): string[] {
  const claims = [...statesOf(states, "claim").values()].map((state) => textOf(state, "claimantId"));
  const carried = [...statesOf(states, "attribution").values()].flatMap((state) =>
    ["reportId", "viaReportId", "viaClaimantId"].map((name) => textOf(state, name)),
  );
  return [...new Set([...claims, ...carried].filter((id) => id !== null))];
}

/** R34: what is not public today is not told of the past either: a duplicate, whose address leads to the claim that was kept. */
async function readGate(states: States): Promise<Gate> {
  const [claims, attributions] = await Promise.all([
    db().claim.findMany({
      where: { id: { in: [...statesOf(states, "claim").keys()] }, ...published },
      select: { id: true, wordingLanguage: true },
    }),
    db().attribution.findMany({
      where: { id: { in: [...statesOf(states, "attribution").keys()] }, ...publishedAttribution },
      select: { id: true, passageLanguage: true },
    }),
  ]);
  return {
    claims: new Map(claims.map((row) => [row.id, row])),
    attributions: new Map(attributions.map((row) => [row.id, row])),
  };
}

async function readEstimateFacts(estimates: ReadonlyMap<string, RecordState>): Promise<EstimateFacts> {
  const rows = await db().bestEstimate.findMany({
    where: { id: { in: [...estimates.keys()] } },
    select: { id: true, staleSince: true, estimatedBy: { select: { name: true } } },
  });
  return new Map(
    rows.map(({ id, staleSince, estimatedBy }) => [
      id,
      { by: estimatedBy.name, staleSince: staleSince?.getTime() ?? null },
    ]),
  );
}
