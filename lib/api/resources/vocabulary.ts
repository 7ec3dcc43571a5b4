import { z } from "zod";
import { DEFAULT_LOCALE, translator } from "../../format/messages";
import * as lists from "../../vocabulary";

/** The lists of codes that the API speaks, by the name under which their words stand in the catalogue. */
const LISTS = {
  archiveState: lists.ARCHIVE_STATES,
  basis: lists.BASES,
  carries: lists.CARRIES,
  cause: lists.CAUSE_DEFINITIONS,
  claimType: lists.CLAIM_TYPES,
  claimantKind: lists.CLAIMANT_KINDS,
  correctionKind: lists.CORRECTION_KINDS,
  downwardReason: lists.DOWNWARD_REASONS,
  evidenceKind: lists.EVIDENCE_KINDS,
  evidenceStance: lists.EVIDENCE_STANCES,
  independenceTest: lists.INDEPENDENCE_TESTS,
  kind: lists.MEASURE_KINDS,
  lane: lists.LANES,
  lifecycle: lists.LIFECYCLES,
  linkKind: lists.LINK_KINDS,
  medium: lists.MEDIA,
  partyRole: lists.PARTY_ROLES,
  personClass: lists.PERSON_CLASSES,
  qualifier: lists.QUALIFIERS,
  reading: lists.READINGS,
  recordStatus: lists.RECORD_STATUSES,
  role: lists.ROLES,
  standing: lists.STANDINGS,
  topic: lists.TOPICS,
  total: lists.TOTALS,
  verification: lists.VERIFICATIONS,
} as const;

export const VocabularyResource = z
  .strictObject({
    name: z.string().meta({ description: "The list: qualifier, verification, carries, …" }),
    codes: z.array(
      z.strictObject({ code: z.string(), label: z.string(), explanation: z.string().nullable() }),
    ),
  })
  .meta({ description: "A closed list of codes with the words that readers see." });
export type VocabularyResource = z.input<typeof VocabularyResource>;

/** Every list of codes, each code with its words. */
export function vocabularyResources(): VocabularyResource[] {
  const t = translator(DEFAULT_LOCALE);
  const told = (key: string) => (t.has(key as never) ? String(t.raw(key as never)) : null);
  return Object.entries(LISTS).map(([name, codes]) => ({
    name,
    codes: codes.map((code) => ({
      code,
      label: told(`${name}.${code}.label`) ?? code.replaceAll("_", " "),
      explanation: told(`${name}.${code}.explanation`),
    })),
  }));
}
