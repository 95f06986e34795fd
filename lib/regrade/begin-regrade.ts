import type { Query } from '../db/query.ts'
import { enqueue } from '../db/queue.ts'
import { Refusal } from '../http/refusal.ts'

interface Asked {
  examId: string
  slugs: readonly string[]
  personId: string
}

/** Writes down that a regrade was asked for, and has it begun. One at a time for an exam. */
export async function beginRegrade(run: Query, { examId, slugs, personId }: Asked): Promise<string> {
  const [asked] = await run<{ id: string }>(
    `INSERT INTO regrade (exam_id, slugs, asked_by, submissions)
     SELECT $1, $2, $3, count(*) FROM attempt a JOIN submission s ON s.attempt_id = a.id WHERE a.exam_id = $1 AND EXISTS (
       SELECT FROM attempt_question aq JOIN exam_question q ON q.id = aq.exam_question_id
       WHERE aq.attempt_id = a.id AND q.slug = ANY ($2))
     ON CONFLICT (exam_id) WHERE state IN ('running', 'ready', 'approving') DO NOTHING RETURNING id`,
    [examId, slugs, personId],
  )
  if (!asked) throw new Refusal(409, 'regrading', 'Another regrade of this exam is under way or waits for a decision.')
  await enqueue(run, 'regrade', [{ regradeId: asked.id }])
  return asked.id
}

/**
 * What corrections accepted or gave stays accepted and given in a regrade that says nothing else: who asks for one because
 * the grader was mended takes no points back by it.
 */
export async function carryCorrections(run: Query, regradeId: string): Promise<void> {
  await run(
    `INSERT INTO question_correction (regrade_id, exam_question_id, question_id, policy, fields, former_regrade_id, reason, person_id)
     SELECT r.id, q.id, c.question_id, c.policy, c.fields, q.regrade_id, c.reason, r.asked_by
     FROM regrade r JOIN exam_question q ON q.exam_id = r.exam_id AND q.slug = ANY (r.slugs)
     JOIN question_correction c ON c.regrade_id = q.regrade_id AND c.exam_question_id = q.id AND c.policy <> 'regrade'
     WHERE r.id = $1 ON CONFLICT DO NOTHING`,
    [regradeId],
  )
}
