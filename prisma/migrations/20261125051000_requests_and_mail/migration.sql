-- Students ask for another look at a part; staff answer. What was said stays as it was said.
CREATE TYPE "request_state" AS ENUM ('open', 'answered', 'withdrawn', 'closed');
CREATE TYPE "request_act" AS ENUM ('ask', 'reply', 'answer', 'withdraw', 'close', 'reopen');

CREATE TABLE "review_request" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "submission_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "exam_id" UUID NOT NULL,
    "exam_question_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "review_request_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "review_request_submission_id_field_key" ON "review_request"("submission_id", "field");
CREATE INDEX "review_request_exam_id_idx" ON "review_request"("exam_id");
ALTER TABLE "review_request" ADD CONSTRAINT "review_request_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "review_request" ADD CONSTRAINT "review_request_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exam"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "review_request" ADD CONSTRAINT "review_request_exam_question_id_fkey" FOREIGN KEY ("exam_question_id") REFERENCES "exam_question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "review_request" ADD CONSTRAINT "review_request_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "review_request_message" (
    "request_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "act" "request_act" NOT NULL,
    "state" "request_state" NOT NULL,
    "person_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "review_version" INTEGER,
    "before" DOUBLE PRECISION,
    "after" DOUBLE PRECISION,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "review_request_message_pkey" PRIMARY KEY ("request_id","seq")
);
ALTER TABLE "review_request_message" ADD CONSTRAINT "review_request_message_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "review_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "review_request_message" ADD CONSTRAINT "review_request_message_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "review_request_claim" (
    "request_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "until" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "review_request_claim_pkey" PRIMARY KEY ("request_id")
);
ALTER TABLE "review_request_claim" ADD CONSTRAINT "review_request_claim_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "review_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "review_request_claim" ADD CONSTRAINT "review_request_claim_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['review_request', 'review_request_message'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept);
    EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', kept);
  END LOOP;
END $$;

-- Requests as they stand, over what counts as handed in.
CREATE VIEW review_request_now AS
  SELECT q.*, m.seq, m.state, m.created_at AS changed_at
  FROM review_request q
  JOIN submission s ON s.id = q.submission_id AND s.attempt_id IS NOT NULL
  JOIN LATERAL (SELECT seq, state, created_at FROM review_request_message
    WHERE request_id = q.id ORDER BY seq DESC LIMIT 1) m ON true;

-- Mail leaves a transaction as a row.
CREATE TYPE "mail_kind" AS ENUM ('released', 'answered', 'requests');

CREATE TABLE "mail" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "key" TEXT,
    "kind" "mail_kind" NOT NULL,
    "exam_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "more" INTEGER NOT NULL DEFAULT 0,
    "composed_at" TIMESTAMPTZ(6),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "tried_at" TIMESTAMPTZ(6),
    "problem" TEXT,
    "sent_at" TIMESTAMPTZ(6),
    "dropped_at" TIMESTAMPTZ(6),
    "gave_up_at" TIMESTAMPTZ(6),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "mail_key_key" ON "mail"("key");
CREATE INDEX "mail_exam_id_idx" ON "mail"("exam_id");
ALTER TABLE "mail" ADD CONSTRAINT "mail_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exam"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "mail" ADD CONSTRAINT "mail_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- New requests of an exam are told to each of its staff in one mail, not in one each.
CREATE UNIQUE INDEX "mail_one_digest" ON "mail"("exam_id", "person_id") WHERE kind = 'requests' AND composed_at IS NULL;
