import { RULES_VERSION } from "../../../lib/events/rules";
import { type Claimed, claimAll } from "./claims";
import { DAY } from "./dates";
import { type Decided, decideAll } from "./decisions";
import { deriveInto } from "./derived";
import { drawFrom } from "./draw";
import { beginEvent, type Plan } from "./event";
import { keepHistory, type Made, newChain } from "./history";
import { planEvents } from "./plans-of-events";
import { makeRegister, type Register } from "./register";
import { fileReports } from "./reports";
import { openTables, type Tables } from "./tables";

/** So many claims are made before their rows are sent: those of several events then stand among each other, as in life. */
const CLAIMS_AT_ONCE = 2_000;

/**
 * Makes so many claims with all that belongs to them, and puts them into an empty database with its keys asleep: the
 * same rows every time. Returns how many rows of each table there are.
 */
export async function makeData(
  url: string,
  claims: number,
  tell: (done: number) => void,
): Promise<{ events: number; reports: number }> {
  const tables = openTables(url);
  const register = makeRegister(tables, claims);
  const plans = planEvents(claims);
  const waiting: { at: number; put: () => void }[] = [];
  let [done, reports, kept] = [0, 0, 0];
  for (const plan of plans) {
    const first = { claim: done, report: reports };
    const event = makeEvent(tables, register, plan, first);
    waiting.push(...event.rows);
    reports += event.reports;
    done += plan.size;
    kept += plan.size;
    if (kept < CLAIMS_AT_ONCE) continue;
    putInOrder(waiting);
    kept = 0;
    await tables.flush();
    tell(done);
  }
  putInOrder(waiting);
  const { id, length, headHash } = register.chain;
  tables.put("chain", { id, eventId: null, length, headHash });
  await tables.flush();
  await tables.end();
  return { events: plans.length, reports };
}

function putInOrder(waiting: { at: number; put: () => void }[]): void {
  for (const { put } of waiting.sort((a, b) => a.at - b.at)) put();
  waiting.length = 0;
}

function makeEvent(tables: Tables, register: Register, plan: Plan, first: { claim: number; report: number }) {
  const draw = drawFrom(plan.slug);
  const made: Made[] = [];
  const lastChange = (lasts: number) => new Date(plan.occurred + lasts + 90 * DAY);
  const event = beginEvent(tables, made, draw, register, plan, ({ lasts }) => lastChange(lasts));
  const filed: Made[] = [];
  const count = Math.max(4, Math.ceil(plan.size * 0.9));
  const reports = fileReports(tables, filed, draw, register, event, {
    count,
    occurred: plan.occurred,
    first: first.report,
  });
  keepHistory(tables, register.chain, filed, draw);
  const claims = claimAll(made, draw, register, event, reports, { ...plan, first: first.claim });
  const decided = event.publishedAt ? decideAll(made, draw, register, claims) : [];
  if (event.publishedAt) {
    const summary = deriveInto(register, event, claims, reports);
    const row = {
      eventId: event.id,
      summary,
      rulesVersion: RULES_VERSION,
      computedAt: lastChange(event.lasts),
    };
    tables.put("event_derived", row);
  }
  const chain = newChain(event.id);
  keepHistory(tables, chain, made, draw);
  tables.put("chain", { id: chain.id, eventId: event.id, length: chain.length, headHash: chain.headHash });
  return { reports: reports.length, rows: rowsOf(tables, claims, decided) };
}

function rowsOf(tables: Tables, claims: readonly Claimed[], decided: Decided) {
  const rows = claims.map(({ row: { claimant: _, ...row }, attributions }) => ({
    at: (row.loggedAt as Date).getTime(),
    put() {
      tables.put("claim", row);
      for (const attribution of attributions) tables.put("attribution", attribution.row);
    },
  }));
  const last = rows.at(-1)?.at ?? 0;
  return [...rows, ...decided.map(({ table, row }) => ({ at: last, put: () => tables.put(table, row) }))];
}
