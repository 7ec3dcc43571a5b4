import { db } from "../../lib/db/client";
import { verifyDerived } from "../../lib/events/verify-derived";
import { verifyHistory } from "../../lib/history/verify-history";
import type { Write } from "./newsroom";

const WHOLE = { isolationLevel: "RepeatableRead", timeout: 600_000 } as const;

/**
 * What is on file and should not be, or should and is not: of every write of the ledger, of all records and their history,
 * and of what is kept beside the events; none where all is well. `isDerivedToo`: computes that anew, which takes longer.
 */
export async function verifyWorld(ledger: readonly Write[], isDerivedToo: boolean): Promise<string[]> {
  const faults = await verifyLedger(ledger);
  for (const [what, ask] of Object.entries(HALF_DONE)) {
    const [row] = await db().$queryRawUnsafe<{ n: number; one: string | null }[]>(
      `select count(*)::int as n, min(one::text) as one from (${ask}) as found (one)`,
    );
    if (row && row.n > 0) faults.push(`${what}: ${row.n}, one of them ${row.one}`);
  }
  const { breaks } = await db().$transaction(verifyHistory, WHOLE);
  for (const { chainId, number, problem } of breaks) faults.push(`Chain ${chainId}, ${number}: ${problem}`);
  if (!isDerivedToo) return faults;
  const { differences } = await verifyDerived();
  for (const { event, problem } of differences) faults.push(`Event ${event}: ${problem}`);
  return faults;
}

/** Each acknowledged write is there once, each of which nobody heard at most once. */
async function verifyLedger(ledger: readonly Write[]): Promise<string[]> {
  const rows = await db().$queryRaw<{ action: string; marker: string; times: number }[]>`
    select action, marker, count(*)::int as times
    from revision join revision_content on revision_id = revision.id,
      lateral (
        select distinct found[1] as marker
        from jsonb_each(fields) as field, regexp_matches((field.value -> 'after')::text, 'mark-[0-9]+x', 'g') as found
      ) as marked
    group by action, marker`;
  const onFile = new Map(rows.map(({ action, marker, times }) => [`${action} ${marker}`, times]));
  return ledger.flatMap(({ action, marker, state, tries }) => {
    const times = onFile.get(`${action} ${marker}`) ?? 0;
    if (times > 1) return [`Doubled: ${action} ${marker} is there ${times} times after ${tries} tries`];
    if (times === 0 && state === "done")
      return [`Lost: ${action} ${marker}, acknowledged after ${tries} tries`];
    return [];
  });
}

const made = (table: string, kind: string, action: string) => `
  select id from ${table} where (
    select count(*) from revision where subject_kind = '${kind}' and subject_id = ${table}.id and action = '${action}') <> 1`;
const gone = (table: string, kind: string) => `
  select subject_id from revision where subject_kind = '${kind}' and not exists (
    select from ${table} where id = subject_id)`;
const behind = (table: string, kind: string) => `
  select id from ${table} where version <> (
    select max(version) from revision where subject_kind = '${kind}' and subject_id = ${table}.id)`;

/** Queries for the records that something is missing of, each by what it would mean. */
const HALF_DONE: Record<string, string> = {
  "Reports that were not filed once": made("report", "report", "report.filed"),
  "Claims that were not logged once": made("claim", "claim", "claim.logged"),
  "Attributions that were not attached once": made("attribution", "attribution", "attribution.attached"),
  "Assessments that were not made once": made("assessment", "assessment", "assessment.made"),
  "Corrections that were not made once": made("correction", "correction", "correction.made"),
  "Claims without an attribution":
    "select id from claim where not exists (select from attribution where claim_id = claim.id)",
  "Figures of one event that are there twice":
    "select min(wording) from claim group by event_id, claimant_id, measure_id, wording, stated_edtf, as_of_edtf having count(*) > 1",
  "Revisions of reports that are not there": gone("report", "report"),
  "Revisions of claims that are not there": gone("claim", "claim"),
  "Revisions of attributions that are not there": gone("attribution", "attribution"),
  "Claims behind their history": behind("claim", "claim"),
  "Attributions behind their history": behind("attribution", "attribution"),
  "Claimants behind their history": behind("claimant", "claimant"),
  "Published claims with attributions that are not public":
    "select claim.id from claim join attribution on claim_id = claim.id where record_status = 'published' and attribution.published_at is null",
  "Rows of imports that were done twice":
    "select min(key) from imported_record where kind = 'claim' and is_new group by dataset, key having count(*) > 1",
  "Keys whose request was done and refused":
    "select key from idempotent_request where (outcome is null) = (status between 200 and 299)",
};
