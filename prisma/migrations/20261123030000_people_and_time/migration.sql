-- AlterTable
ALTER TABLE "accommodation" ADD COLUMN "percent" INTEGER NOT NULL DEFAULT 100;

-- AlterTable
ALTER TABLE "submission" ADD COLUMN "former_attempt_id" UUID, ALTER COLUMN "attempt_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "seat" (
    "exam_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "room" TEXT NOT NULL,

    CONSTRAINT "seat_pkey" PRIMARY KEY ("exam_id","person_id")
);

-- CreateTable
CREATE TABLE "extension" (
    "id" BIGSERIAL NOT NULL,
    "exam_id" UUID NOT NULL,
    "room" TEXT,
    "person_id" UUID,
    "seconds" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt_break" (
    "id" BIGSERIAL NOT NULL,
    "attempt_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "attempt_break_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement" (
    "id" BIGSERIAL NOT NULL,
    "exam_id" UUID NOT NULL,
    "exam_question_id" UUID,
    "text" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_action" (
    "id" BIGSERIAL NOT NULL,
    "exam_id" UUID NOT NULL,
    "attempt_id" UUID,
    "person_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "staff_action_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "submission_former_attempt_id_idx" ON "submission"("former_attempt_id");

-- CreateIndex
CREATE INDEX "extension_exam_id_idx" ON "extension"("exam_id");

-- CreateIndex
CREATE INDEX "attempt_break_attempt_id_idx" ON "attempt_break"("attempt_id");

-- CreateIndex
CREATE INDEX "announcement_exam_id_idx" ON "announcement"("exam_id");

-- CreateIndex
CREATE INDEX "staff_action_exam_id_id_idx" ON "staff_action"("exam_id", "id");

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_former_attempt_id_fkey" FOREIGN KEY ("former_attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exam"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exam"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_break" ADD CONSTRAINT "attempt_break_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exam"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_exam_question_id_fkey" FOREIGN KEY ("exam_question_id") REFERENCES "exam_question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_action" ADD CONSTRAINT "staff_action_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exam"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_action" ADD CONSTRAINT "staff_action_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_action" ADD CONSTRAINT "staff_action_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
