-- Review without names: pseudonyms by a key of each exam, second scores and calibration that nobody else's score can sway.

CREATE TYPE "calibration" AS ENUM ('none', 'advised', 'required');
CREATE TYPE "blind_purpose" AS ENUM ('second', 'calibration');

CREATE TABLE "blind_review" (
    "exam_id" UUID NOT NULL,
    "anonymous" BOOLEAN NOT NULL DEFAULT true,
    "names_for_assistants" BOOLEAN NOT NULL DEFAULT false,
    "key" BYTEA NOT NULL DEFAULT uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()),

    CONSTRAINT "blind_review_pkey" PRIMARY KEY ("exam_id")
);
ALTER TABLE "blind_review" ADD CONSTRAINT "blind_review_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exam"("id") ON DELETE CASCADE ON UPDATE CASCADE;
INSERT INTO blind_review (exam_id) SELECT id FROM exam;

-- Every exam has its key from the start.
CREATE FUNCTION review_blindly() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO blind_review (exam_id) VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER review_blindly AFTER INSERT ON exam FOR EACH ROW EXECUTE FUNCTION review_blindly();

-- The same pseudonyms for ever: what was written down under them stays true.
CREATE FUNCTION refuse_new_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the key of an exam stays' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER same_key BEFORE UPDATE ON blind_review FOR EACH ROW WHEN (NEW.key <> OLD.key OR NEW.exam_id <> OLD.exam_id)
  EXECUTE FUNCTION refuse_new_key();

CREATE TABLE "blind_rule" (
    "exam_question_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "second_share" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "threshold" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "calibration" "calibration" NOT NULL DEFAULT 'none',

    CONSTRAINT "blind_rule_pkey" PRIMARY KEY ("exam_question_id","field")
);
ALTER TABLE "blind_rule" ADD CONSTRAINT "blind_rule_exam_question_id_fkey" FOREIGN KEY ("exam_question_id") REFERENCES "exam_question"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE blind_rule ADD CONSTRAINT blind_rule_amounts CHECK (second_share BETWEEN 0 AND 1 AND threshold >= 0);

CREATE TABLE "calibration_answer" (
    "submission_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "exam_question_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "calibration_answer_pkey" PRIMARY KEY ("submission_id","field")
);
CREATE INDEX "calibration_answer_exam_question_id_field_idx" ON "calibration_answer"("exam_question_id", "field");
ALTER TABLE "calibration_answer" ADD CONSTRAINT "calibration_answer_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "calibration_answer" ADD CONSTRAINT "calibration_answer_exam_question_id_fkey" FOREIGN KEY ("exam_question_id") REFERENCES "exam_question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "calibration_answer" ADD CONSTRAINT "calibration_answer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "blind_score" (
    "id" BIGSERIAL NOT NULL,
    "submission_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "purpose" "blind_purpose" NOT NULL,
    "person_id" UUID NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "rubric" JSONB NOT NULL,
    "rubric_version" INTEGER NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "seconds" DOUBLE PRECISION,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "blind_score_pkey" PRIMARY KEY ("id")
);
-- One look each: who has seen the others' scores cannot score again.
CREATE UNIQUE INDEX "blind_score_submission_id_field_purpose_person_id_key" ON "blind_score"("submission_id", "field", "purpose", "person_id");
-- One second look an answer.
CREATE UNIQUE INDEX blind_score_second ON blind_score (submission_id, field) WHERE purpose = 'second';
ALTER TABLE "blind_score" ADD CONSTRAINT "blind_score_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "blind_score" ADD CONSTRAINT "blind_score_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['blind_score', 'calibration_answer'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept);
    EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', kept);
  END LOOP;
END $$;

-- The answers of an exam that are to be scored a second time: the same ones every time, more of them when the share grows.
CREATE VIEW second_look AS
  SELECT e.exam_id, e.exam_question_id, e.submission_id, e.field, e.decided, e.shuffle, b.threshold
  FROM review_entry e
  JOIN blind_rule b ON b.exam_question_id = e.exam_question_id AND b.field = e.field
  WHERE e.why IS NOT NULL
    AND ('x' || substr(md5('second' || e.submission_id || e.field), 1, 8))::bit(32)::bigint < b.second_share * 4294967296;
