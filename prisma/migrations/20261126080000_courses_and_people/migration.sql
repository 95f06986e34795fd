-- Courses that people make, people who are enrolled before they have an account, invitations, time that follows a student.
ALTER TABLE person
  ADD COLUMN email_verified boolean NOT NULL DEFAULT false,
  ADD COLUMN joined_as uuid REFERENCES person (id) ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX person_email_idx ON person (email);
-- accounts with a password here were all made by the operator
UPDATE person SET email_verified = true, email = lower(email) WHERE issuer = 'local';

ALTER TABLE course
  ADD COLUMN term text NOT NULL DEFAULT '',
  ADD COLUMN zone text,
  ADD COLUMN created_at timestamptz(6) NOT NULL DEFAULT clock_timestamp(),
  ADD COLUMN archived_at timestamptz(6);

ALTER TABLE membership
  ADD COLUMN roster_email text,
  ADD COLUMN roster_name text,
  ADD COLUMN number text,
  ADD COLUMN group_name text,
  ADD COLUMN added_at timestamptz(6) NOT NULL DEFAULT clock_timestamp();

CREATE TABLE course_accommodation (
  course_id uuid NOT NULL REFERENCES course (id) ON DELETE CASCADE ON UPDATE CASCADE,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE,
  percent integer NOT NULL DEFAULT 100 CONSTRAINT course_accommodation_percent CHECK (percent BETWEEN 10 AND 1000),
  extra_seconds integer NOT NULL DEFAULT 0,
  reason text NOT NULL DEFAULT '',
  PRIMARY KEY (course_id, person_id)
);

