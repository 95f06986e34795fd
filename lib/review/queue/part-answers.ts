import { z } from 'zod'
import { roundPoints } from '../../attempts/scale.ts'
import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { notFound } from '../../http/refusal.ts'
import { studentCodes } from '../blind/student-codes.ts'
import { examPart } from '../exam-part.ts'
import { requireReviewer } from '../require-reviewer.ts'
import { examParts, type PartStanding } from './exam-parts.ts'

const answersShown = ['all', 'waiting', 'reviewed', 'overridden', 'claimed'] as const
const perPage = 100

export const answersAsked = z.strictObject({
  show: z.enum(answersShown).default('all'),
  /** a verdict of the grader */
  verdict: z.string().max(40).default(''),
  page: z.number().int().min(1).max(100_000).default(1),
})

/** One answer of a part in the list of all, without the name of whose it is. */
export interface ListedAnswer {
  submissionId: string
  /** stands for the student */
  code: string
  verdict: string
  state: 'computed' | 'waiting' | 'reviewed' | 'overridden'
  /** as they stand; null while undecided */
  points: number | null
  reviewer: string | null
  holder: string | null
}

export interface PartAnswers {
  part: PartStanding
  answers: ListedAnswer[]
  /** that fit what was asked for */
  found: number
  pages: number
  /** verdicts that there are, with how often */
  verdicts: { verdict: string; n: number }[]
}

/** What a filter means, as SQL over `e`: constants, never what somebody sent. */
const conditions: Record<(typeof answersShown)[number], string> = {
  all: 'true',
  waiting: 'e.why IS NOT NULL AND NOT e.decided',
  reviewed: 'e.why IS NOT NULL AND e.decided',
  overridden: 'e.why IS NULL AND e.decided',
  claimed: 'e.claimed_until > clock_timestamp()',
}

/** All answers of a part, computed ones too, page by page in the order of reviewing. */
export async function partAnswers(
  principal: Principal | null,
  examId: string,
  field: string,
  given: z.input<typeof answersAsked>,
): Promise<PartAnswers> {
  const { show, verdict, page } = parse(answersAsked, given)
  const asked = await examPart(examId, field)
  const { personId } = await requireReviewer(principal, asked)
  if (!asked) throw notFound()
  const fits = `e.exam_id = $1 AND e.field = $2 AND (${conditions[show]}) AND ($3 = '' OR e.verdict = $3)`
  const [codeOf, parts, rows, [count], verdicts] = await Promise.all([
    studentCodes(query, { examQuestionId: asked.examQuestionId, me: personId }),
    examParts(query, examId, { personId, everything: true }, field),
    query<Omit<ListedAnswer, 'code'> & { attemptId: string; student: string; score: number | null }>(
      `SELECT e.submission_id AS "submissionId", a.id AS "attemptId", p.name AS student, e.verdict,
         CASE WHEN e.decided THEN CASE WHEN e.why IS NULL THEN 'overridden' ELSE 'reviewed' END
           WHEN e.why IS NULL THEN 'computed' ELSE 'waiting' END AS state,
         r.points, (SELECT (f->>'score')::float8 FROM grading g, jsonb_array_elements(g.result->'fields') f
           WHERE g.id = e.grading_id AND f->>'field' = substr(e.field, strpos(e.field, '.') + 1)) AS score,
         (SELECT name FROM person WHERE id = e.reviewed_by AND e.decided) AS reviewer,
         CASE WHEN e.claimed_until > clock_timestamp() THEN (SELECT name FROM person WHERE id = e.claimed_by) END AS holder
       FROM (SELECT * FROM counted_review_entry e WHERE ${fits} ORDER BY shuffle LIMIT ${perPage} OFFSET $4) e
       JOIN submission s ON s.id = e.submission_id
       JOIN attempt a ON a.id = s.attempt_id
       JOIN person p ON p.id = a.person_id
       LEFT JOIN review r ON e.decided AND r.submission_id = e.submission_id AND r.field = e.field AND r.version = e.version
       ORDER BY e.shuffle`,
      [examId, field, verdict, (page - 1) * perPage],
    ),
    query<{ found: number }>(`SELECT count(*)::int AS found FROM counted_review_entry e WHERE ${fits}`, [
      examId,
      field,
      verdict,
    ]),
    query<{ verdict: string; n: number }>(
      'SELECT verdict, count(*)::int AS n FROM counted_review_entry WHERE exam_id = $1 AND field = $2 GROUP BY verdict ORDER BY n DESC',
      [examId, field],
    ),
  ])
  const [part] = parts
  if (!part) throw notFound()
  const found = count?.found ?? 0
  const answers = rows.map(({ attemptId, student, score, points, ...row }) => ({
    ...row,
    code: codeOf({ attemptId, student }),
    points: points ?? (score === null ? null : roundPoints(score * part.points)),
  }))
  return { part, answers, found, pages: Math.max(1, Math.ceil(found / perPage)), verdicts }
}
