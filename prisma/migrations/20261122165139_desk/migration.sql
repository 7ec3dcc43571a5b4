-- CreateEnum
CREATE TYPE "merge_kind" AS ENUM ('merge', 'split');

-- CreateEnum
CREATE TYPE "proposal_kind" AS ENUM ('correction', 'report');

-- CreateEnum
CREATE TYPE "proposal_state" AS ENUM ('open', 'accepted', 'declined');

-- CreateEnum
CREATE TYPE "api_scope" AS ENUM ('read', 'log', 'review');

-- CreateEnum
CREATE TYPE "one_time_link_kind" AS ENUM ('invitation', 'password');

-- AlterEnum
ALTER TYPE "correction_kind" ADD VALUE 'amendment';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "subject_kind" ADD VALUE 'proposal';
ALTER TYPE "subject_kind" ADD VALUE 'note';
ALTER TYPE "subject_kind" ADD VALUE 'merge';
ALTER TYPE "subject_kind" ADD VALUE 'redaction';
ALTER TYPE "subject_kind" ADD VALUE 'api_token';
ALTER TYPE "subject_kind" ADD VALUE 'invitation';

-- AlterTable
ALTER TABLE "actor" ADD COLUMN     "suspended_at" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "return_reason" TEXT,
ADD COLUMN     "submission_id" UUID;

-- AlterTable
ALTER TABLE "claimant" ADD COLUMN     "merged_into_id" UUID;

-- AlterTable
ALTER TABLE "correction" ADD COLUMN     "claim_version" INTEGER;

-- AlterTable
ALTER TABLE "event" ADD COLUMN     "merged_into_id" UUID;

-- AlterTable
ALTER TABLE "measure" ADD COLUMN     "merged_into_id" UUID;

-- AlterTable
ALTER TABLE "merge" ADD COLUMN     "kind" "merge_kind" NOT NULL DEFAULT 'merge',
ADD COLUMN     "moved" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "reason" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "publication" ADD COLUMN     "merged_into_id" UUID;

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_proof" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_proof_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "id" UUID NOT NULL,
    "kind" "one_time_link_kind" NOT NULL,
    "hash" TEXT NOT NULL,
    "email" TEXT,
    "role" "role",
    "actor_id" UUID,
    "made_by_id" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" "api_scope"[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "follow" (
    "actor_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "followed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "follow_pkey" PRIMARY KEY ("actor_id","event_id")
);

