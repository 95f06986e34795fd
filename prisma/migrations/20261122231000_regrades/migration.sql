-- CreateEnum
CREATE TYPE "regrade_state" AS ENUM ('running', 'ready', 'approving', 'approved', 'discarded', 'failed');

-- AlterTable
ALTER TABLE "exam_question" ADD COLUMN     "regrade_id" UUID;

-- CreateTable
CREATE TABLE "regrade" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "exam_id" UUID NOT NULL,
    "slugs" TEXT[],
    "state" "regrade_state" NOT NULL DEFAULT 'running',
    "submissions" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "report" JSONB,
    "problem" TEXT,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(6),

    CONSTRAINT "regrade_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regrade_question" (
    "regrade_id" UUID NOT NULL,
    "exam_question_id" UUID NOT NULL,
    "old_version_id" UUID NOT NULL,
    "new_version_id" UUID,
    "problem" TEXT,
    "notes" JSONB NOT NULL,

    CONSTRAINT "regrade_question_pkey" PRIMARY KEY ("regrade_id","exam_question_id")
);

-- CreateTable
CREATE TABLE "regrade_key" (
    "regrade_id" UUID NOT NULL,
    "exam_question_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "question_version_id" UUID NOT NULL,
    "arrangement" JSONB NOT NULL,
    "key" JSONB NOT NULL,
    "solution" JSONB NOT NULL,
    "paper" JSONB NOT NULL,

    CONSTRAINT "regrade_key_pkey" PRIMARY KEY ("regrade_id","exam_question_id","variant_id")
);

-- CreateTable
CREATE TABLE "regrade_outcome" (
    "regrade_id" UUID NOT NULL,
    "exam_question_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "result" JSONB NOT NULL,

    CONSTRAINT "regrade_outcome_pkey" PRIMARY KEY ("regrade_id","exam_question_id","digest")
);

-- CreateTable
CREATE TABLE "regrade_result" (
    "regrade_id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "exam_question_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "before_grading_id" BIGINT,
    "changes" JSONB,

    CONSTRAINT "regrade_result_pkey" PRIMARY KEY ("regrade_id","submission_id","exam_question_id")
);

-- CreateIndex
CREATE INDEX "regrade_exam_id_asked_at_idx" ON "regrade"("exam_id", "asked_at");

-- AddForeignKey
ALTER TABLE "exam_question" ADD CONSTRAINT "exam_question_regrade_id_fkey" FOREIGN KEY ("regrade_id") REFERENCES "regrade"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exam"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_asked_by_fkey" FOREIGN KEY ("asked_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_decided_by_fkey" FOREIGN KEY ("decided_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_question" ADD CONSTRAINT "regrade_question_regrade_id_fkey" FOREIGN KEY ("regrade_id") REFERENCES "regrade"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_question" ADD CONSTRAINT "regrade_question_exam_question_id_fkey" FOREIGN KEY ("exam_question_id") REFERENCES "exam_question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_question" ADD CONSTRAINT "regrade_question_old_version_id_fkey" FOREIGN KEY ("old_version_id") REFERENCES "question_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_question" ADD CONSTRAINT "regrade_question_new_version_id_fkey" FOREIGN KEY ("new_version_id") REFERENCES "question_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_key" ADD CONSTRAINT "regrade_key_regrade_id_fkey" FOREIGN KEY ("regrade_id") REFERENCES "regrade"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_key" ADD CONSTRAINT "regrade_key_exam_question_id_fkey" FOREIGN KEY ("exam_question_id") REFERENCES "exam_question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_key" ADD CONSTRAINT "regrade_key_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_key" ADD CONSTRAINT "regrade_key_question_version_id_fkey" FOREIGN KEY ("question_version_id") REFERENCES "question_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_outcome" ADD CONSTRAINT "regrade_outcome_regrade_id_fkey" FOREIGN KEY ("regrade_id") REFERENCES "regrade"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_result" ADD CONSTRAINT "regrade_result_regrade_id_fkey" FOREIGN KEY ("regrade_id") REFERENCES "regrade"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_result" ADD CONSTRAINT "regrade_result_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
