-- A question is put away and brought back; a file that comes in need not be a question yet.
ALTER TYPE question_event ADD VALUE 'archived';
ALTER TYPE question_event ADD VALUE 'restored';
-- by their names: the new ones cannot be used before they are committed
ALTER TABLE question_history
  DROP CONSTRAINT question_history_names_its_version,
  ADD CONSTRAINT question_history_names_its_version
    CHECK (question_version_id IS NOT NULL OR what::text IN ('withdrawn', 'imported', 'archived', 'restored'));

-- Whoever may see a picture is asked from the versions that have it, among thousands.
CREATE INDEX question_version_figures ON question_version USING gin ((definition->'figures') jsonb_path_ops);
