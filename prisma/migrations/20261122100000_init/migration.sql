-- Names in any script are found by trigram, texts without their accents.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- unaccent() is only STABLE, because its dictionary could change; a generated column needs IMMUTABLE.
CREATE FUNCTION "immutable_unaccent"(text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT public.unaccent('public.unaccent', $1) $$;

-- CreateEnum
CREATE TYPE "actor_kind" AS ENUM ('person', 'system');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('journalist', 'editor', 'admin');

-- CreateEnum
CREATE TYPE "subject_kind" AS ENUM ('event', 'party', 'claimant', 'publication', 'report', 'measure', 'claim', 'attribution', 'assessment', 'claim_link', 'best_estimate', 'correction', 'actor');

-- CreateEnum
CREATE TYPE "record_status" AS ENUM ('draft', 'submitted', 'in_review', 'published', 'returned', 'archived');

-- CreateEnum
CREATE TYPE "claimant_kind" AS ENUM ('person', 'government_body', 'armed_force', 'intergovernmental', 'ngo', 'political_body', 'company', 'media', 'academic', 'unnamed');

-- CreateEnum
CREATE TYPE "party_role" AS ENUM ('attacker', 'target', 'authority', 'monitor', 'third_party');

-- CreateEnum
CREATE TYPE "medium" AS ENUM ('web', 'broadcast', 'post', 'print', 'document');

-- CreateEnum
CREATE TYPE "archive_state" AS ENUM ('none', 'asked', 'archived', 'failed');

-- CreateEnum
CREATE TYPE "measure_kind" AS ENUM ('killed', 'injured', 'missing', 'captured', 'detained', 'displaced', 'evacuated', 'rescued', 'infected', 'attending', 'equipment_destroyed', 'equipment_damaged', 'equipment_captured', 'structures_damaged', 'munitions_used', 'casualties_unspecified', 'other');

-- CreateEnum
CREATE TYPE "person_class" AS ENUM ('civilian', 'military', 'other_combatant', 'prisoner_of_war', 'police', 'crew_or_worker', 'mixed', 'unspecified');

-- CreateEnum
CREATE TYPE "cause_definition" AS ENUM ('direct', 'indirect_or_excess', 'certified', 'diagnosed', 'unspecified');

-- CreateEnum
CREATE TYPE "total" AS ENUM ('running_total', 'increment');

-- CreateEnum
CREATE TYPE "claim_type" AS ENUM ('figure', 'statement');

-- CreateEnum
CREATE TYPE "qualifier" AS ENUM ('exact', 'about', 'at_least', 'more_than', 'up_to', 'fewer_than', 'between', 'words', 'none', 'some', 'not_stated', 'estimate_ci', 'relative');

-- CreateEnum
CREATE TYPE "reading" AS ENUM ('stated', 'convention', 'ci');

-- CreateEnum
CREATE TYPE "topic" AS ENUM ('cause', 'time', 'weapon', 'responsibility', 'context', 'demand');

-- CreateEnum
CREATE TYPE "basis" AS ENUM ('count', 'named_list', 'physical_count', 'model', 'survey', 'unstated');

-- CreateEnum
CREATE TYPE "lane" AS ENUM ('count', 'estimate');

-- CreateEnum
CREATE TYPE "standing" AS ENUM ('direct', 'reported', 'relayed', 'unattributed', 'disputed', 'disowned');

-- CreateEnum
CREATE TYPE "verification" AS ENUM ('unverified', 'corroborated', 'documented', 'refuted', 'unverifiable');

-- CreateEnum
CREATE TYPE "lifecycle" AS ENUM ('current', 'superseded', 'replaced', 'corrected', 'retracted', 'entry_error');

-- CreateEnum
CREATE TYPE "carries" AS ENUM ('own', 'quote', 'paraphrase', 'via', 'unattributed');

-- CreateEnum
CREATE TYPE "downward_reason" AS ENUM ('miscount', 'double_count', 'reclassification', 'identity_resolved', 'retraction', 'not_given');

-- CreateEnum
CREATE TYPE "via_ground" AS ENUM ('agency_credit', 'byline', 'near_identical');

-- CreateEnum
CREATE TYPE "evidence_kind" AS ENUM ('imagery', 'video', 'document', 'registry', 'named_list', 'body_count', 'witness', 'other');

-- CreateEnum
CREATE TYPE "evidence_stance" AS ENUM ('supports', 'speaks_against');

-- CreateEnum
CREATE TYPE "independence_test" AS ENUM ('different_claimants', 'different_families', 'different_sides', 'no_path', 'compatible', 'no_open_alarm');

-- CreateEnum
CREATE TYPE "link_kind" AS ENUM ('supersedes', 'replaces', 'passed_on_from', 'duplicate_of', 'one_origin');

-- CreateEnum
CREATE TYPE "link_state" AS ENUM ('proposed', 'accepted', 'declined', 'unsure');

-- CreateEnum
CREATE TYPE "correction_kind" AS ENUM ('correction', 'retraction', 'disowned', 'entry_error', 'misreport', 'merge');

-- CreateTable
CREATE TABLE "actor" (
    "id" UUID NOT NULL,
    "kind" "actor_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "actor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chain" (
    "id" TEXT NOT NULL,
    "event_id" UUID,
    "length" INTEGER NOT NULL,
    "head_hash" TEXT NOT NULL,

    CONSTRAINT "chain_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL,
    "chain_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID NOT NULL,
    "actor_role" "role" NOT NULL,
    "action" TEXT NOT NULL,
    "subject_kind" "subject_kind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "digests" JSONB NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision_content" (
    "revision_id" UUID NOT NULL,
    "fields" JSONB NOT NULL,

    CONSTRAINT "revision_content_pkey" PRIMARY KEY ("revision_id")
);

-- CreateTable
CREATE TABLE "redaction" (
    "id" UUID NOT NULL,
    "subject_kind" "subject_kind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "redacted_by" UUID NOT NULL,
    "redacted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "redaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "place_name" TEXT NOT NULL,
    "country" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "occurred_edtf" TEXT NOT NULL,
    "occurred_earliest" TIMESTAMPTZ(3) NOT NULL,
    "occurred_latest" TIMESTAMPTZ(3) NOT NULL,
    "occurred_zone" TEXT NOT NULL,
    "other_zones" TEXT[],
    "record_status" "record_status" NOT NULL DEFAULT 'draft',
    "four_eyes" BOOLEAN NOT NULL DEFAULT true,
    "headline_measure_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_alias" (
    "event_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "event_alias_pkey" PRIMARY KEY ("event_id","name")
);

-- CreateTable
CREATE TABLE "event_derived" (
    "event_id" UUID NOT NULL,
    "summary" JSONB NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_derived_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "party" (
    "event_id" UUID NOT NULL,
    "claimant_id" UUID NOT NULL,
    "side" TEXT,
    "role" "party_role",

    CONSTRAINT "party_pkey" PRIMARY KEY ("event_id","claimant_id")
);

-- CreateTable
CREATE TABLE "former_slug" (
    "id" UUID NOT NULL,
    "kind" "subject_kind" NOT NULL,
    "slug" TEXT NOT NULL,
    "event_id" UUID,
    "claimant_id" UUID,
    "publication_id" UUID,

    CONSTRAINT "former_slug_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "merge" (
    "id" UUID NOT NULL,
    "subject_kind" "subject_kind" NOT NULL,
    "from_id" UUID NOT NULL,
    "into_id" UUID NOT NULL,
    "merged_by" UUID NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_by" UUID,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claimant" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "claimant_kind" NOT NULL,
    "parent_id" UUID,
    "publication_id" UUID,
    "via_publication_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claimant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claimant_alias" (
    "claimant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "claimant_alias_pkey" PRIMARY KEY ("claimant_id","name")
);

-- CreateTable
CREATE TABLE "publisher_family" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "publisher_family_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "family_id" UUID,
    "country" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication_alias" (
    "publication_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "publication_alias_pkey" PRIMARY KEY ("publication_id","name")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "public_id" TEXT NOT NULL,
    "publication_id" UUID NOT NULL,
    "medium" "medium" NOT NULL,
    "title" TEXT,
    "url" TEXT,
    "canonical_url" TEXT,
    "archive_url" TEXT,
    "archive_state" "archive_state" NOT NULL DEFAULT 'none',
    "language" TEXT,
    "published_edtf" TEXT,
    "published_earliest" TIMESTAMPTZ(3),
    "published_latest" TIMESTAMPTZ(3),
    "published_zone" TEXT,
    "is_read" BOOLEAN NOT NULL,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measure" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "kinds" "measure_kind"[],
    "unit" TEXT NOT NULL,
    "person_class" "person_class" NOT NULL,
    "demographic" TEXT,
    "nationality" TEXT,
    "area" TEXT,
    "period_edtf" TEXT,
    "period_earliest" TIMESTAMPTZ(3),
    "period_latest" TIMESTAMPTZ(3),
    "cause" "cause_definition" NOT NULL,
    "total" "total" NOT NULL,
    "part_of_id" UUID,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" UUID NOT NULL,
    "public_id" TEXT NOT NULL,
    "event_id" UUID NOT NULL,
    "claimant_id" UUID NOT NULL,
    "type" "claim_type" NOT NULL,
    "wording" TEXT NOT NULL,
    "wording_language" TEXT NOT NULL,
    "wording_translation" TEXT,
    "wording_translated_by" TEXT,
    "measure_id" UUID,
    "qualifier" "qualifier",
    "low" DOUBLE PRECISION,
    "high" DOUBLE PRECISION,
    "central" DOUBLE PRECISION,
    "reading" "reading",
    "relative_to_id" UUID,
    "topic" "topic",
    "basis" "basis" NOT NULL,
    "lane" "lane" NOT NULL,
    "is_forecast" BOOLEAN NOT NULL DEFAULT false,
    "is_from_memory" BOOLEAN NOT NULL DEFAULT false,
    "event_time_edtf" TEXT,
    "event_time_earliest" TIMESTAMPTZ(3),
    "event_time_latest" TIMESTAMPTZ(3),
    "event_time_zone" TEXT,
    "as_of_edtf" TEXT,
    "as_of_earliest" TIMESTAMPTZ(3),
    "as_of_latest" TIMESTAMPTZ(3),
    "as_of_zone" TEXT,
    "stated_edtf" TEXT NOT NULL,
    "stated_earliest" TIMESTAMPTZ(3) NOT NULL,
    "stated_latest" TIMESTAMPTZ(3) NOT NULL,
    "stated_zone" TEXT NOT NULL,
    "logged_at" TIMESTAMPTZ(3) NOT NULL,
    "logged_by_id" UUID NOT NULL,
    "record_status" "record_status" NOT NULL DEFAULT 'draft',
    "published_at" TIMESTAMPTZ(3),
    "standing" "standing" NOT NULL,
    "verification" "verification" NOT NULL DEFAULT 'unverified',
    "lifecycle" "lifecycle" NOT NULL DEFAULT 'current',
    "is_contested" BOOLEAN NOT NULL DEFAULT false,
    "report_count" INTEGER NOT NULL DEFAULT 0,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "search" tsvector GENERATED ALWAYS AS (to_tsvector('simple', "immutable_unaccent"("wording" || ' ' || coalesce("wording_translation", '')))) STORED,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attribution" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "carries" "carries" NOT NULL,
    "via_report_id" UUID,
    "via_claimant_id" UUID,
    "locator" TEXT,
    "passage" TEXT,
    "passage_language" TEXT,
    "passage_translation" TEXT,
    "passage_translated_by" TEXT,
    "drift_raw" TEXT,
    "drift_qualifier" "qualifier",
    "misreport" TEXT,
    "downward_reason" "downward_reason",
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "attribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "via_proposal" (
    "attribution_id" UUID NOT NULL,
    "via_report_id" UUID NOT NULL,
    "ground" "via_ground" NOT NULL,
    "state" "link_state" NOT NULL DEFAULT 'proposed',
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "via_proposal_pkey" PRIMARY KEY ("attribution_id","via_report_id","ground")
);

-- CreateTable
CREATE TABLE "assessment" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "verification" NOT NULL,
    "reason" TEXT NOT NULL,
    "what_would_change" TEXT,
    "override_reason" TEXT,
    "assessed_by_id" UUID NOT NULL,
    "assessed_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "stale_since" TIMESTAMPTZ(3),

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "evidence_kind" NOT NULL,
    "stance" "evidence_stance" NOT NULL,
    "report_id" UUID,
    "url" TEXT,
    "archive_url" TEXT,
    "note" TEXT NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "independence_result" (
    "assessment_id" UUID NOT NULL,
    "test" "independence_test" NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "evidence" TEXT NOT NULL,

    CONSTRAINT "independence_result_pkey" PRIMARY KEY ("assessment_id","test")
);

-- CreateTable
CREATE TABLE "best_estimate" (
    "id" UUID NOT NULL,
    "measure_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "raw" TEXT NOT NULL,
    "low" DOUBLE PRECISION,
    "high" DOUBLE PRECISION,
    "central" DOUBLE PRECISION,
    "method" TEXT NOT NULL,
    "estimated_by_id" UUID NOT NULL,
    "estimated_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "stale_since" TIMESTAMPTZ(3),

    CONSTRAINT "best_estimate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "best_estimate_input" (
    "estimate_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,

    CONSTRAINT "best_estimate_input_pkey" PRIMARY KEY ("estimate_id","claim_id")
);

-- CreateTable
CREATE TABLE "claim_link" (
    "id" UUID NOT NULL,
    "kind" "link_kind" NOT NULL,
    "from_claim_id" UUID NOT NULL,
    "to_claim_id" UUID NOT NULL,
    "state" "link_state" NOT NULL,
    "speaks_for_both" BOOLEAN NOT NULL DEFAULT false,
    "downward_reason" "downward_reason",
    "note" TEXT,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "claim_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "kind" "correction_kind" NOT NULL,
    "event_id" UUID NOT NULL,
    "claim_id" UUID,
    "reason" TEXT NOT NULL,
    "corrected_by_id" UUID NOT NULL,
    "corrected_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "chain_event_id_key" ON "chain"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "revision_hash_key" ON "revision"("hash");

-- CreateIndex
CREATE INDEX "revision_subject_id_version_idx" ON "revision"("subject_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "revision_chain_id_number_key" ON "revision"("chain_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "revision_subject_kind_subject_id_version_key" ON "revision"("subject_kind", "subject_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "redaction_subject_kind_subject_id_field_key" ON "redaction"("subject_kind", "subject_id", "field");

-- CreateIndex
CREATE UNIQUE INDEX "event_slug_key" ON "event"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "event_headline_measure_id_key" ON "event"("headline_measure_id");

-- CreateIndex
CREATE INDEX "event_record_status_changed_at_id_idx" ON "event"("record_status", "changed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "event_alias_name_idx" ON "event_alias" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "party_claimant_id_idx" ON "party"("claimant_id");

-- CreateIndex
CREATE UNIQUE INDEX "former_slug_kind_slug_key" ON "former_slug"("kind", "slug");

-- CreateIndex
CREATE INDEX "merge_subject_kind_from_id_idx" ON "merge"("subject_kind", "from_id");

-- CreateIndex
CREATE INDEX "merge_subject_kind_into_id_idx" ON "merge"("subject_kind", "into_id");

-- CreateIndex
CREATE UNIQUE INDEX "claimant_slug_key" ON "claimant"("slug");

-- CreateIndex
CREATE INDEX "claimant_parent_id_idx" ON "claimant"("parent_id");

-- CreateIndex
CREATE INDEX "claimant_publication_id_idx" ON "claimant"("publication_id");

-- CreateIndex
CREATE INDEX "claimant_via_publication_id_idx" ON "claimant"("via_publication_id");

-- CreateIndex
CREATE INDEX "claimant_name_idx" ON "claimant" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "claimant_alias_name_idx" ON "claimant_alias" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "publisher_family_name_key" ON "publisher_family"("name");

-- CreateIndex
CREATE UNIQUE INDEX "publication_slug_key" ON "publication"("slug");

-- CreateIndex
CREATE INDEX "publication_family_id_idx" ON "publication"("family_id");

-- CreateIndex
CREATE INDEX "publication_name_idx" ON "publication" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "publication_alias_name_idx" ON "publication_alias" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "report_public_id_key" ON "report"("public_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_canonical_url_key" ON "report"("canonical_url");

-- CreateIndex
CREATE INDEX "report_publication_id_published_earliest_id_idx" ON "report"("publication_id", "published_earliest" DESC, "id");

-- CreateIndex
CREATE INDEX "measure_part_of_id_idx" ON "measure"("part_of_id");

-- CreateIndex
CREATE UNIQUE INDEX "measure_event_id_slug_key" ON "measure"("event_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "measure_id_event_key" ON "measure"("id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "measure_scope_key" ON "measure"("event_id", "kinds", "unit", "person_class", "demographic", "nationality", "area", "period_edtf", "cause", "total") NULLS NOT DISTINCT;

-- CreateIndex
CREATE UNIQUE INDEX "claim_public_id_key" ON "claim"("public_id");

-- CreateIndex
CREATE INDEX "claim_record_status_stated_earliest_id_idx" ON "claim"("record_status", "stated_earliest" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "claim_record_status_published_at_id_idx" ON "claim"("record_status", "published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "claim_event_id_record_status_stated_earliest_id_idx" ON "claim"("event_id", "record_status", "stated_earliest" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "claim_claimant_id_record_status_stated_earliest_id_idx" ON "claim"("claimant_id", "record_status", "stated_earliest" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "claim_measure_id_idx" ON "claim"("measure_id");

-- CreateIndex
CREATE INDEX "claim_relative_to_id_idx" ON "claim"("relative_to_id");

-- CreateIndex
CREATE INDEX "claim_logged_by_id_idx" ON "claim"("logged_by_id");

-- CreateIndex
CREATE INDEX "claim_search_idx" ON "claim" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "claim_event_id_number_key" ON "claim"("event_id", "number");

-- CreateIndex
CREATE INDEX "attribution_report_id_idx" ON "attribution"("report_id");

-- CreateIndex
CREATE INDEX "attribution_via_report_id_idx" ON "attribution"("via_report_id");

-- CreateIndex
CREATE INDEX "attribution_via_claimant_id_idx" ON "attribution"("via_claimant_id");

-- CreateIndex
CREATE UNIQUE INDEX "attribution_claim_report_locator_key" ON "attribution"("claim_id", "report_id", "locator") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "via_proposal_via_report_id_idx" ON "via_proposal"("via_report_id");

-- CreateIndex
CREATE INDEX "assessment_assessed_by_id_idx" ON "assessment"("assessed_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_claim_id_number_key" ON "assessment"("claim_id", "number");

-- CreateIndex
CREATE INDEX "evidence_report_id_idx" ON "evidence"("report_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_assessment_id_position_key" ON "evidence"("assessment_id", "position");

-- CreateIndex
CREATE INDEX "best_estimate_estimated_by_id_idx" ON "best_estimate"("estimated_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "best_estimate_measure_id_number_key" ON "best_estimate"("measure_id", "number");

-- CreateIndex
CREATE INDEX "best_estimate_input_claim_id_idx" ON "best_estimate_input"("claim_id");

-- CreateIndex
CREATE INDEX "claim_link_to_claim_id_idx" ON "claim_link"("to_claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_link_kind_from_claim_id_to_claim_id_key" ON "claim_link"("kind", "from_claim_id", "to_claim_id");

-- CreateIndex
CREATE INDEX "correction_event_id_corrected_at_id_idx" ON "correction"("event_id", "corrected_at" DESC, "id");

-- CreateIndex
CREATE INDEX "correction_claim_id_idx" ON "correction"("claim_id");

-- CreateIndex
CREATE INDEX "correction_corrected_at_id_idx" ON "correction"("corrected_at" DESC, "id");

-- CreateIndex
CREATE INDEX "correction_corrected_by_id_idx" ON "correction"("corrected_by_id");

-- AddForeignKey
ALTER TABLE "chain" ADD CONSTRAINT "chain_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_chain_id_fkey" FOREIGN KEY ("chain_id") REFERENCES "chain"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_content" ADD CONSTRAINT "revision_content_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_headline_measure_id_fkey" FOREIGN KEY ("headline_measure_id") REFERENCES "measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_alias" ADD CONSTRAINT "event_alias_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_derived" ADD CONSTRAINT "event_derived_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party" ADD CONSTRAINT "party_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party" ADD CONSTRAINT "party_claimant_id_fkey" FOREIGN KEY ("claimant_id") REFERENCES "claimant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_slug" ADD CONSTRAINT "former_slug_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_slug" ADD CONSTRAINT "former_slug_claimant_id_fkey" FOREIGN KEY ("claimant_id") REFERENCES "claimant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_slug" ADD CONSTRAINT "former_slug_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claimant" ADD CONSTRAINT "claimant_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "claimant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claimant" ADD CONSTRAINT "claimant_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claimant" ADD CONSTRAINT "claimant_via_publication_id_fkey" FOREIGN KEY ("via_publication_id") REFERENCES "publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claimant_alias" ADD CONSTRAINT "claimant_alias_claimant_id_fkey" FOREIGN KEY ("claimant_id") REFERENCES "claimant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "publisher_family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_alias" ADD CONSTRAINT "publication_alias_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_part_of_id_fkey" FOREIGN KEY ("part_of_id") REFERENCES "measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_claimant_id_fkey" FOREIGN KEY ("claimant_id") REFERENCES "claimant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_measure_id_event_id_fkey" FOREIGN KEY ("measure_id", "event_id") REFERENCES "measure"("id", "event_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_relative_to_id_fkey" FOREIGN KEY ("relative_to_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_logged_by_id_fkey" FOREIGN KEY ("logged_by_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribution" ADD CONSTRAINT "attribution_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribution" ADD CONSTRAINT "attribution_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribution" ADD CONSTRAINT "attribution_via_report_id_fkey" FOREIGN KEY ("via_report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribution" ADD CONSTRAINT "attribution_via_claimant_id_fkey" FOREIGN KEY ("via_claimant_id") REFERENCES "claimant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "via_proposal" ADD CONSTRAINT "via_proposal_attribution_id_fkey" FOREIGN KEY ("attribution_id") REFERENCES "attribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "via_proposal" ADD CONSTRAINT "via_proposal_via_report_id_fkey" FOREIGN KEY ("via_report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_assessed_by_id_fkey" FOREIGN KEY ("assessed_by_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "independence_result" ADD CONSTRAINT "independence_result_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "best_estimate" ADD CONSTRAINT "best_estimate_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "best_estimate" ADD CONSTRAINT "best_estimate_estimated_by_id_fkey" FOREIGN KEY ("estimated_by_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "best_estimate_input" ADD CONSTRAINT "best_estimate_input_estimate_id_fkey" FOREIGN KEY ("estimate_id") REFERENCES "best_estimate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "best_estimate_input" ADD CONSTRAINT "best_estimate_input_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_link" ADD CONSTRAINT "claim_link_from_claim_id_fkey" FOREIGN KEY ("from_claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_link" ADD CONSTRAINT "claim_link_to_claim_id_fkey" FOREIGN KEY ("to_claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_corrected_by_id_fkey" FOREIGN KEY ("corrected_by_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Below: what must never be, whoever writes. The rules are those of the domain, by number.

-- Quantities (R2, R4, R5, R31).
ALTER TABLE "claim"
  ADD CONSTRAINT "claim_figure_or_statement" CHECK (
    ("type" = 'figure' AND "measure_id" IS NOT NULL AND "qualifier" IS NOT NULL AND "reading" IS NOT NULL AND "topic" IS NULL)
    OR ("type" = 'statement' AND "topic" IS NOT NULL AND "measure_id" IS NULL AND "qualifier" IS NULL AND "reading" IS NULL
        AND "low" IS NULL AND "high" IS NULL AND "central" IS NULL AND "relative_to_id" IS NULL)),
  ADD CONSTRAINT "claim_low_not_above_high" CHECK ("low" <= "high"),
  ADD CONSTRAINT "claim_not_negative" CHECK ("low" >= 0 AND "high" >= 0 AND "central" >= 0),
  ADD CONSTRAINT "claim_exact_in_double" CHECK ("low" <= 9007199254740991 AND "high" <= 9007199254740991 AND "central" <= 9007199254740991),
  ADD CONSTRAINT "claim_central_inside" CHECK ("central" IS NULL OR ("low" <= "central" AND "central" <= "high")),
  ADD CONSTRAINT "claim_bounds_fit_qualifier" CHECK (
    -- A comparison with null is null, and a CHECK lets null pass.
    coalesce(CASE "qualifier"
      WHEN 'exact' THEN "low" = "high"
      WHEN 'about' THEN "low" = "high"
      WHEN 'at_least' THEN "low" IS NOT NULL AND "high" IS NULL
      WHEN 'more_than' THEN "low" IS NOT NULL AND "high" IS NULL
      WHEN 'up_to' THEN "low" IS NULL AND "high" IS NOT NULL
      WHEN 'fewer_than' THEN "low" IS NULL AND "high" IS NOT NULL
      WHEN 'between' THEN "low" IS NOT NULL AND "high" IS NOT NULL
      WHEN 'words' THEN "low" IS NOT NULL
      WHEN 'none' THEN "low" = 0 AND "high" = 0
      WHEN 'some' THEN "low" = 1 AND "high" IS NULL
      WHEN 'not_stated' THEN "low" IS NULL AND "high" IS NULL
      WHEN 'estimate_ci' THEN "low" IS NOT NULL AND "high" IS NOT NULL AND "central" IS NOT NULL
      WHEN 'relative' THEN ("low" IS NULL) <> ("high" IS NULL)
      ELSE TRUE END, FALSE)),
  ADD CONSTRAINT "claim_central_of_estimates_only" CHECK ("central" IS NULL OR "qualifier" = 'estimate_ci'),
  ADD CONSTRAINT "claim_reading_fits_qualifier" CHECK (CASE "qualifier"
    WHEN 'words' THEN "reading" = 'convention'
    WHEN 'estimate_ci' THEN "reading" = 'ci'
    ELSE "reading" IS NULL OR "reading" = 'stated' END),
  -- Model and survey make the lane of estimates (R11).
  ADD CONSTRAINT "claim_lane_fits_basis" CHECK (("basis" IN ('model', 'survey')) = ("lane" = 'estimate')),
  ADD CONSTRAINT "claim_wording_not_blank" CHECK (btrim("wording") <> ''),
  ADD CONSTRAINT "claim_not_relative_to_itself" CHECK ("relative_to_id" <> "id"),
  ADD CONSTRAINT "claim_stated_in_order" CHECK ("stated_earliest" <= "stated_latest"),
  ADD CONSTRAINT "claim_as_of_whole" CHECK (num_nulls("as_of_edtf", "as_of_earliest", "as_of_latest", "as_of_zone") IN (0, 4)),
  ADD CONSTRAINT "claim_as_of_in_order" CHECK ("as_of_earliest" <= "as_of_latest"),
  ADD CONSTRAINT "claim_event_time_whole" CHECK (num_nulls("event_time_edtf", "event_time_earliest", "event_time_latest", "event_time_zone") IN (0, 4)),
  ADD CONSTRAINT "claim_event_time_in_order" CHECK ("event_time_earliest" <= "event_time_latest"),
  ADD CONSTRAINT "claim_published_has_time" CHECK (("record_status" = 'published') = ("published_at" IS NOT NULL));

-- Counts of people are whole numbers. A CHECK cannot look at the measure, so a trigger does.
CREATE FUNCTION "refuse_fractions_of_people"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."low" <> floor(NEW."low") OR NEW."high" <> floor(NEW."high") OR NEW."central" <> floor(NEW."central")) AND EXISTS (
    SELECT FROM "measure" WHERE "id" = NEW."measure_id" AND "kinds" && ARRAY['killed', 'injured', 'missing', 'captured',
      'detained', 'displaced', 'evacuated', 'rescued', 'infected', 'attending', 'casualties_unspecified']::"measure_kind"[])
  THEN
    -- The driver adapter passes on the message alone, so the constraint is named there too.
    RAISE EXCEPTION 'a count of people must be whole: violates check constraint "claim_people_are_whole"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'claim_people_are_whole';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "claim_people_are_whole" BEFORE INSERT OR UPDATE OF "low", "high", "central", "measure_id" ON "claim"
  FOR EACH ROW EXECUTE FUNCTION "refuse_fractions_of_people"();

ALTER TABLE "measure"
  ADD CONSTRAINT "measure_has_kinds" CHECK (cardinality("kinds") > 0),
  ADD CONSTRAINT "measure_not_part_of_itself" CHECK ("part_of_id" <> "id"),
  ADD CONSTRAINT "measure_period_whole" CHECK (num_nulls("period_edtf", "period_earliest", "period_latest") IN (0, 3)),
  ADD CONSTRAINT "measure_period_in_order" CHECK ("period_earliest" <= "period_latest");

ALTER TABLE "event"
  ADD CONSTRAINT "event_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "event_country_form" CHECK ("country" ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT "event_on_earth" CHECK ("latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180),
  ADD CONSTRAINT "event_occurred_in_order" CHECK ("occurred_earliest" <= "occurred_latest"),
  ADD CONSTRAINT "event_published_has_time" CHECK (("record_status" = 'published') = ("published_at" IS NOT NULL));

ALTER TABLE "claimant"
  ADD CONSTRAINT "claimant_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "claimant_not_its_own_parent" CHECK ("parent_id" <> "id"),
  -- Only a media claimant speaks through a publication, and only an unnamed one is bound to what carried it (R17).
  ADD CONSTRAINT "claimant_publication_of_media_only" CHECK ("publication_id" IS NULL OR "kind" = 'media'),
  ADD CONSTRAINT "claimant_via_of_unnamed" CHECK ("via_publication_id" IS NULL OR "kind" = 'unnamed');

ALTER TABLE "publication"
  ADD CONSTRAINT "publication_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "publication_country_form" CHECK ("country" ~ '^[A-Z]{2}$');

ALTER TABLE "report"
  ADD CONSTRAINT "report_url_is_web" CHECK ("url" ~* '^https?://'),
  ADD CONSTRAINT "report_archive_is_web" CHECK ("archive_url" ~* '^https?://'),
  ADD CONSTRAINT "report_canonical_of_url" CHECK ("canonical_url" IS NULL OR "url" IS NOT NULL),
  ADD CONSTRAINT "report_published_whole" CHECK (num_nulls("published_edtf", "published_earliest", "published_latest", "published_zone") IN (0, 4)),
  ADD CONSTRAINT "report_published_in_order" CHECK ("published_earliest" <= "published_latest");

ALTER TABLE "attribution"
  ADD CONSTRAINT "attribution_one_via" CHECK (num_nonnulls("via_report_id", "via_claimant_id") <= 1),
  ADD CONSTRAINT "attribution_via_names_whom" CHECK ("carries" <> 'via' OR num_nonnulls("via_report_id", "via_claimant_id") = 1),
  ADD CONSTRAINT "attribution_not_via_itself" CHECK ("via_report_id" <> "report_id"),
  ADD CONSTRAINT "attribution_passage_has_language" CHECK (("passage" IS NULL) = ("passage_language" IS NULL));

-- A reason is part of the decision (R24, R31, R35).
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_has_reason" CHECK (btrim("reason") <> ''),
  ADD CONSTRAINT "assessment_number_from_1" CHECK ("number" >= 1);
ALTER TABLE "correction" ADD CONSTRAINT "correction_has_reason" CHECK (btrim("reason") <> '');
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_has_reason" CHECK (btrim("reason") <> '');
ALTER TABLE "best_estimate" ADD CONSTRAINT "best_estimate_has_method" CHECK (btrim("method") <> ''),
  ADD CONSTRAINT "best_estimate_low_not_above_high" CHECK ("low" <= "high"),
  ADD CONSTRAINT "best_estimate_not_negative" CHECK ("low" >= 0 AND "high" >= 0 AND "central" >= 0),
  ADD CONSTRAINT "best_estimate_central_inside" CHECK ("low" <= "central" AND "central" <= "high");
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_is_web" CHECK ("url" ~* '^https?://' AND "archive_url" ~* '^https?://');
ALTER TABLE "claim_link" ADD CONSTRAINT "claim_link_joins_two" CHECK ("from_claim_id" <> "to_claim_id"),
  ADD CONSTRAINT "claim_link_decided_by_someone" CHECK (("state" = 'proposed') = ("decided_by" IS NULL) AND ("decided_by" IS NULL) = ("decided_at" IS NULL));
ALTER TABLE "former_slug" ADD CONSTRAINT "former_slug_leads_somewhere" CHECK (num_nonnulls("event_id", "claimant_id", "publication_id") = 1);
ALTER TABLE "merge" ADD CONSTRAINT "merge_joins_two" CHECK ("from_id" <> "into_id");

-- One accepted successor for each claim, so that a chain of supersession never forks.
CREATE UNIQUE INDEX "claim_link_one_successor" ON "claim_link" ("to_claim_id") WHERE "state" = 'accepted' AND "kind" IN ('supersedes', 'replaces');

-- The history is append-only, whoever asks.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "revision_append_only" BEFORE UPDATE OR DELETE ON "revision" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "revision_no_truncate" BEFORE TRUNCATE ON "revision" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "revision_content_append_only" BEFORE DELETE ON "revision_content" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "revision_content_no_truncate" BEFORE TRUNCATE ON "revision_content" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "claim_link_no_delete" BEFORE DELETE ON "claim_link" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "redaction_append_only" BEFORE UPDATE OR DELETE ON "redaction" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- The one change that the content of a revision may take: a field with a redaction on file gives way to null (R35).
CREATE FUNCTION "refuse_all_but_redaction"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."revision_id" <> OLD."revision_id" OR EXISTS (
    SELECT FROM jsonb_each(OLD."fields") o FULL JOIN jsonb_each(NEW."fields") n ON n.key = o.key
    WHERE n.key IS NULL OR o.key IS NULL OR (n.value IS DISTINCT FROM o.value AND (n.value <> 'null'::jsonb OR NOT EXISTS (
      SELECT FROM "redaction" r JOIN "revision" v ON v."subject_kind" = r."subject_kind" AND v."subject_id" = r."subject_id"
      WHERE v."id" = OLD."revision_id" AND r."field" = o.key))))
  THEN
    RAISE EXCEPTION 'revision_content is append-only: only a field may be redacted' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "revision_content_redaction_only" BEFORE UPDATE ON "revision_content"
  FOR EACH ROW EXECUTE FUNCTION "refuse_all_but_redaction"();

-- Published is final, and nothing published is deleted (R24).
CREATE FUNCTION "keep_published"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."published_at" IS NOT NULL AND (TG_OP = 'DELETE' OR NEW."published_at" IS DISTINCT FROM OLD."published_at") THEN
    RAISE EXCEPTION 'a published % stays published', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "event_stays_published" BEFORE UPDATE OF "published_at", "record_status" OR DELETE ON "event" FOR EACH ROW EXECUTE FUNCTION "keep_published"();
CREATE TRIGGER "claim_stays_published" BEFORE UPDATE OF "published_at", "record_status" OR DELETE ON "claim" FOR EACH ROW EXECUTE FUNCTION "keep_published"();
CREATE TRIGGER "attribution_stays_published" BEFORE UPDATE OF "published_at" OR DELETE ON "attribution" FOR EACH ROW EXECUTE FUNCTION "keep_published"();
CREATE TRIGGER "correction_stays_published" BEFORE UPDATE OF "published_at" OR DELETE ON "correction" FOR EACH ROW EXECUTE FUNCTION "keep_published"();

-- An assessment is never overwritten: only its publication and its staleness may follow later.
CREATE FUNCTION "keep_assessment"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (OLD."published_at" IS NOT NULL AND NEW."published_at" IS DISTINCT FROM OLD."published_at")
    OR (to_jsonb(NEW) - 'published_at' - 'stale_since') <> (to_jsonb(OLD) - 'published_at' - 'stale_since')
  THEN
    RAISE EXCEPTION 'an assessment is never overwritten: append another' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "assessment_append_only" BEFORE UPDATE OR DELETE ON "assessment" FOR EACH ROW EXECUTE FUNCTION "keep_assessment"();
CREATE TRIGGER "evidence_append_only" BEFORE UPDATE OR DELETE ON "evidence" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "independence_result_append_only" BEFORE UPDATE OR DELETE ON "independence_result" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- TRUNCATE passes by the triggers of rows, and its CASCADE by every key.
CREATE TRIGGER "event_no_truncate" BEFORE TRUNCATE ON "event" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "claim_no_truncate" BEFORE TRUNCATE ON "claim" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "attribution_no_truncate" BEFORE TRUNCATE ON "attribution" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "assessment_no_truncate" BEFORE TRUNCATE ON "assessment" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "evidence_no_truncate" BEFORE TRUNCATE ON "evidence" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "chain_no_truncate" BEFORE TRUNCATE ON "chain" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "chain_no_delete" BEFORE DELETE ON "chain" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- The chain of all records outside events begins empty.
INSERT INTO "chain" ("id", "length", "head_hash") VALUES ('register', 0, repeat('0', 64));
