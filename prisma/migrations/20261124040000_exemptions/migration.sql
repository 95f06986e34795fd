-- Students who may sit an exam from elsewhere, or in another browser, than the rules of access say.
CREATE TABLE "access_exemption" (
    "exam_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "networks" BOOLEAN NOT NULL,
    "safe_browser" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "access_exemption_pkey" PRIMARY KEY ("exam_id", "person_id")
);
ALTER TABLE "access_exemption" ADD CONSTRAINT "access_exemption_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exam"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "access_exemption" ADD CONSTRAINT "access_exemption_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
