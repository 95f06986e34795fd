-- From where, with what and with which word an exam may be begun. No row: from anywhere.
CREATE TABLE "exam_access" (
    "exam_id" UUID NOT NULL,
    "code" TEXT,
    "networks" TEXT[] NOT NULL DEFAULT '{}',
    "safe_browser" BOOLEAN NOT NULL DEFAULT false,
    "config_keys" TEXT[] NOT NULL DEFAULT '{}',
    "browser_keys" TEXT[] NOT NULL DEFAULT '{}',
    "configuration" TEXT,

    CONSTRAINT "exam_access_pkey" PRIMARY KEY ("exam_id")
);
ALTER TABLE "exam_access" ADD CONSTRAINT "exam_access_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exam"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Wrong access codes of one person since a time: what is guessed is counted.
CREATE TABLE "access_try" (
    "exam_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "wrong" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "access_try_pkey" PRIMARY KEY ("exam_id", "person_id")
);
ALTER TABLE "access_try" ADD CONSTRAINT "access_try_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exam"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "access_try" ADD CONSTRAINT "access_try_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who was turned away and why, for staff who are asked about it.
CREATE TABLE "access_refusal" (
    "id" BIGSERIAL NOT NULL,
    "exam_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "address" TEXT,
    "detail" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "access_refusal_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "access_refusal_exam_id_id_idx" ON "access_refusal"("exam_id", "id");
ALTER TABLE "access_refusal" ADD CONSTRAINT "access_refusal_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exam"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "access_refusal" ADD CONSTRAINT "access_refusal_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One opening of an exam's page in Safe Exam Browser; its id stands in the address that the browser signs.
CREATE TABLE "safe_browser_launch" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "exam_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "passed_at" TIMESTAMPTZ(6),
    "passed_key" TEXT,

    CONSTRAINT "safe_browser_launch_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "safe_browser_launch_session_id_exam_id_idx" ON "safe_browser_launch"("session_id", "exam_id");
ALTER TABLE "safe_browser_launch" ADD CONSTRAINT "safe_browser_launch_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exam"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "safe_browser_launch" ADD CONSTRAINT "safe_browser_launch_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
