-- An author may audit a question that stands in no exam: a report belongs to a question file first.
ALTER TABLE "audit_report" ADD COLUMN "slug" TEXT;
ALTER TABLE "audit_report" DISABLE TRIGGER append_only;
UPDATE "audit_report" r SET slug = q.slug FROM "exam_question" q WHERE q.id = r.exam_question_id;
ALTER TABLE "audit_report" ENABLE TRIGGER append_only;
ALTER TABLE "audit_report" ALTER COLUMN "slug" SET NOT NULL;
ALTER TABLE "audit_report" ALTER COLUMN "exam_question_id" DROP NOT NULL;
CREATE INDEX "audit_report_slug_created_at_idx" ON "audit_report"("slug", "created_at");
