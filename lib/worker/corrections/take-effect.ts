import type { Query } from '../../db/query.ts'
import { enqueue } from '../../db/queue.ts'
import { logAction } from '../../invigilation/staff-action.ts'
import { mailOrigin } from '../../mail/sends-mail.ts'

interface Effective {
  examId: string
  examQuestionId: string
  slug: string
  questionId: string
  questionVersionId: string
  decidedBy: string
  policy: string
  reason: string
  notice: string
  /** somebody sits the exam, or may begin to */
  running: boolean
}

/** Says the notice to those who sit the exam, and to those who come to it still. */
async function announce(run: Query, { examId, examQuestionId, slug, notice, decidedBy }: Effective): Promise<void> {
  // one writer at a time, so that numbers are seen in the order in which they were given
  await run('SELECT FROM exam WHERE id = $1 FOR NO KEY UPDATE', [examId])
  const [made] = await run<{ id: number }>(
    `INSERT INTO announcement (exam_id, exam_question_id, text, author_id) VALUES ($1, $2, $3, $4) RETURNING id::int`,
    [examId, examQuestionId, notice, decidedBy],
  )
  await logAction(run, {
    examId,
    personId: decidedBy,
    action: 'announce',
    details: { id: made?.id, question: slug, text: notice },
  })
}

/** A mail to everybody who was asked and has handed in; whether there is a result to read is asked when it is sent. */
async function mailThem(run: Query, regradeId: string, examId: string): Promise<void> {
  if (mailOrigin() === null) return
  const mails = await run<{ mailId: string }>(
    `INSERT INTO mail (key, kind, exam_id, person_id, path)
     SELECT DISTINCT ON (a.person_id) 'corrected/' || $1::text || '/' || a.person_id, 'corrected'::mail_kind, a.exam_id, a.person_id,
       '/attempts/' || a.id || '/result'
     FROM attempt a JOIN submission s ON s.attempt_id = a.id WHERE a.exam_id = $2 AND s.id IN (
       SELECT x.submission_id FROM regrade_asked x WHERE x.regrade_id = $1::uuid) ORDER BY a.person_id, a.number DESC
     ON CONFLICT DO NOTHING RETURNING id AS "mailId"`,
    [regradeId, examId],
  )
  await enqueue(run, 'mail', mails)
}

/**
 * What follows from corrections that count from now on, in the transaction that makes them count: they stand in the history
 * of their questions, and the students whom they concern are told.
 */
export async function correctionsTakeEffect(run: Query, regradeId: string): Promise<void> {
  const corrections = await run<Effective>(
    `SELECT r.exam_id AS "examId", c.exam_question_id AS "examQuestionId", q.slug, c.question_id AS "questionId",
       q.question_version_id AS "questionVersionId", r.decided_by AS "decidedBy", c.policy, c.reason, c.notice,
       EXISTS (SELECT FROM attempt a WHERE a.exam_id = e.id AND a.state = 'open')
         OR e.state = 'published' AND coalesce(e.closes_at, 'infinity') > clock_timestamp() AS running
     FROM question_correction c JOIN regrade r ON r.id = c.regrade_id JOIN exam e ON e.id = r.exam_id
     JOIN regrade_question d ON d.regrade_id = c.regrade_id AND d.exam_question_id = c.exam_question_id AND d.problem IS NULL
     JOIN exam_question q ON q.id = c.exam_question_id WHERE c.regrade_id = $1 ORDER BY q.position`,
    [regradeId],
  )
  for (const correction of corrections) {
    const { examId, questionId, questionVersionId, decidedBy, policy, reason, notice, running } = correction
    await run(
      `INSERT INTO question_history (question_id, what, question_version_id, person_id, note, details)
       VALUES ($1, 'corrected', $2, $3, $4, $5)`,
      [questionId, questionVersionId, decidedBy, reason, JSON.stringify({ examId, regradeId, policy })],
    )
    if (notice !== '' && running) await announce(run, correction)
  }
  const [told] = corrections.filter(({ notice }) => notice !== '')
  if (told) await mailThem(run, regradeId, told.examId)
}
