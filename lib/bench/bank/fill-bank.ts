import { createHash } from 'node:crypto'
import type pg from 'pg'

const topics = ['attention', 'convolution', 'recurrence', 'optimisation', 'normalisation', 'loss', 'regularisation']
const nouns = ['gate', 'kernel', 'score', 'layer', 'batch', 'window', 'gradient', 'logit', 'embedding', 'stride']
const verbs = ['pool', 'clip', 'mask', 'scale', 'shift', 'drop', 'merge', 'split', 'pad', 'warm']

const pick = <T>(some: readonly T[], at: number): T => some[at % some.length] as T

/** A question of a paragraph, three parts and a mistake: as long as those that people write. */
function textOf(at: number): string {
  const [noun, verb, topic] = [pick(nouns, at), pick(verbs, Math.floor(at / 10)), pick(topics, at)]
  const story = Array.from({ length: 60 }, (_, k) => `${pick(nouns, at * k + k)} ${pick(verbs, at + k * k)}s`).join(' ')
  return `---
title: ${verb[0]?.toUpperCase()}${verb.slice(1)} the ${noun}, number ${at}
topics: [${topic}, ${pick(topics, at + 3)}]
parameters:
  x: decimals([3], 1, 9, 1)
reference:
  a: sum(x)
  b: a / 3
answers:
  a: { points: 1, decimals: 1 }
  b: { points: 2, decimals: 2 }
  why: { kind: text, points: 1, rubric: [{ says: Names the ${noun}, points: 1 }] }
mistakes:
  halved: { steps: { b: a / 2 }, says: You divided by two. }
---
${story}.

With {{x}} the sum is :answer[a], the mean :answer[b]. Why? :answer[why]
`
}

/** Questions of the first course that a TA works for, with versions, drafts, tags, collections, exams and results. */
export async function fillBank(client: pg.Client, count: number): Promise<void> {
  const questions = Array.from({ length: count }, (_, at) => {
    const source = textOf(at)
    return { slug: `bench-${at}`, source, version: createHash('sha256').update(source).digest('hex') }
  })
  await client.query(
    `WITH staff AS (SELECT course_id, person_id FROM membership WHERE role = 'instructor' ORDER BY course_id LIMIT 1),
       given AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS g(slug text, source text, version text)),
       made AS (INSERT INTO question (slug, course_id, person_id) SELECT g.slug, s.course_id, s.person_id FROM given g, staff s
         RETURNING id, slug, course_id, person_id),
       kept AS (INSERT INTO question_version (question_id, version, title, source, definition)
         SELECT m.id, g.version, g.slug, g.source, '{"figures": []}' FROM made m JOIN given g USING (slug) RETURNING id, question_id),
       noted AS (INSERT INTO question_history (question_id, what, question_version_id, person_id)
         SELECT k.question_id, e.what::question_event, k.id, m.person_id
         FROM kept k JOIN made m ON m.id = k.question_id, unnest(ARRAY['version', 'published', 'version']) e(what)),
       drafted AS (INSERT INTO question_draft (question_id, source, person_id)
         SELECT m.id, g.source || 'more', m.person_id FROM made m JOIN given g USING (slug) WHERE right(m.slug, 1) = '7'),
       tagged AS (INSERT INTO question_tag (course_id, question_id, tag, person_id)
         SELECT m.course_id, m.id, 'week ' || right(m.slug, 1), m.person_id FROM made m)
     SELECT count(*) FROM made`,
    [JSON.stringify(questions)],
  )
  await client.query(
    `WITH exams AS (INSERT INTO exam (course_id, slug, title, state, published_at, opens_at)
         SELECT (SELECT course_id FROM question WHERE slug = 'bench-0'), 'bench-' || n, 'Exam ' || n, 'published',
           clock_timestamp(), clock_timestamp() - n * interval '7 days' FROM generate_series(1, 100) n RETURNING id, slug),
       asked AS (INSERT INTO exam_question (exam_id, position, slug, points, state)
         SELECT e.id, k, 'bench-' || ((substr(e.slug, 7)::int * 37 + k * 101) % $1), 4, 'ready'
         FROM exams e, generate_series(1, 12) k RETURNING id)
     INSERT INTO question_statistic (exam_question_id, answers, facility, discrimination, grading_id, review_id)
     SELECT id, 30, 0.6, 0.3, 0, 0 FROM asked`,
    [count],
  )
  await client.query('ANALYZE')
}
