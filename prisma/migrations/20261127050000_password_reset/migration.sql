-- Codes by which people set a new password for an account that is kept here. Only their hashes are kept.
CREATE TABLE password_reset (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  course_id uuid NOT NULL REFERENCES course (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  code_hash bytea NOT NULL,
  made_by uuid NOT NULL REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  made_at timestamptz(6) NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz(6) NOT NULL,
  used_at timestamptz(6),
  revoked_at timestamptz(6)
);
CREATE UNIQUE INDEX password_reset_code_hash_key ON password_reset (code_hash);
CREATE INDEX password_reset_person_id_idx ON password_reset (person_id);
