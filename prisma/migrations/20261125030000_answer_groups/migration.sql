-- Answers to a part that are alike, so that they are reviewed together; what people decided about groups is kept.

CREATE TYPE "group_act" AS ENUM ('move', 'merge', 'rename', 'undo');

CREATE TABLE "answer_grouping" (
    "exam_question_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "milliseconds" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "answer_grouping_pkey" PRIMARY KEY ("exam_question_id","field")
);
ALTER TABLE "answer_grouping" ADD CONSTRAINT "answer_grouping_exam_question_id_fkey" FOREIGN KEY ("exam_question_id") REFERENCES "exam_question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "answer_group" (
    "exam_question_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "leader" UUID NOT NULL,
    "alike" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "answer_group_pkey" PRIMARY KEY ("exam_question_id","field","id")
);

CREATE TABLE "answer_group_member" (
    "submission_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "exam_question_id" UUID NOT NULL,
    "group_id" TEXT NOT NULL,
    "computed_id" TEXT NOT NULL,
    "likeness" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "answer_group_member_pkey" PRIMARY KEY ("submission_id","field")
);
CREATE INDEX "answer_group_member_exam_question_id_field_group_id_idx" ON "answer_group_member"("exam_question_id", "field", "group_id");

CREATE TABLE "answer_group_decision" (
    "id" BIGSERIAL NOT NULL,
    "exam_question_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "act" "group_act" NOT NULL,
    "submission_ids" UUID[],
    "from_group" TEXT,
    "to_group" TEXT,
    "name" TEXT,
    "undoes" BIGINT,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "answer_group_decision_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "answer_group_decision_exam_question_id_field_idx" ON "answer_group_decision"("exam_question_id", "field");
ALTER TABLE "answer_group_decision" ADD CONSTRAINT "answer_group_decision_exam_question_id_fkey" FOREIGN KEY ("exam_question_id") REFERENCES "exam_question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "answer_group_decision" ADD CONSTRAINT "answer_group_decision_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON answer_group_decision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON answer_group_decision EXECUTE FUNCTION refuse_change();
