-- What an earlier version left without an answer could not be told from what was never done.
delete from "idempotent_request" where "status" is null;

-- AlterTable
ALTER TABLE "idempotent_request" ADD COLUMN     "outcome" JSONB,
ALTER COLUMN "begun_at" SET DEFAULT now();
