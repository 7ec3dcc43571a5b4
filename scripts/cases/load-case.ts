import { registerActor } from "../../lib/auth/register-actor";
import { db } from "../../lib/db/client";
import { chooseHeadline } from "../../lib/events/choose-headline";
import { publishEvent, reviewEvent, submitEvent } from "../../lib/events/move-event";
import { readInputs } from "../../lib/events/read-inputs";
import { headlineMeasure } from "../../lib/quantity/headline-measure";
import type { CaseEvent } from "./case-shape";
import { loadClaims } from "./load-claims";
import { loadDecisions } from "./load-decisions";
import { loadEvent, loadRegister } from "./load-records";
import { attempt, beginLoading, type Desk, idOf, type Loading } from "./loading";

/** An event as it was loaded. `eventId` is null where the event itself was refused. */
export type LoadedCase = Pick<Loading, "event" | "ids" | "refusals" | "notices"> & {
  eventId: string | null;
  /** The measure that the rule itself puts at the head (R7), whatever an editor orders. */
  ruledHeadline: string | null;
};

/** Two people who load cases, and their clock: it moves a minute with each thing that they do. */
export async function openDesk(start: Date): Promise<Desk> {
  let now = start.getTime();
  const tick = () => {
    now += 60_000;
    return new Date(now);
  };
  const journalist = await registerActor({ name: "Journalist of the cases", role: "journalist" }, tick());
  const editor = await registerActor({ name: "Editor of the cases", role: "editor" }, tick());
  return { journalist, editor, tick };
}

/**
 * Loads one event with all its records through the commands, publishes them and takes the decisions that the file
 * gives. What a command refuses is told in `refusals`, and the rest goes on.
 */
export async function loadCase(event: CaseEvent, desk: Desk): Promise<LoadedCase> {
  const loading = beginLoading(event, desk);
  await loadRegister(loading);
  const eventId = await loadEvent(loading);
  const loaded = { event, ids: loading.ids, refusals: loading.refusals, notices: loading.notices };
  if (eventId === null) return { ...loaded, eventId, ruledHeadline: null };

  await loadClaims(loading, eventId);
  await attempt(loading, `event ${event.slug} published`, async () => {
    await submitEvent(desk.journalist, { id: eventId, version: 1 }, desk.tick());
    await reviewEvent(desk.editor, { id: eventId, version: 2 }, desk.tick());
    await publishEvent(desk.editor, { id: eventId, version: 3 }, desk.tick());
  });
  await loadDecisions(loading);
  return { ...loaded, eventId, ruledHeadline: await orderHeadline(loading, eventId) };
}

/**
 * Gives the measure that the rule puts at the head. Where the file has another there, and it is not a single measure
 * that counts the killed, the editor orders it so.
 */
async function orderHeadline(loading: Loading, eventId: string): Promise<string | null> {
  const { event, desk, ids } = loading;
  const { claims, measures } = await readInputs(db(), eventId);
  const figures = claims.flatMap(({ figure }) => figure ?? []);
  const ruledId = headlineMeasure(figures, measures);
  const ruled = [...ids.measure].find(([, id]) => id === ruledId)?.[0] ?? null;

  const asked = event.expect.headlineMeasure ?? null;
  const ofKilled = event.measures.filter(({ kinds }) => kinds.every((kind) => kind === "killed"));
  if (asked === null || asked === ruled || ofKilled.length === 1) return ruled;
  loading.notices.push(
    `an editor puts ${asked} at the head; the rule alone would put ${ruled ?? "nothing"} there.`,
  );
  await attempt(loading, `headline ${asked}`, async () => {
    const where = { id: eventId };
    const { version } = await db().event.findUniqueOrThrow({ where, select: { version: true } });
    const choice = { eventId, version, measureId: idOf(loading, "measure", asked) };
    await chooseHeadline(desk.editor, choice, desk.tick());
  });
  return ruled;
}
