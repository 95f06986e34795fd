-- What students will see of an exam's results and from when, thought of before it is published. Publishing makes a release of
-- it, which says that it was planned.
ALTER TABLE exam ADD COLUMN release_plan JSONB;
ALTER TABLE "release" ADD COLUMN planned BOOLEAN NOT NULL DEFAULT false;
