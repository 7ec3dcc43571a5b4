import { disownClaim } from "../../lib/claims/disown-claim";
import { replaceClaim } from "../../lib/claims/replace-claim";
import { supersedeClaim } from "../../lib/claims/supersede-claim";
import { markCorrected, markEntryError, retractClaim } from "../../lib/claims/withdraw-claim";
import { db } from "../../lib/db/client";
import type { Lifecycle } from "../../lib/vocabulary";
import type { CaseClaim, CaseEvent } from "./case-shape";
import { REASON, read } from "./load-claims";
import { attempt, idOf, type Loading } from "./loading";
import { type Succession, successionsOf } from "./order";

/** Takes the decisions that the file gives with its claims, as an editor, in an order in which each can be taken. */
export async function loadDecisions(loading: Loading): Promise<void> {
  // First what was denied: who passed a figure on counts until that body corrects it (R23).
  await disownAll(loading);
  for (const link of successionsOf(loading.event.claims)) {
    await attempt(
      loading,
      `${link.older} ${link.kind === "replaces" ? "replaced" : "superseded"} by ${link.newer}`,
      () => succeed(loading, link),
    );
  }
  await withdrawRest(loading);
}

async function disownAll(loading: Loading): Promise<void> {
  const { event, notices } = loading;
  const disowned = event.claims.filter(({ standing }) => standing === "disowned").map(({ key }) => key);
  for (const key of disowned) {
    const passers = event.claims.filter(({ passedOnFrom }) => passedOnFrom === key).map((claim) => claim.key);
    const isDone = await attempt(loading, `claim ${key} disowned`, () => disown(loading, key, passers));
    // It leaves the range all the same, when one of those who passed it on is refused.
    if (isDone === null && passers.length > 0)
      await attempt(loading, `claim ${key} disowned, by itself`, () => disown(loading, key, []));
  }
  for (const { key, passedOnFrom } of event.claims) {
    if (passedOnFrom === null || disowned.includes(passedOnFrom)) continue;
    notices.push(`claim ${key} passed on ${passedOnFrom}, which nobody disowned: that is kept nowhere.`);
  }
}

async function disown(loading: Loading, key: string, passers: readonly string[]): Promise<true> {
  const { editor, tick } = loading.desk;
  const passedOnBy = [];
  for (const passer of passers) passedOnBy.push(await readAsId(loading, passer));
  await disownClaim(
    editor,
    { ...(await read(loading, key)), reason: REASON, passedOnBy, note: null },
    tick(),
  );
  return true;
}

async function succeed(loading: Loading, { kind, newer, older }: Succession): Promise<void> {
  const { event, desk } = loading;
  const pair = { newer: await readAsId(loading, newer), older: await readAsId(loading, older) };
  if (kind === "replaces") {
    await replaceClaim(desk.editor, { ...pair, note: null }, desk.tick());
    return;
  }
  const [after, before] = [claimOf(event, newer), claimOf(event, older)];
  // R20: each reason is kept with the report that gave it; the claim's own goes before.
  const reasons = [after?.revisionReason, ...(after?.attributions ?? []).map(({ reason }) => reason)];
  const input = {
    ...pair,
    downwardReason: reasons.find((reason) => reason) ?? null,
    speaksForBoth: areKin(event, after?.claimant, before?.claimant),
    isCorrection: before?.lifecycle === "corrected",
    note: null,
  };
  await supersedeClaim(desk.editor, input, desk.tick());
}

function claimOf({ claims }: CaseEvent, key: string): CaseClaim | undefined {
  return claims.find((claim) => claim.key === key);
}

function areKin({ claimants }: CaseEvent, one?: string, other?: string): boolean {
  const parentOf = (key?: string) => claimants.find((claimant) => claimant.key === key)?.partOf;
  return one !== other && (parentOf(one) === other || parentOf(other) === one);
}

const WITHDRAWALS: Partial<Record<Lifecycle, typeof retractClaim>> = {
  corrected: markCorrected,
  retracted: retractClaim,
  entry_error: markEntryError,
};

/** What the file gives as taken back, and no successor explains. */
async function withdrawRest(loading: Loading): Promise<void> {
  const { event, desk, ids } = loading;
  for (const { key, lifecycle } of event.claims) {
    const withdraw = WITHDRAWALS[lifecycle];
    if (!withdraw || !ids.claim.has(key)) continue;
    await attempt(loading, `claim ${key} ${lifecycle}`, async () => {
      const where = { id: idOf(loading, "claim", key) };
      const stored = await db().claim.findUniqueOrThrow({ where, select: { lifecycle: true } });
      if (stored.lifecycle === lifecycle) return;
      await withdraw(desk.editor, { ...(await read(loading, key)), reason: REASON }, desk.tick());
    });
  }
}

async function readAsId(loading: Loading, key: string): Promise<{ id: string; version: number }> {
  const { claimId: id, version } = await read(loading, key);
  return { id, version };
}