CREATE TABLE course_action (
  id bigserial PRIMARY KEY,
  course_id uuid NOT NULL REFERENCES course (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  action text NOT NULL,
  details jsonb NOT NULL,
  created_at timestamptz(6) NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX course_action_course_id_id_idx ON course_action (course_id, id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON course_action FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON course_action EXECUTE FUNCTION refuse_change();

CREATE TYPE invitation_way AS ENUM ('mail', 'code');

CREATE TABLE invitation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  course_id uuid NOT NULL REFERENCES course (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  way invitation_way NOT NULL,
  code_hash bytea NOT NULL,
  made_by uuid NOT NULL REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  made_at timestamptz(6) NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz(6) NOT NULL,
  used_at timestamptz(6),
  used_by uuid REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  revoked_at timestamptz(6)
);
CREATE UNIQUE INDEX invitation_code_hash_key ON invitation (code_hash);
CREATE INDEX invitation_course_id_idx ON invitation (course_id);
CREATE INDEX invitation_person_id_idx ON invitation (person_id);

ALTER TYPE mail_kind ADD VALUE 'invited';
ALTER TABLE mail
  ALTER COLUMN exam_id DROP NOT NULL,
  ADD COLUMN invitation_id uuid REFERENCES invitation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT mail_is_about_something CHECK (exam_id IS NOT NULL OR invitation_id IS NOT NULL);
CREATE INDEX mail_invitation_id_idx ON mail (invitation_id);

-- The time a person has for an exam. What the course gives a student follows them into each of its exams, but where the exam
-- has an accommodation of its own for them.
CREATE OR REPLACE FUNCTION exam_time(p_exam uuid, p_person uuid)
RETURNS TABLE (opens_at timestamptz, closes_at timestamptz, duration_seconds int, extra_seconds int)
LANGUAGE sql STABLE AS $$
  SELECT coalesce(c.opens_at, e.opens_at),
    coalesce(c.closes_at, e.closes_at + make_interval(secs => g.granted)) + make_interval(secs => x.extended),
    e.duration_seconds + g.granted + x.extended,
    g.granted + x.extended
  FROM exam e
  LEFT JOIN accommodation c ON c.exam_id = e.id AND c.person_id = p_person
  LEFT JOIN course_accommodation k ON k.course_id = e.course_id AND k.person_id = p_person
  CROSS JOIN LATERAL (SELECT coalesce(coalesce(c.extra_seconds, k.extra_seconds)
    + ceil((coalesce(c.percent, k.percent) - 100) / 100.0
    * coalesce(e.duration_seconds, floor(extract(epoch FROM e.closes_at - e.opens_at)), 0)), 0)::int AS granted) g
  CROSS JOIN LATERAL (SELECT coalesce(sum(t.seconds), 0)::int AS extended FROM extension t
    WHERE t.exam_id = e.id AND (t.person_id = p_person OR t.person_id IS NULL AND (t.room IS NULL
      OR t.room = (SELECT s.room FROM seat s WHERE s.exam_id = e.id AND s.person_id = p_person)))) x
  WHERE e.id = p_exam
$$;

-- Everything that somebody has who was enrolled ahead goes to the account they turned out to have: the place in the course,
-- its time and rooms. The account's own time and seat stay; of two roles the greater one does.
CREATE FUNCTION join_ahead(p_ahead uuid, p_account uuid, p_by text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM person WHERE id = p_ahead AND issuer = 'ahead' AND joined_as IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  INSERT INTO course_action (course_id, person_id, action, details)
    SELECT course_id, p_account, 'join', jsonb_build_object('by', p_by, 'ahead', p_ahead, 'email', roster_email)
    FROM membership WHERE person_id = p_ahead;
  INSERT INTO membership AS m (course_id, person_id, role, roster_email, roster_name, number, group_name, added_at)
    SELECT course_id, p_account, role, roster_email, roster_name, number, group_name, added_at
    FROM membership WHERE person_id = p_ahead
    ON CONFLICT (course_id, person_id) DO UPDATE SET role = greatest(m.role, excluded.role),
      roster_email = excluded.roster_email, roster_name = excluded.roster_name,
      number = coalesce(excluded.number, m.number), group_name = coalesce(excluded.group_name, m.group_name);
  INSERT INTO course_accommodation SELECT course_id, p_account, percent, extra_seconds, reason
    FROM course_accommodation WHERE person_id = p_ahead ON CONFLICT DO NOTHING;
  INSERT INTO accommodation (exam_id, person_id, percent, extra_seconds, opens_at, closes_at, reason)
    SELECT exam_id, p_account, percent, extra_seconds, opens_at, closes_at, reason
    FROM accommodation WHERE person_id = p_ahead ON CONFLICT DO NOTHING;
  INSERT INTO seat (exam_id, person_id, room)
    SELECT exam_id, p_account, room FROM seat WHERE person_id = p_ahead ON CONFLICT DO NOTHING;
  INSERT INTO access_exemption (exam_id, person_id, networks, safe_browser, reason)
    SELECT exam_id, p_account, networks, safe_browser, reason
    FROM access_exemption WHERE person_id = p_ahead ON CONFLICT DO NOTHING;
  INSERT INTO review_assignment (exam_question_id, field, person_id)
    SELECT exam_question_id, field, p_account FROM review_assignment WHERE person_id = p_ahead ON CONFLICT DO NOTHING;
  -- extensions are never changed: what was given under the one name is given again under the other
  INSERT INTO extension (exam_id, room, person_id, seconds)
    SELECT exam_id, room, p_account, seconds FROM extension WHERE person_id = p_ahead;
  DELETE FROM course_accommodation WHERE person_id = p_ahead;
  DELETE FROM accommodation WHERE person_id = p_ahead;
  DELETE FROM seat WHERE person_id = p_ahead;
  DELETE FROM access_exemption WHERE person_id = p_ahead;
  DELETE FROM review_assignment WHERE person_id = p_ahead;
  DELETE FROM membership WHERE person_id = p_ahead;
  -- the same address may be enrolled again
  UPDATE person SET joined_as = p_account, subject = 'joined/' || id WHERE id = p_ahead;
END $$;
