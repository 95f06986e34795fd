-- Comments that reviewers keep to use again.
CREATE TABLE "saved_comment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "course_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "says" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "saved_comment_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "saved_comment_course_id_field_idx" ON "saved_comment"("course_id", "field");
ALTER TABLE "saved_comment" ADD CONSTRAINT "saved_comment_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "saved_comment" ADD CONSTRAINT "saved_comment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
