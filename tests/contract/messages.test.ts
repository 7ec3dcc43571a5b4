import { describe, expect, test } from "vitest";
import { ACTIONS } from "../../lib/history/schema";
import * as vocabulary from "../../lib/vocabulary";
import messages from "../../messages/en.json";

/** Where the catalogue keeps the words of each list of codes. */
const SECTIONS: [keyof typeof messages, readonly string[]][] = [
  ["apiScope", vocabulary.API_SCOPES],
  ["archiveState", vocabulary.ARCHIVE_STATES],
  ["basis", vocabulary.BASES],
  ["carries", vocabulary.CARRIES],
  ["cause", vocabulary.CAUSE_DEFINITIONS],
  ["claimType", vocabulary.CLAIM_TYPES],
  ["claimantKind", vocabulary.CLAIMANT_KINDS],
  ["correctionKind", vocabulary.CORRECTION_KINDS],
  ["downwardReason", vocabulary.DOWNWARD_REASONS],
  ["errorReportState", vocabulary.ERROR_REPORT_STATES],
  ["evidenceKind", vocabulary.EVIDENCE_KINDS],
  ["evidenceStance", vocabulary.EVIDENCE_STANCES],
  ["importFormat", vocabulary.IMPORT_FORMATS],
  ["importState", vocabulary.IMPORT_STATES],
  ["independenceTest", vocabulary.INDEPENDENCE_TESTS],
  ["lane", vocabulary.LANES],
  ["lifecycle", vocabulary.LIFECYCLES],
  ["linkKind", vocabulary.LINK_KINDS],
  ["linkState", vocabulary.LINK_STATES],
  ["kind", vocabulary.MEASURE_KINDS],
  ["medium", vocabulary.MEDIA],
  ["partyRole", vocabulary.PARTY_ROLES],
  ["personClass", vocabulary.PERSON_CLASSES],
  ["proposalKind", vocabulary.PROPOSAL_KINDS],
  ["proposalState", vocabulary.PROPOSAL_STATES],
  ["qualifier", vocabulary.QUALIFIERS],
  ["reading", vocabulary.READINGS],
  ["recordStatus", vocabulary.RECORD_STATUSES],
  ["role", vocabulary.ROLES],
  ["standing", vocabulary.STANDINGS],
  ["topic", vocabulary.TOPICS],
  ["total", vocabulary.TOTALS],
  ["verification", vocabulary.VERIFICATIONS],
  ["viaGround", vocabulary.VIA_GROUNDS],
];

describe("a reader meets words, never codes", () => {
  test.each(SECTIONS)("every code of %s has its words, and no words are left over", (section, codes) => {
    const words = messages[section] as Record<string, { label: string }>;
    expect(Object.keys(words).toSorted()).toEqual(codes.toSorted());
    for (const code of codes) expect(words[code]?.label.trim()).toBeTruthy();
  });

  test("every list of codes is looked at here", () => {
    const lists = Object.entries(vocabulary).filter(([name]) => name !== "KINDS_OF_PEOPLE");
    expect(new Set(SECTIONS.map(([, codes]) => codes))).toEqual(new Set(lists.map(([, codes]) => codes)));
  });

  test("the word confirmed is not used of a claim", () => {
    expect(JSON.stringify([messages.verification, messages.standing])).not.toMatch(/confirmed/i);
  });
});

test("every kind of revision has its words, and no words are left over", () => {
  expect(new Set(ACTIONS).size).toBe(ACTIONS.length);
  const words: Record<string, string> = messages.history.record.action;
  expect(Object.keys(words).toSorted()).toEqual(ACTIONS.map((action) => action.replace(".", "_")).toSorted());
  for (const word of Object.values(words)) expect(word.trim()).toBeTruthy();
});
