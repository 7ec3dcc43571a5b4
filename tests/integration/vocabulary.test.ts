import { describe, expect, test } from "vitest";
import { db } from "../../lib/db/client";
import * as vocabulary from "../../lib/vocabulary";

/** Each closed list of codes, and the database's enum that repeats it. */
const ENUMS: Record<string, readonly string[]> = {
  api_scope: vocabulary.API_SCOPES,
  archive_state: vocabulary.ARCHIVE_STATES,
  basis: vocabulary.BASES,
  carries: vocabulary.CARRIES,
  cause_definition: vocabulary.CAUSE_DEFINITIONS,
  claim_type: vocabulary.CLAIM_TYPES,
  claimant_kind: vocabulary.CLAIMANT_KINDS,
  correction_kind: vocabulary.CORRECTION_KINDS,
  downward_reason: vocabulary.DOWNWARD_REASONS,
  error_report_state: vocabulary.ERROR_REPORT_STATES,
  evidence_kind: vocabulary.EVIDENCE_KINDS,
  evidence_stance: vocabulary.EVIDENCE_STANCES,
  import_format: vocabulary.IMPORT_FORMATS,
  import_state: vocabulary.IMPORT_STATES,
  independence_test: vocabulary.INDEPENDENCE_TESTS,
  lane: vocabulary.LANES,
  lifecycle: vocabulary.LIFECYCLES,
  link_kind: vocabulary.LINK_KINDS,
  link_state: vocabulary.LINK_STATES,
  measure_kind: vocabulary.MEASURE_KINDS,
  medium: vocabulary.MEDIA,
  party_role: vocabulary.PARTY_ROLES,
  person_class: vocabulary.PERSON_CLASSES,
  proposal_kind: vocabulary.PROPOSAL_KINDS,
  proposal_state: vocabulary.PROPOSAL_STATES,
  qualifier: vocabulary.QUALIFIERS,
  reading: vocabulary.READINGS,
  record_status: vocabulary.RECORD_STATUSES,
  role: vocabulary.ROLES,
  standing: vocabulary.STANDINGS,
  topic: vocabulary.TOPICS,
  total: vocabulary.TOTALS,
  verification: vocabulary.VERIFICATIONS,
  via_ground: vocabulary.VIA_GROUNDS,
};

/** Enums of what only the database's own records hold, which no form offers as a choice. */
const OF_THE_DATABASE_ALONE = ["actor_kind", "merge_kind", "one_time_link_kind", "subject_kind"];

/** Lists that are a choice among the codes of another list. */
const SUBSETS = ["KINDS_OF_PEOPLE"];

describe("the closed lists of codes", () => {
  test.each(Object.entries(ENUMS))(
    "%s is the same in the database, in the same order",
    async (name, codes) => {
      const rows = await db().$queryRaw<{ code: string }[]>`
      select e.enumlabel as code from pg_enum e join pg_type t on t.oid = e.enumtypid
      where t.typname = ${name} order by e.enumsortorder`;
      expect(rows.map(({ code }) => code)).toEqual(codes);
    },
  );

  test("no list and no enum is left out of this comparison", async () => {
    const types = await db().$queryRaw<{ name: string }[]>`
      select typname as name from pg_type where typtype = 'e' and typnamespace = 'public'::regnamespace`;
    const names = types.map(({ name }) => name).toSorted();
    expect(names).toEqual([...Object.keys(ENUMS), ...OF_THE_DATABASE_ALONE].toSorted());
    const lists = Object.entries(vocabulary).filter(([name]) => !SUBSETS.includes(name));
    expect(new Set(lists.map(([, codes]) => codes))).toEqual(new Set(Object.values(ENUMS)));
  });

  test("R31: the kinds that count people are those that the database keeps whole", async () => {
    const [row] = await db().$queryRaw<{ source: string }[]>`
      select prosrc as source from pg_proc where proname = 'refuse_fractions_of_people'`;
    const inDatabase = [...(row?.source ?? "").matchAll(/'([a-z_]+)'/g)]
      .map(([, code]) => code)
      .filter((code) => vocabulary.MEASURE_KINDS.some((kind) => kind === code));
    expect(inDatabase).toEqual(vocabulary.KINDS_OF_PEOPLE);
  });
});
