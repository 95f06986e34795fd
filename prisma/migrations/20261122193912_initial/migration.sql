-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('student', 'ta', 'instructor');

-- CreateEnum
CREATE TYPE "exam_mode" AS ENUM ('exam', 'quiz');

-- CreateEnum
CREATE TYPE "exam_state" AS ENUM ('draft', 'publishing', 'published', 'failed');

-- CreateEnum
CREATE TYPE "release_policy" AS ENUM ('at-once', 'by-staff');

-- CreateEnum
CREATE TYPE "exam_question_state" AS ENUM ('waiting', 'ready', 'failed');

-- CreateEnum
CREATE TYPE "attempt_state" AS ENUM ('open', 'closed');

-- CreateEnum
CREATE TYPE "closed_by" AS ENUM ('student', 'deadline', 'staff');

-- CreateEnum
CREATE TYPE "release_scope" AS ENUM ('none', 'computed', 'all');

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT,
    "administrator" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "course_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "role" NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("course_id","person_id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_version" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "question_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "question_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "variant" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "question_version_id" UUID NOT NULL,
    "seed" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "paper" JSONB NOT NULL,

    CONSTRAINT "variant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "variant_key" (
    "variant_id" UUID NOT NULL,
    "arrangement" JSONB NOT NULL,
    "key" JSONB NOT NULL,
    "solution" JSONB NOT NULL,

    CONSTRAINT "variant_key_pkey" PRIMARY KEY ("variant_id")
);

-- CreateTable
CREATE TABLE "exam" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "course_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "instructions" TEXT NOT NULL DEFAULT '',
    "mode" "exam_mode" NOT NULL DEFAULT 'exam',
    "opens_at" TIMESTAMPTZ(6),
    "closes_at" TIMESTAMPTZ(6),
    "duration_seconds" INTEGER,
    "grace_seconds" INTEGER NOT NULL DEFAULT 10,
    "pool_size" INTEGER NOT NULL DEFAULT 12,
    "release_policy" "release_policy" NOT NULL DEFAULT 'by-staff',
    "state" "exam_state" NOT NULL DEFAULT 'draft',
    "published_at" TIMESTAMPTZ(6),

    CONSTRAINT "exam_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exam_question" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "exam_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "question_version_id" UUID,
    "points" DOUBLE PRECISION NOT NULL,
    "own_points" BOOLEAN NOT NULL DEFAULT false,
    "state" "exam_question_state" NOT NULL DEFAULT 'waiting',
    "problem" TEXT,

    CONSTRAINT "exam_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pool_variant" (
    "exam_question_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,

    CONSTRAINT "pool_variant_pkey" PRIMARY KEY ("exam_question_id","variant_id")
);

