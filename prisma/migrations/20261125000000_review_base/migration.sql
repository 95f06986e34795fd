-- What reviewers work on: a row for every part of every graded submission, rubrics in versions, who reviews what.

CREATE TYPE "review_cause" AS ENUM ('person', 'rubric', 'group', 'request');
CREATE TYPE "rubric_base" AS ENUM ('zero', 'full');

ALTER TABLE "review" ALTER COLUMN "points" DROP NOT NULL,
  ADD COLUMN "rubric_version" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "adjustment" DOUBLE PRECISION NOT NULL DEFAULT 0,
  ADD COLUMN "cause" "review_cause" NOT NULL DEFAULT 'person',
  ADD COLUMN "cause_id" TEXT,
  ADD COLUMN "seconds" DOUBLE PRECISION;

CREATE TABLE "rubric_version" (
    "exam_question_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "base" "rubric_base" NOT NULL,
    "items" JSONB NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "rubric_version_pkey" PRIMARY KEY ("exam_question_id","field","version")
);
ALTER TABLE "rubric_version" ADD CONSTRAINT "rubric_version_exam_question_id_fkey" FOREIGN KEY ("exam_question_id") REFERENCES "exam_question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rubric_version" ADD CONSTRAINT "rubric_version_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON rubric_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON rubric_version EXECUTE FUNCTION refuse_change();

CREATE TABLE "review_assignment" (
    "exam_question_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "review_assignment_pkey" PRIMARY KEY ("exam_question_id","field","person_id")
);
ALTER TABLE "review_assignment" ADD CONSTRAINT "review_assignment_exam_question_id_fkey" FOREIGN KEY ("exam_question_id") REFERENCES "exam_question"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "review_assignment" ADD CONSTRAINT "review_assignment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "review_entry" (
    "submission_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "exam_id" UUID NOT NULL,
    "exam_question_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "why" TEXT,
    "verdict" TEXT NOT NULL,
    "grading_id" BIGINT NOT NULL,
    "shuffle" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "decided" BOOLEAN NOT NULL DEFAULT false,
    "reviewed_by" UUID,
    "reviewed_at" TIMESTAMPTZ(6),
    "claimed_by" UUID,
    "claimed_until" TIMESTAMPTZ(6),

    CONSTRAINT "review_entry_pkey" PRIMARY KEY ("submission_id","field")
);
CREATE INDEX "review_entry_exam_id_field_shuffle_idx" ON "review_entry"("exam_id", "field", "shuffle");
CREATE INDEX "review_entry_claimed_by_idx" ON "review_entry"("claimed_by") WHERE claimed_by IS NOT NULL;
CREATE INDEX "review_entry_waiting" ON "review_entry"("exam_id", "field", "shuffle") WHERE why IS NOT NULL AND NOT decided;

-- The newest review of fields, however they came to be asked for.
CREATE VIEW newest_review AS
  SELECT DISTINCT ON (submission_id, field) * FROM review ORDER BY submission_id, field, version DESC;

-- Gradings that were stored put their fields before reviewers; the newest grading of a question says what waits.
CREATE FUNCTION list_for_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO review_entry (submission_id, field, exam_id, exam_question_id, place, kind, why, verdict, grading_id, shuffle,
      version, decided, reviewed_by, reviewed_at)
    SELECT n.submission_id, n.field, n.exam_id, n.exam_question_id, n.place, n.kind, n.why, n.verdict, n.id,
      md5(n.submission_id || n.field), coalesce(r.version, 0), coalesce(r.points IS NOT NULL, false), r.reviewer_id, r.created_at
    FROM (
      SELECT DISTINCT ON (g.submission_id, q.slug, f->>'field') g.id, g.submission_id, q.exam_id, q.id AS exam_question_id,
        q.slug || '.' || (f->>'field') AS field, place, f->>'kind' AS kind, f->>'verdict' AS verdict,
        CASE WHEN f->'score' IS DISTINCT FROM 'null' THEN NULL WHEN f->>'verdict' = 'broken' THEN 'broken'
          WHEN f->>'kind' IN ('text', 'upload') THEN 'text' ELSE 'undecided' END AS why
      FROM added g
      JOIN submission s ON s.id = g.submission_id AND s.attempt_id IS NOT NULL
      JOIN exam_question q ON q.id = g.exam_question_id
      CROSS JOIN LATERAL jsonb_array_elements(g.result->'fields') WITH ORDINALITY AS fields(f, place)
      ORDER BY g.submission_id, q.slug, f->>'field', g.id DESC) n
    LEFT JOIN LATERAL (SELECT version, points, reviewer_id, created_at FROM review
      WHERE submission_id = n.submission_id AND field = n.field ORDER BY version DESC LIMIT 1) r ON true
    ORDER BY n.submission_id, n.field
    ON CONFLICT (submission_id, field) DO UPDATE
      SET why = excluded.why, verdict = excluded.verdict, grading_id = excluded.grading_id, place = excluded.place
      WHERE review_entry.grading_id < excluded.grading_id;
  RETURN NULL;
END $$;
CREATE TRIGGER list_for_review AFTER INSERT ON grading REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION list_for_review();

-- A decision takes an answer off the queue and off its reviewer's hands; one that was taken back puts it on again.
CREATE FUNCTION take_review_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE review_entry e SET version = n.version, decided = n.points IS NOT NULL, reviewed_by = n.reviewer_id,
      reviewed_at = n.created_at, claimed_by = NULL, claimed_until = NULL
    FROM (SELECT DISTINCT ON (submission_id, field) * FROM added ORDER BY submission_id, field, version DESC) n
    WHERE e.submission_id = n.submission_id AND e.field = n.field AND e.version < n.version;
  RETURN NULL;
END $$;
CREATE TRIGGER take_review_in AFTER INSERT ON review REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION take_review_in();

-- What is being written on again is nobody's to review.
CREATE FUNCTION unlist_reopened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM review_entry WHERE submission_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER unlist_reopened AFTER UPDATE OF attempt_id ON submission FOR EACH ROW WHEN (NEW.attempt_id IS NULL)
  EXECUTE FUNCTION unlist_reopened();

-- What was graded before.
INSERT INTO review_entry (submission_id, field, exam_id, exam_question_id, place, kind, why, verdict, grading_id, shuffle,
    version, decided, reviewed_by, reviewed_at)
  SELECT g.submission_id, g.field, g.exam_id, g.exam_question_id, g.place, g.kind, g.why, g.verdict, g.id,
    md5(g.submission_id || g.field), coalesce(r.version, 0), coalesce(r.points IS NOT NULL, false), r.reviewer_id, r.created_at
  FROM (
    SELECT DISTINCT ON (g.submission_id, q.slug, f->>'field') g.id, g.submission_id, q.exam_id, q.id AS exam_question_id,
      q.slug || '.' || (f->>'field') AS field, place, f->>'kind' AS kind, f->>'verdict' AS verdict,
      CASE WHEN f->'score' IS DISTINCT FROM 'null' THEN NULL WHEN f->>'verdict' = 'broken' THEN 'broken'
        WHEN f->>'kind' IN ('text', 'upload') THEN 'text' ELSE 'undecided' END AS why
    FROM grading g
    JOIN submission s ON s.id = g.submission_id AND s.attempt_id IS NOT NULL
    JOIN exam_question q ON q.id = g.exam_question_id
    CROSS JOIN LATERAL jsonb_array_elements(g.result->'fields') WITH ORDINALITY AS fields(f, place)
    ORDER BY g.submission_id, q.slug, f->>'field', g.id DESC) g
  LEFT JOIN newest_review r ON r.submission_id = g.submission_id AND r.field = g.field;
