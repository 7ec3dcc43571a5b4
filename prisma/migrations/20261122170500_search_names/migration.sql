-- A name as it is compared with what somebody types: in small letters, without accents, each letter of another
-- alphabet as one Latin letter. Trigrams are then made of every name, whatever letters the server's locale knows.
CREATE FUNCTION "search_name"(text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT translate(lower(public.immutable_unaccent($1)),
    'абвгґдеёєжзиіїйјклљмнњопрстуўфхцчшщыэюяђћџѓќѕ'
    || 'АБВГҐДЕЁЄЖЗИІЇЙЈКЛЉМНЊОПРСТУЎФХЦЧШЩЫЭЮЯЂЋЏЃЌЅ'
    || 'αβγδεζηθικλμνξοπρσςτυφχψω'
    || 'اأإآٱبپتٹثجچحخدڈذرڑزژسشصضطظغفڤقكکگلمنںهہھةوؤيیىئے'
    || 'אבגדהוזחטיכךלמםנןסעפףצץקרשת'
    || 'ьъЬЪعءـ''’ʼ`' || U&'\064B\064C\064D\064E\064F\0650\0651\0652\0670',
    'abvggdeeezziiiijkllmnnoprstuufhccssieuadcdgkz'
    || 'abvggdeeezziiiijkllmnnoprstuufhccssieuadcdgkz'
    || 'avgdezitiklmnxoprsstifhpo'
    || 'aaiaabptttjchkdddrrzzsssdtzgfvqkkglmnnhhhhuuiiiie'
    || 'abgdhvzhtikklmmnnsappzzkrst') $$;

ALTER TABLE "event" ADD COLUMN "search_name" TEXT GENERATED ALWAYS AS ("search_name"("title")) STORED;
ALTER TABLE "event_alias" ADD COLUMN "search_name" TEXT GENERATED ALWAYS AS ("search_name"("name")) STORED;
ALTER TABLE "claimant" ADD COLUMN "search_name" TEXT GENERATED ALWAYS AS ("search_name"("name")) STORED;
ALTER TABLE "claimant_alias" ADD COLUMN "search_name" TEXT GENERATED ALWAYS AS ("search_name"("name")) STORED;
ALTER TABLE "publication" ADD COLUMN "search_name" TEXT GENERATED ALWAYS AS ("search_name"("name")) STORED;
ALTER TABLE "publication_alias" ADD COLUMN "search_name" TEXT GENERATED ALWAYS AS ("search_name"("name")) STORED;
ALTER TABLE "report" ADD COLUMN "search_name" TEXT GENERATED ALWAYS AS ("search_name"("title")) STORED;

CREATE INDEX "event_search_name_idx" ON "event" USING GIN ("search_name" gin_trgm_ops);
CREATE INDEX "event_alias_search_name_idx" ON "event_alias" USING GIN ("search_name" gin_trgm_ops);
CREATE INDEX "claimant_search_name_idx" ON "claimant" USING GIN ("search_name" gin_trgm_ops);
CREATE INDEX "claimant_alias_search_name_idx" ON "claimant_alias" USING GIN ("search_name" gin_trgm_ops);
CREATE INDEX "publication_search_name_idx" ON "publication" USING GIN ("search_name" gin_trgm_ops);
CREATE INDEX "publication_alias_search_name_idx" ON "publication_alias" USING GIN ("search_name" gin_trgm_ops);
CREATE INDEX "report_search_name_idx" ON "report" USING GIN ("search_name" gin_trgm_ops);
