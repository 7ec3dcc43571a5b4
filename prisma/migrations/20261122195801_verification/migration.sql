-- CreateEnum
CREATE TYPE "error_report_state" AS ENUM ('open', 'accepted', 'declined');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "subject_kind" ADD VALUE 'assignment';
ALTER TYPE "subject_kind" ADD VALUE 'via_proposal';
ALTER TYPE "subject_kind" ADD VALUE 'error_report';
ALTER TYPE "subject_kind" ADD VALUE 'evidence_file';

-- DropForeignKey
ALTER TABLE "via_proposal" DROP CONSTRAINT "via_proposal_attribution_id_fkey";

-- AlterTable
ALTER TABLE "best_estimate" ADD COLUMN     "qualifier" "qualifier",
ALTER COLUMN "raw" DROP NOT NULL;

-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "stale_since" TIMESTAMPTZ(3),
ADD COLUMN     "status_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "event" ADD COLUMN     "status_since" TIMESTAMPTZ(3);

-- What is on file stands where it does since it was published, or else since it was made.
UPDATE "claim" SET "status_since" = coalesce("published_at", "logged_at");
UPDATE "event" SET "status_since" = coalesce("published_at", "created_at");
UPDATE "claim" SET "stale_since" = newest."stale_since"
  FROM (SELECT DISTINCT ON ("claim_id") "claim_id", "stale_since" FROM "assessment" ORDER BY "claim_id", "number" DESC) AS newest
  WHERE newest."claim_id" = "claim"."id" AND newest."stale_since" IS NOT NULL;
ALTER TABLE "claim" ALTER COLUMN "status_since" SET NOT NULL;
ALTER TABLE "event" ALTER COLUMN "status_since" SET NOT NULL;

-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "file_id" UUID;

-- AlterTable
ALTER TABLE "via_proposal" DROP CONSTRAINT "via_proposal_pkey",
DROP COLUMN "attribution_id",
ADD COLUMN     "evidence" TEXT NOT NULL,
ADD COLUMN     "id" UUID NOT NULL,
ADD COLUMN     "is_order_known" BOOLEAN NOT NULL,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "proposed_at" TIMESTAMPTZ(3) NOT NULL,
ADD COLUMN     "report_id" UUID NOT NULL,
ADD COLUMN     "similarity" DOUBLE PRECISION,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "via_publication_id" UUID NOT NULL,
ALTER COLUMN "via_report_id" DROP NOT NULL,
ADD CONSTRAINT "via_proposal_pkey" PRIMARY KEY ("id");

