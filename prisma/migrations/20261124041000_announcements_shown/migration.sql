-- Up to which announcement a page of an attempt said that it shows them.
CREATE TABLE "announcement_shown" (
    "attempt_id" UUID NOT NULL,
    "up_to" BIGINT NOT NULL,
    "shown_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "announcement_shown_pkey" PRIMARY KEY ("attempt_id")
);
ALTER TABLE "announcement_shown" ADD CONSTRAINT "announcement_shown_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
