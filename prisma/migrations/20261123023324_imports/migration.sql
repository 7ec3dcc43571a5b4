-- CreateEnum
CREATE TYPE "import_format" AS ENUM ('csv', 'ndjson', 'json', 'xlsx');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('uploaded', 'checking', 'checked', 'queued', 'running', 'done', 'cancelled', 'failed', 'undoing', 'undone');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "subject_kind" ADD VALUE 'import';
ALTER TYPE "subject_kind" ADD VALUE 'import_mapping';

-- CreateTable
CREATE TABLE "import_mapping" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "saved_by_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "public_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "format" "import_format" NOT NULL,
    "file_size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'uploaded',
    "reading" JSONB NOT NULL,
    "mapping" JSONB,
    "is_submitting" BOOLEAN NOT NULL DEFAULT false,
    "rows_total" INTEGER,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "places_done" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "problem_count" INTEGER NOT NULL DEFAULT 0,
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_at" TIMESTAMPTZ(3),
    "begun_at" TIMESTAMPTZ(3),
    "beat_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "cancel_asked_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "step_begun_at" TIMESTAMPTZ(3),
    "step_from_row" INTEGER NOT NULL DEFAULT 0,
    "making" JSONB,
    "undo_asked_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_chunk" (
    "import_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "import_chunk_pkey" PRIMARY KEY ("import_id","number")
);

-- CreateTable
CREATE TABLE "import_problem" (
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "column" TEXT,
    "value" TEXT,
    "code" TEXT NOT NULL,
    "detail" TEXT,
    "is_error" BOOLEAN NOT NULL,

    CONSTRAINT "import_problem_pkey" PRIMARY KEY ("import_id","position")
);

-- CreateTable
CREATE TABLE "imported_record" (
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "kind" "subject_kind" NOT NULL,
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "is_new" BOOLEAN NOT NULL,
    "place" INTEGER,
    "row" INTEGER,
    "dataset" TEXT,
    "key" TEXT,
    "digest" TEXT,

    CONSTRAINT "imported_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotent_request" (
    "actor_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "status" INTEGER,
    "headers" JSONB,
    "body" TEXT,

    CONSTRAINT "idempotent_request_pkey" PRIMARY KEY ("actor_id","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "import_mapping_name_key" ON "import_mapping"("name");

-- CreateIndex
CREATE INDEX "import_mapping_saved_by_id_idx" ON "import_mapping"("saved_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_public_id_key" ON "import"("public_id");

-- CreateIndex
CREATE INDEX "import_uploaded_at_id_idx" ON "import"("uploaded_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "import_uploaded_by_id_idx" ON "import"("uploaded_by_id");

-- CreateIndex
CREATE INDEX "import_undo_asked_by_id_idx" ON "import"("undo_asked_by_id");

-- CreateIndex
CREATE INDEX "import_sha256_idx" ON "import"("sha256");

-- CreateIndex
CREATE INDEX "imported_record_import_id_kind_idx" ON "imported_record"("import_id", "kind");

-- CreateIndex
CREATE INDEX "imported_record_dataset_key_idx" ON "imported_record"("dataset", "key");

-- CreateIndex
CREATE INDEX "imported_record_record_id_idx" ON "imported_record"("record_id");

-- CreateIndex
CREATE UNIQUE INDEX "imported_record_import_id_place_key" ON "imported_record"("import_id", "place");

-- CreateIndex
CREATE INDEX "idempotent_request_begun_at_idx" ON "idempotent_request"("begun_at");

-- AddForeignKey
ALTER TABLE "import_mapping" ADD CONSTRAINT "import_mapping_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_undo_asked_by_id_fkey" FOREIGN KEY ("undo_asked_by_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_chunk" ADD CONSTRAINT "import_chunk_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_problem" ADD CONSTRAINT "import_problem_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_record" ADD CONSTRAINT "imported_record_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotent_request" ADD CONSTRAINT "idempotent_request_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Which figures a new one may be the same as: by claimant and measure, and when.
DROP INDEX "claim_measure_id_idx";

CREATE INDEX "claim_measure_id_claimant_id_as_of_earliest_idx" ON "claim"("measure_id", "claimant_id", "as_of_earliest");

CREATE INDEX "claim_measure_id_claimant_id_stated_earliest_idx" ON "claim"("measure_id", "claimant_id", "stated_earliest");

-- Digests do not become smaller: trying to compress them, and keeping them apart, took half the time of writing them.
ALTER TABLE "revision" ALTER COLUMN "digests" SET STORAGE EXTERNAL;

ALTER TABLE "revision" SET (toast_tuple_target = 8160);

ALTER TABLE "revision_content" SET (toast_tuple_target = 8160);
