import { beforeAll, describe, expect, test } from "vitest";
import { oneOfEach, refusedBy } from "../factories/past-the-commands";

// Past the commands, straight to the database: what must never be, whoever writes.
let ids: Record<string, string>;
beforeAll(async () => {
  ids = await oneOfEach();
});

describe("the database refuses", () => {
  test.each([
    [
      "a script for the address of a report",
      "update report set url = 'javascript:alert(1)' where id = $report",
      "report_url_is_web",
    ],
    [
      "a script for an archive",
      "update report set archive_url = 'data:text/html,x' where id = $report",
      "report_archive_is_web",
    ],
    [
      "a canonical address of no address",
      "update report set url = null where id = $report",
      "report_canonical_of_url",
    ],
    [
      "half a date of publication",
      "update report set published_zone = null where id = $report",
      "report_published_whole",
    ],
    [
      "a passing on from nobody",
      "update attribution set carries = 'via' where id = $attribution",
      "attribution_via_names_whom",
    ],
    [
      "a passing on from two",
      "update attribution set via_report_id = $report, via_claimant_id = $claimant where id = $attribution",
      "attribution_one_via",
    ],
    [
      "a report that had it from itself",
      "update attribution set via_report_id = report_id where id = $attribution",
      "attribution_not_via_itself",
    ],
    [
      "a passage in no language",
      "update attribution set passage = 'Zwölf' where id = $attribution",
      "attribution_passage_has_language",
    ],
    [
      "the same report twice in one place of a claim",
      "insert into attribution select gen_random_uuid(), claim_id, report_id, carries, null, null, locator, null, null, null, null, null, null, null, null, null, created_at, 1 from attribution where id = $attribution",
      "attribution_claim_report_locator_key",
    ],
    [
      "an assessment without a reason",
      "insert into assessment (id, claim_id, number, status, reason, assessed_by_id, assessed_at) values (gen_random_uuid(), $published, 2, 'refuted', ' ', $actor, now())",
      "assessment_has_reason",
    ],
    [
      "two assessments of one number",
      "insert into assessment (id, claim_id, number, status, reason, assessed_by_id, assessed_at) values (gen_random_uuid(), $published, 1, 'refuted', 'So.', $actor, now())",
      "assessment_claim_id_number_key",
    ],
    [
      "a script for evidence",
      "insert into evidence (id, assessment_id, position, kind, stance, url, note) values (gen_random_uuid(), $assessment, 0, 'other', 'supports', 'javascript:alert(1)', 'x')",
      "evidence_is_web",
    ],
    [
      "a redaction without a reason",
      "insert into redaction values (gen_random_uuid(), 'claim', $claim, 'wording', '', $actor, now())",
      "redaction_has_reason",
    ],
    [
      "a correction without a reason",
      "insert into correction (id, kind, event_id, reason, corrected_by_id, corrected_at) values (gen_random_uuid(), 'correction', $event, ' ', $actor, now())",
      "correction_has_reason",
    ],
    [
      "a best estimate without a method",
      "insert into best_estimate (id, measure_id, number, raw, method, estimated_by_id, estimated_at) values (gen_random_uuid(), $measure, 1, '12', ' ', $actor, now())",
      "best_estimate_has_method",
    ],
    [
      "a link of a claim to itself",
      "insert into claim_link (id, kind, from_claim_id, to_claim_id, state) values (gen_random_uuid(), 'supersedes', $claim, $claim, 'proposed')",
      "claim_link_joins_two",
    ],
    [
      "a link that nobody decided",
      "insert into claim_link (id, kind, from_claim_id, to_claim_id, state) values (gen_random_uuid(), 'supersedes', $claim, $other, 'accepted')",
      "claim_link_decided_by_someone",
    ],
    ["a measure of no kind", "update measure set kinds = '{}' where id = $measure", "measure_has_kinds"],
    [
      "a measure that is a part of itself",
      "update measure set part_of_id = id where id = $measure",
      "measure_not_part_of_itself",
    ],
    ["half a period", "update measure set period_edtf = '2026' where id = $measure", "measure_period_whole"],
    ["an event off the earth", "update event set latitude = 90.5 where id = $event", "event_on_earth"],
    ["an event in no country", "update event set country = 'UKR' where id = $event", "event_country_form"],
    ["an address with capitals", "update event set slug = 'Dnipro' where id = $event", "event_slug_form"],
    [
      "an event published at no time",
      "update event set record_status = 'published' where id = $event",
      "event_published_has_time",
    ],
    [
      "a claimant that belongs to itself",
      "update claimant set parent_id = id where id = $claimant",
      "claimant_not_its_own_parent",
    ],
    [
      "a ministry that is a publication",
      "update claimant set publication_id = $publication where id = $claimant",
      "claimant_publication_of_media_only",
    ],
    [
      "R17: a named claimant bound to a publication",
      "update claimant set via_publication_id = $publication where id = $claimant",
      "claimant_via_of_unnamed",
    ],
    [
      "a former address that leads nowhere",
      "insert into former_slug (id, kind, slug) values (gen_random_uuid(), 'event', 'old')",
      "former_slug_leads_somewhere",
    ],
    [
      "a merge with itself",
      "insert into merge (id, subject_kind, from_id, into_id, merged_by, merged_at) values (gen_random_uuid(), 'event', $event, $event, $actor, now())",
      "merge_joins_two",
    ],
    [
      "the end of a claimant that claims",
      "delete from claimant where id = (select claimant_id from claim where id = $claim)",
      "claim_claimant_id_fkey",
    ],
  ])("%s", async (_, sql, constraint) => {
    expect(await refusedBy(sql, ids)).toBe(constraint);
  });
});