-- CreateTable
CREATE TABLE "queue_visit" (
    "actor_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "queue_visit_pkey" PRIMARY KEY ("actor_id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "assignee_id" UUID,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_file" (
    "id" UUID NOT NULL,
    "public_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA,
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "error_report" (
    "id" UUID NOT NULL,
    "public_id" TEXT NOT NULL,
    "claim_id" UUID NOT NULL,
    "claim_version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "url" TEXT,
    "contact" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "error_report_state" NOT NULL DEFAULT 'open',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "answer" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "error_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "assignment_claim_id_key" ON "assignment"("claim_id");

-- CreateIndex
CREATE INDEX "assignment_assignee_id_claim_id_idx" ON "assignment"("assignee_id", "claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_file_public_id_key" ON "evidence_file"("public_id");

-- CreateIndex
CREATE INDEX "evidence_file_uploaded_by_id_idx" ON "evidence_file"("uploaded_by_id");

-- CreateIndex
CREATE INDEX "evidence_file_uploaded_at_idx" ON "evidence_file"("uploaded_at");

-- CreateIndex
CREATE UNIQUE INDEX "error_report_public_id_key" ON "error_report"("public_id");

-- CreateIndex
CREATE INDEX "error_report_state_received_at_id_idx" ON "error_report"("state", "received_at", "id");

-- CreateIndex
CREATE INDEX "error_report_claim_id_idx" ON "error_report"("claim_id");

-- CreateIndex
CREATE INDEX "error_report_decided_by_id_idx" ON "error_report"("decided_by_id");

-- CreateIndex
CREATE INDEX "best_estimate_stale_since_id_idx" ON "best_estimate"("stale_since", "id");

-- CreateIndex
CREATE INDEX "claim_record_status_status_since_id_idx" ON "claim"("record_status", "status_since", "id");

-- CreateIndex
CREATE INDEX "claim_event_id_record_status_status_since_id_idx" ON "claim"("event_id", "record_status", "status_since", "id");

-- CreateIndex
CREATE INDEX "claim_claimant_id_record_status_status_since_id_idx" ON "claim"("claimant_id", "record_status", "status_since", "id");

-- CreateIndex
CREATE INDEX "claim_stale_since_id_idx" ON "claim"("stale_since", "id");

-- CreateIndex
CREATE INDEX "claim_is_contested_record_status_status_since_id_idx" ON "claim"("is_contested", "record_status", "status_since", "id");

-- CreateIndex
CREATE INDEX "claim_merged_into_id_idx" ON "claim"("merged_into_id");

-- CreateIndex
CREATE INDEX "event_record_status_status_since_id_idx" ON "event"("record_status", "status_since", "id");

-- CreateIndex
CREATE INDEX "claim_link_state_id_idx" ON "claim_link"("state", "id");

-- CreateIndex
CREATE INDEX "evidence_file_id_idx" ON "evidence"("file_id");

-- CreateIndex
CREATE INDEX "via_proposal_via_publication_id_idx" ON "via_proposal"("via_publication_id");

-- CreateIndex
CREATE INDEX "via_proposal_state_proposed_at_id_idx" ON "via_proposal"("state", "proposed_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "via_proposal_key" ON "via_proposal"("report_id", "via_report_id", "via_publication_id", "ground") NULLS NOT DISTINCT;

-- AddForeignKey
ALTER TABLE "queue_visit" ADD CONSTRAINT "queue_visit_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "via_proposal" ADD CONSTRAINT "via_proposal_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "via_proposal" ADD CONSTRAINT "via_proposal_via_publication_id_fkey" FOREIGN KEY ("via_publication_id") REFERENCES "publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "evidence_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "error_report" ADD CONSTRAINT "error_report_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "error_report" ADD CONSTRAINT "error_report_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A file of evidence is as it was uploaded, or its bytes were removed by an admin (R35).
ALTER TABLE "evidence_file" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_size" CHECK ("size" BETWEEN 1 AND 20971520),
  ADD CONSTRAINT "evidence_file_bytes" CHECK (octet_length("bytes") = "size"),
  ADD CONSTRAINT "evidence_file_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "evidence_file_has_name" CHECK (btrim("name") <> ''),
  ADD CONSTRAINT "evidence_file_is_here_or_removed" CHECK (("bytes" IS NULL) = ("removed_at" IS NOT NULL));
CREATE FUNCTION "keep_evidence_file"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."bytes" IS NOT NULL OR (to_jsonb(NEW) - '{bytes,removed_at}'::text[]) <> (to_jsonb(OLD) - '{bytes,removed_at}'::text[]) THEN
    RAISE EXCEPTION 'a file of evidence is never overwritten' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "evidence_file_stays" BEFORE UPDATE ON "evidence_file" FOR EACH ROW EXECUTE FUNCTION "keep_evidence_file"();

-- An estimate has its words and how they are read, or withdraws the one before it.
UPDATE "best_estimate" SET "qualifier" = CASE WHEN "low" = "high" THEN 'exact' ELSE 'between' END::"qualifier";
ALTER TABLE "best_estimate" ADD CONSTRAINT "best_estimate_raw_and_reading" CHECK (("raw" IS NULL) = ("qualifier" IS NULL)),
  ADD CONSTRAINT "best_estimate_withdrawal_is_empty" CHECK ("raw" IS NOT NULL OR ("low" IS NULL AND "high" IS NULL AND "central" IS NULL));
ALTER TABLE "claim" ADD CONSTRAINT "claim_not_its_own_duplicate" CHECK ("merged_into_id" <> "id");
ALTER TABLE "via_proposal" ADD CONSTRAINT "via_proposal_similarity" CHECK ("similarity" BETWEEN 0 AND 1),
  ADD CONSTRAINT "via_proposal_of_another" CHECK ("via_report_id" <> "report_id");
ALTER TABLE "error_report" ADD CONSTRAINT "error_report_has_text" CHECK (btrim("text") <> ''),
  ADD CONSTRAINT "error_report_is_web" CHECK ("url" ~* '^https?://'),
  ADD CONSTRAINT "error_report_is_decided" CHECK (("state" = 'open') = ("decided_at" IS NULL)),
  ADD CONSTRAINT "error_report_keeps_no_contact" CHECK ("state" = 'open' OR "contact" IS NULL);

-- An estimate is never overwritten: it is flagged as stale, or goes with its measure into another; the next is appended.
CREATE FUNCTION "keep_estimate"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (to_jsonb(NEW) - 'stale_since' - 'measure_id' - 'number') <> (to_jsonb(OLD) - 'stale_since' - 'measure_id' - 'number')
  THEN
    RAISE EXCEPTION 'an estimate is never overwritten: append another' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "best_estimate_append_only" BEFORE UPDATE OR DELETE ON "best_estimate" FOR EACH ROW EXECUTE FUNCTION "keep_estimate"();
CREATE TRIGGER "best_estimate_input_append_only" BEFORE UPDATE OR DELETE ON "best_estimate_input" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
