-- AlterTable
ALTER TABLE "assessment" ADD COLUMN     "corroborating_id" UUID;

-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "derived" JSONB;

-- AlterTable
ALTER TABLE "event_derived" ADD COLUMN     "rules_version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "report" ADD COLUMN     "byline" TEXT,
ADD COLUMN     "credit" TEXT;

-- CreateIndex
CREATE INDEX "assessment_corroborating_id_idx" ON "assessment"("corroborating_id");

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_corroborating_id_fkey" FOREIGN KEY ("corroborating_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- "Corroborated" names the claim of another origin that supports it, and nothing else does (R12).
ALTER TABLE "assessment"
  ADD CONSTRAINT "assessment_corroborated_by_another" CHECK (
    ("status" = 'corroborated') = ("corroborating_id" IS NOT NULL) AND coalesce("corroborating_id" <> "claim_id", TRUE));
