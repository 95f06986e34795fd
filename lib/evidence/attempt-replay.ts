import { pageOfKey } from '../../grader/answers/pages.ts'
import type { PaperQuestion } from '../../grader/answers/paper.ts'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import type { Principal } from '../auth/principal.ts'
import { query } from '../db/query.ts'
import { requireHistoryOf } from './require-history.ts'

/** One save, as it arrived. */
export interface ReplayedSave {
  id: string
  field: string
  epoch: number
  revision: number
  late: boolean
  /** to the millisecond */
  at: string
  value: RawAnswer | null
}

export interface Replay {
  fields: { field: string; title: string; label: string }[]
  /** in the order of their arrival */
  saves: ReplayedSave[]
}

/** Everything that was ever saved of an attempt's answers, for staff who may see it. */
export async function attemptReplay(principal: Principal | null, attemptId: string): Promise<Replay> {
  await requireHistoryOf(principal, attemptId)
  const [papers, saves] = await Promise.all([
    query<{ paper: PaperQuestion }>(
      `SELECT v.paper FROM attempt_question aq JOIN exam_question q ON q.id = aq.exam_question_id
       JOIN variant v ON v.id = aq.variant_id WHERE aq.attempt_id = $1 ORDER BY coalesce(aq.place, q.position)`,
      [attemptId],
    ),
    query<ReplayedSave>(
      `SELECT id::text, field, epoch, revision, late, iso(received_at) AS at, value FROM save_event
       WHERE attempt_id = $1 AND field NOT LIKE '%#%' ORDER BY save_event.id`,
      [attemptId],
    ),
  ])
  const pages = Map.groupBy(new Set(saves.map(({ field }) => field)), (key) => pageOfKey(key)?.field ?? '')
  const fields = papers.flatMap(({ paper }) =>
    paper.fields.flatMap(({ name, label }) => {
      const own = `${paper.slug}.${name}`
      return [own, ...(pages.get(own) ?? [])].map((field) => ({ field, title: paper.title, label }))
    }),
  )
  return { fields, saves }
}
