-- DropIndex
DROP INDEX "claim_logged_by_id_idx";

-- CreateIndex
CREATE INDEX "claim_logged_at_id_idx" ON "claim"("logged_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "claim_logged_by_id_logged_at_id_idx" ON "claim"("logged_by_id", "logged_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "event_changed_at_id_idx" ON "event"("changed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "claimant_created_at_id_idx" ON "claimant"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "claimant_name_id_idx" ON "claimant"("name", "id");

-- CreateIndex
CREATE INDEX "event_record_status_occurred_earliest_id_idx" ON "event"("record_status", "occurred_earliest", "id");

-- CreateIndex
CREATE INDEX "publication_name_id_idx" ON "publication"("name", "id");

-- Reports in the order in which readers see them, undated ones as the oldest: of all and of one publication.
CREATE INDEX "report_newest_idx" ON "report" ((coalesce("published_earliest", 'epoch'::timestamptz)) DESC, "id" DESC);
CREATE INDEX "report_of_publication_newest_idx"
  ON "report" ("publication_id", (coalesce("published_earliest", 'epoch'::timestamptz)) DESC, "id" DESC);

-- What few reports do: they are found without looking at the many.
CREATE INDEX "attribution_downward_idx" ON "attribution" ("claim_id") WHERE "downward_reason" IS NOT NULL;
CREATE INDEX "attribution_misreport_idx" ON "attribution" ("report_id") WHERE "misreport" IS NOT NULL;
CREATE INDEX "attribution_drift_idx" ON "attribution" ("report_id") WHERE "drift_raw" IS NOT NULL;

-- Corrections of how a report carries a claim.
CREATE INDEX "correction_of_attribution_idx" ON "correction" ("claim_id")
  WHERE "kind" IN ('misreport', 'amendment') AND "claim_version" IS NULL;

-- A measure is found by what it is called.
CREATE INDEX "measure_label_search_idx" ON "measure" USING GIN ("search_name"("label") gin_trgm_ops);
