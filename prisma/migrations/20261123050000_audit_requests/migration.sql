-- The last audit that somebody asked for, by question file: it outlives the process that works on it, so that one which
-- was cut off can be told from one that nobody asked for.
CREATE TABLE "audit_request" (
  "slug" TEXT NOT NULL,
  "version" TEXT NOT NULL,
  "asked_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
  "ended_at" TIMESTAMPTZ(6),
  "problem" TEXT,
  CONSTRAINT "audit_request_pkey" PRIMARY KEY ("slug")
);
