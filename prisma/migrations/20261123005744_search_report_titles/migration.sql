-- The words of a report's title, for readers' search: one word in many titles is found without looking at each.
ALTER TABLE "report" ADD COLUMN "search" tsvector
  GENERATED ALWAYS AS (to_tsvector('simple', "immutable_unaccent"(coalesce("title", '')))) STORED;

CREATE INDEX "report_search_idx" ON "report" USING GIN ("search");
