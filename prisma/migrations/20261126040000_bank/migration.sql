-- The bank: what lists know of a question, what courses put on it, how classes did on it, and its pictures.
CREATE TABLE question_card (
  question_id uuid PRIMARY KEY REFERENCES question (id) ON DELETE CASCADE ON UPDATE CASCADE,
  stamp text NOT NULL,
  standing text NOT NULL CONSTRAINT question_card_standing CHECK (standing IN ('published', 'file', 'draft')),
  version text NOT NULL,
  title text NOT NULL,
  topics text[],
  kinds text[],
  fields integer NOT NULL,
  points double precision NOT NULL,
  figures text[],
  problems integer NOT NULL,
  title_words text NOT NULL,
  words text NOT NULL,
  changed_at timestamptz(6) NOT NULL
);

CREATE TABLE question_difficulty (
  question_id uuid PRIMARY KEY REFERENCES question (id) ON DELETE CASCADE ON UPDATE CASCADE,
  difficulty text NOT NULL CONSTRAINT question_difficulty_is_one CHECK (difficulty IN ('easy', 'medium', 'hard')),
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE question_tag (
  course_id uuid NOT NULL REFERENCES course (id) ON DELETE CASCADE ON UPDATE CASCADE,
  question_id uuid NOT NULL REFERENCES question (id) ON DELETE CASCADE ON UPDATE CASCADE,
  tag text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  created_at timestamptz(6) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (course_id, question_id, tag)
);
CREATE INDEX question_tag_question_id_idx ON question_tag (question_id);

CREATE TABLE collection (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  course_id uuid NOT NULL REFERENCES course (id) ON DELETE CASCADE ON UPDATE CASCADE,
  title text NOT NULL,
  note text NOT NULL DEFAULT '',
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  created_at timestamptz(6) NOT NULL DEFAULT clock_timestamp(),
  archived_at timestamptz(6)
);
CREATE INDEX collection_course_id_idx ON collection (course_id);

CREATE TABLE collection_question (
  collection_id uuid NOT NULL REFERENCES collection (id) ON DELETE CASCADE ON UPDATE CASCADE,
  question_id uuid NOT NULL REFERENCES question (id) ON DELETE CASCADE ON UPDATE CASCADE,
  position integer NOT NULL,
  PRIMARY KEY (collection_id, question_id)
);
CREATE INDEX collection_question_question_id_idx ON collection_question (question_id);

CREATE TABLE question_statistic (
  exam_question_id uuid PRIMARY KEY REFERENCES exam_question (id) ON DELETE CASCADE ON UPDATE CASCADE,
  answers integer NOT NULL,
  facility double precision NOT NULL,
  discrimination double precision,
  grading_id bigint NOT NULL,
  review_id bigint NOT NULL
);

CREATE TABLE figure (
  file text PRIMARY KEY,
  sha256 text NOT NULL,
  bytes integer NOT NULL,
  shown_sha256 text NOT NULL,
  shown_media_type text NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  store text NOT NULL,
  person_id uuid REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  created_at timestamptz(6) NOT NULL DEFAULT clock_timestamp()
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON figure FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON figure EXECUTE FUNCTION refuse_change();
