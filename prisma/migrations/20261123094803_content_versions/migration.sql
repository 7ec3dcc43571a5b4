-- AlterTable
ALTER TABLE "chain" ADD COLUMN     "content_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "content_xact" BIGINT NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "chain_content_xact_idx" ON "chain"("content_xact");