-- CreateTable
CREATE TABLE "note" (
    "id" UUID NOT NULL,
    "subject_kind" "subject_kind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL,
    "kind" "proposal_kind" NOT NULL,
    "claim_id" UUID NOT NULL,
    "claim_version" INTEGER NOT NULL,
    "changes" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "proposal_state" NOT NULL DEFAULT 'open',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "answer" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "credential_user_id_idx" ON "credential"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_proof_identifier_idx" ON "sign_in_proof"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_hash_key" ON "one_time_link"("hash");

-- CreateIndex
CREATE INDEX "one_time_link_actor_id_idx" ON "one_time_link"("actor_id");

-- CreateIndex
CREATE INDEX "one_time_link_made_by_id_idx" ON "one_time_link"("made_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_hash_key" ON "api_token"("hash");

-- CreateIndex
CREATE INDEX "api_token_actor_id_idx" ON "api_token"("actor_id");

-- CreateIndex
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");

-- CreateIndex
CREATE INDEX "draft_actor_id_updated_at_idx" ON "draft"("actor_id", "updated_at" DESC);

-- CreateIndex
CREATE INDEX "follow_event_id_idx" ON "follow"("event_id");

-- CreateIndex
CREATE INDEX "note_subject_kind_subject_id_written_at_idx" ON "note"("subject_kind", "subject_id", "written_at");

-- CreateIndex
CREATE INDEX "note_written_by_id_idx" ON "note"("written_by_id");

-- CreateIndex
CREATE INDEX "proposal_claim_id_idx" ON "proposal"("claim_id");

-- CreateIndex
CREATE INDEX "proposal_state_proposed_at_id_idx" ON "proposal"("state", "proposed_at", "id");

-- CreateIndex
CREATE INDEX "proposal_proposed_by_id_idx" ON "proposal"("proposed_by_id");

-- CreateIndex
CREATE INDEX "proposal_decided_by_id_idx" ON "proposal"("decided_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_submission_id_key" ON "claim"("submission_id");

-- CreateIndex
CREATE INDEX "claimant_merged_into_id_idx" ON "claimant"("merged_into_id");

-- CreateIndex
CREATE INDEX "event_merged_into_id_idx" ON "event"("merged_into_id");

-- CreateIndex
CREATE INDEX "measure_merged_into_id_idx" ON "measure"("merged_into_id");

-- CreateIndex
CREATE INDEX "publication_merged_into_id_idx" ON "publication"("merged_into_id");

-- AddForeignKey
ALTER TABLE "user_account" ADD CONSTRAINT "user_account_id_fkey" FOREIGN KEY ("id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claimant" ADD CONSTRAINT "claimant_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "claimant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Below: what must never be, whoever writes.

-- A record leads to another (R30), and who was merged by hand can be told from who was not.
ALTER TABLE "event" ADD CONSTRAINT "event_not_merged_into_itself" CHECK ("merged_into_id" <> "id");
ALTER TABLE "claimant" ADD CONSTRAINT "claimant_not_merged_into_itself" CHECK ("merged_into_id" <> "id");
ALTER TABLE "publication" ADD CONSTRAINT "publication_not_merged_into_itself" CHECK ("merged_into_id" <> "id");
ALTER TABLE "measure" ADD CONSTRAINT "measure_not_merged_into_itself" CHECK ("merged_into_id" <> "id");

-- Two addresses that differ in capitals alone are one person's.
ALTER TABLE "user_account" ADD CONSTRAINT "user_email_in_small_letters" CHECK ("email" = lower("email") AND btrim("email") <> '');

ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_says_for_whom" CHECK (CASE "kind"
  WHEN 'invitation' THEN "email" IS NOT NULL AND "role" IS NOT NULL AND "actor_id" IS NULL AND "made_by_id" IS NOT NULL
  ELSE "actor_id" IS NOT NULL AND "email" IS NULL AND "role" IS NULL END);

ALTER TABLE "proposal"
  ADD CONSTRAINT "proposal_has_reason" CHECK (btrim("reason") <> ''),
  ADD CONSTRAINT "proposal_decided_by_someone" CHECK (("state" = 'open') = ("decided_by_id" IS NULL) AND ("decided_by_id" IS NULL) = ("decided_at" IS NULL));

ALTER TABLE "note" ADD CONSTRAINT "note_not_blank" CHECK (btrim("text") <> '');

-- What a proposal or a merge was is history, also when it came to nothing.
CREATE TRIGGER "proposal_no_delete" BEFORE DELETE ON "proposal" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "merge_no_delete" BEFORE DELETE ON "merge" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "note_no_delete" BEFORE DELETE ON "note" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- A claim is of a claimant that stands for itself. The row is locked, so that a merge and a claim that is logged at
-- the same moment take turns; the driver adapter passes on the message alone, so the constraint is named there too.
CREATE FUNCTION "refuse_merged_claimant"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE merged uuid;
BEGIN
  SELECT "merged_into_id" INTO merged FROM "claimant" WHERE "id" = NEW."claimant_id" FOR KEY SHARE;
  IF merged IS NOT NULL THEN
    RAISE EXCEPTION 'a merged claimant makes no claims: violates check constraint "claim_of_standing_claimant"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'claim_of_standing_claimant';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "claim_of_standing_claimant" BEFORE INSERT OR UPDATE OF "claimant_id" ON "claim"
  FOR EACH ROW EXECUTE FUNCTION "refuse_merged_claimant"();
