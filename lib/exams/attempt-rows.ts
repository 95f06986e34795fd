import type { QuestionGrading } from '../../grader/marking/verdict.ts'
import { pointScale, roundPoints } from '../attempts/scale.ts'
import { query } from '../db/query.ts'
import { fieldPoints } from '../grading/field-points.ts'

/** One student's attempt in the list of an exam. */
export interface AttemptRow {
  attemptId: string
  person: { id: string; name: string; email: string }
  /** from 1: an exam may allow several */
  number: number
  /** of the student's attempts it is the one whose points are theirs */
  counts: boolean
  state: 'open' | 'closed'
  startedAt: string
  deadline: string | null
  submittedAt: string | null
  /** what is decided so far; null where nothing is */
  earned: number | null
  possible: number
  waiting: number
}

interface Row extends Omit<AttemptRow, 'earned' | 'possible' | 'waiting'> {
  questions: {
    slug: string
    points: number
    fields: { name: string; points: number }[]
    grading: QuestionGrading | null
  }[]
  reviews: Record<string, { points: number | null }> | null
}

function summed({ questions, reviews, ...attempt }: Row): AttemptRow {
  let earned: number | null = null
  let waiting = 0
  for (const question of questions) {
    const scale = pointScale(question.fields, question.points)
    for (const field of question.fields) {
      const points = field.points * scale
      const grading = question.grading?.fields.find((candidate) => candidate.field === field.name) ?? null
      const decided = fieldPoints(points, grading, reviews?.[`${question.slug}.${field.name}`] ?? null)
      if (decided === null) waiting += points
      else earned = (earned ?? 0) + decided
    }
  }
  const possible = questions.reduce((sum, question) => sum + question.points, 0)
  return {
    ...attempt,
    earned: earned === null ? null : roundPoints(earned),
    possible: roundPoints(possible),
    waiting: roundPoints(waiting),
  }
}

/** The attempts of an exam with their points as of now, by name. */
export async function attemptRows(examId: string): Promise<AttemptRow[]> {
  const rows = await query<Row>(
    `SELECT a.id AS "attemptId", jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email) AS person, a.number,
       c.attempt_id IS NOT NULL AS counts, a.state,
       iso(a.started_at) AS "startedAt", iso(t.deadline) AS deadline, iso(s.frozen_at) AS "submittedAt",
       (SELECT jsonb_object_agg(r.field, jsonb_build_object('points', r.points)) FROM (
         SELECT DISTINCT ON (field) field, points FROM review WHERE submission_id = s.id ORDER BY field, version DESC) r
       ) AS reviews,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', q.slug, 'points', q.points, 'fields',
           (SELECT coalesce(jsonb_agg(jsonb_build_object('name', f->'name', 'points', f->'points')), '[]')
             FROM jsonb_array_elements(v.paper->'fields') f),
           'grading', (SELECT g.result FROM grading g WHERE g.submission_id = s.id AND g.exam_question_id = q.id
             ORDER BY g.id DESC LIMIT 1))), '[]')
         FROM variant_as_graded v JOIN exam_question q ON q.id = v.exam_question_id
         WHERE v.attempt_id = a.id) AS questions
     FROM attempt a JOIN person p ON p.id = a.person_id CROSS JOIN LATERAL attempt_times(a.id) t
     LEFT JOIN submission s ON s.attempt_id = a.id
     LEFT JOIN attempt_that_counts c ON c.exam_id = $1 AND c.attempt_id = a.id
     WHERE a.exam_id = $1 ORDER BY p.name, p.id, a.number`,
    [examId],
  )
  return rows.map(summed)
}