-- CreateTable
CREATE TABLE "audit_report" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "exam_question_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "report" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "audit_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accommodation" (
    "exam_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "extra_seconds" INTEGER NOT NULL DEFAULT 0,
    "opens_at" TIMESTAMPTZ(6),
    "closes_at" TIMESTAMPTZ(6),
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "accommodation_pkey" PRIMARY KEY ("exam_id","person_id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "exam_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" "attempt_state" NOT NULL DEFAULT 'open',
    "epoch" INTEGER NOT NULL DEFAULT 1,
    "started_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt_question" (
    "attempt_id" UUID NOT NULL,
    "exam_question_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,

    CONSTRAINT "attempt_question_pkey" PRIMARY KEY ("attempt_id","exam_question_id")
);

-- CreateTable
CREATE TABLE "response" (
    "attempt_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "value" JSONB,
    "save_event_id" BIGINT NOT NULL,
    "saved_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "response_pkey" PRIMARY KEY ("attempt_id","field")
);

-- CreateTable
CREATE TABLE "save_event" (
    "id" BIGSERIAL NOT NULL,
    "attempt_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "op_id" UUID NOT NULL,
    "value" JSONB,
    "late" BOOLEAN NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "save_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "attempt_id" UUID NOT NULL,
    "closed_by" "closed_by" NOT NULL,
    "frozen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "digest" TEXT NOT NULL,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission_answer" (
    "submission_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "save_event_id" BIGINT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "value" JSONB,

    CONSTRAINT "submission_answer_pkey" PRIMARY KEY ("submission_id","field")
);

-- CreateTable
CREATE TABLE "grading" (
    "id" BIGSERIAL NOT NULL,
    "submission_id" UUID NOT NULL,
    "exam_question_id" UUID NOT NULL,
    "question_version_id" UUID NOT NULL,
    "idempotence_key" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "grading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" BIGSERIAL NOT NULL,
    "submission_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "rubric" JSONB NOT NULL,
    "comment" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "grading_id" BIGINT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release" (
    "id" BIGSERIAL NOT NULL,
    "exam_id" UUID NOT NULL,
    "scope" "release_scope" NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker" (
    "id" UUID NOT NULL,
    "backend" TEXT NOT NULL,
    "adapter" TEXT NOT NULL,
    "versions" JSONB NOT NULL,
    "ladder" JSONB NOT NULL,
    "started_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "last_seen" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "worker_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_issuer_subject_key" ON "person"("issuer", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "course_slug_key" ON "course"("slug");

-- CreateIndex
CREATE INDEX "membership_person_id_idx" ON "membership"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_slug_key" ON "question"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "question_version_question_id_version_key" ON "question_version"("question_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "variant_question_version_id_seed_key" ON "variant"("question_version_id", "seed");

-- CreateIndex
CREATE UNIQUE INDEX "exam_course_id_slug_key" ON "exam"("course_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "exam_question_exam_id_position_key" ON "exam_question"("exam_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "exam_question_exam_id_slug_key" ON "exam_question"("exam_id", "slug");

-- CreateIndex
CREATE INDEX "audit_report_exam_question_id_idx" ON "audit_report"("exam_question_id");

-- CreateIndex
CREATE INDEX "attempt_state_idx" ON "attempt"("state");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_exam_id_person_id_key" ON "attempt"("exam_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "save_event_attempt_id_op_id_key" ON "save_event"("attempt_id", "op_id");

-- CreateIndex
CREATE UNIQUE INDEX "submission_attempt_id_key" ON "submission"("attempt_id");

-- CreateIndex
CREATE UNIQUE INDEX "grading_idempotence_key_key" ON "grading"("idempotence_key");

-- CreateIndex
CREATE INDEX "grading_submission_id_exam_question_id_idx" ON "grading"("submission_id", "exam_question_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_submission_id_field_version_key" ON "review"("submission_id", "field", "version");

-- CreateIndex
CREATE INDEX "release_exam_id_idx" ON "release"("exam_id");

-- CreateIndex
CREATE INDEX "worker_last_seen_idx" ON "worker"("last_seen");

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_version" ADD CONSTRAINT "question_version_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variant" ADD CONSTRAINT "variant_question_version_id_fkey" FOREIGN KEY ("question_version_id") REFERENCES "question_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variant_key" ADD CONSTRAINT "variant_key_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam" ADD CONSTRAINT "exam_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_question" ADD CONSTRAINT "exam_question_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exam"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_question" ADD CONSTRAINT "exam_question_question_version_id_fkey" FOREIGN KEY ("question_version_id") REFERENCES "question_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_variant" ADD CONSTRAINT "pool_variant_exam_question_id_fkey" FOREIGN KEY ("exam_question_id") REFERENCES "exam_question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_variant" ADD CONSTRAINT "pool_variant_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_report" ADD CONSTRAINT "audit_report_exam_question_id_fkey" FOREIGN KEY ("exam_question_id") REFERENCES "exam_question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accommodation" ADD CONSTRAINT "accommodation_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exam"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accommodation" ADD CONSTRAINT "accommodation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exam"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_question" ADD CONSTRAINT "attempt_question_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_question" ADD CONSTRAINT "attempt_question_exam_question_id_fkey" FOREIGN KEY ("exam_question_id") REFERENCES "exam_question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_question" ADD CONSTRAINT "attempt_question_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_save_event_id_fkey" FOREIGN KEY ("save_event_id") REFERENCES "save_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "save_event" ADD CONSTRAINT "save_event_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_answer" ADD CONSTRAINT "submission_answer_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_answer" ADD CONSTRAINT "submission_answer_save_event_id_fkey" FOREIGN KEY ("save_event_id") REFERENCES "save_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grading" ADD CONSTRAINT "grading_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grading" ADD CONSTRAINT "grading_exam_question_id_fkey" FOREIGN KEY ("exam_question_id") REFERENCES "exam_question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grading" ADD CONSTRAINT "grading_question_version_id_fkey" FOREIGN KEY ("question_version_id") REFERENCES "question_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exam"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
