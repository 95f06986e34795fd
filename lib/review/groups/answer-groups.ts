import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { notFound } from '../../http/refusal.ts'
import { examPart } from '../exam-part.ts'
import { examParts } from '../queue/exam-parts.ts'
import { requireReviewer } from '../require-reviewer.ts'
import { decisionsOf, settleDecisions } from './decisions.ts'
import { freshGroups, type GroupState } from './fresh-groups.ts'
import { type ShownTitle, shownTitle } from './said-title.ts'
import { type ShownAnswer, shownAnswers } from './shown-answers.ts'
import { type Computed, type GroupFigures, summarise, type Tally } from './summary.ts'

export interface ShownGroup extends Omit<GroupFigures, 'title'> {
  /** null: a group that people made */
  title: ShownTitle | null
  /** what people called it */
  name: string | null
  sample: ShownAnswer | null
}

export interface AnswerGroups {
  part: { examQuestionId: string; field: string; title: string; label: string; kind: string; points: number }
  state: GroupState
  madeAt: string | null
  answers: number
  waiting: number
  groups: ShownGroup[]
  /** the newest decision that holds, to be taken back */
  last: { id: string; act: 'move' | 'merge' | 'rename'; answers: number } | null
}

/** So many groups have a sample answer; the rest are small. */
const sampled = 60

/** The answers to a part in groups that can be reviewed at once, largest first. Made when they are asked for. */
export async function answerGroups(principal: Principal | null, examId: string, field: string): Promise<AnswerGroups> {
  const found = await examPart(examId, field)
  const { personId } = await requireReviewer(principal, found)
  const parts = await examParts(query, examId, { personId, everything: true })
  const part = parts.find((one) => one.field === field)
  if (!found || !part) throw notFound()
  const { examQuestionId } = found
  const made = await freshGroups(examQuestionId, field)
  const [tallies, computed, decisions, leads] = await Promise.all([
    query<Tally>(
      `SELECT m.group_id AS "groupId", m.computed_id AS "computedId", e.why IS NOT NULL AS open, e.decided,
         r.cause, r.points, count(*)::int AS n
       FROM answer_group_member m JOIN review_entry e ON e.submission_id = m.submission_id AND e.field = m.field
       LEFT JOIN review r ON e.decided AND r.submission_id = m.submission_id AND r.field = m.field AND r.version = e.version
       WHERE m.exam_question_id = $1 AND m.field = $2 GROUP BY 1, 2, 3, 4, 5, 6`,
      [examQuestionId, field],
    ),
    query<Computed>('SELECT id, title, leader, alike FROM answer_group WHERE exam_question_id = $1 AND field = $2', [
      examQuestionId,
      field,
    ]),
    decisionsOf(query, examQuestionId, field),
    query<{ groupId: string; submissionId: string }>(
      `SELECT DISTINCT ON (group_id) group_id AS "groupId", submission_id AS "submissionId"
       FROM answer_group_member WHERE exam_question_id = $1 AND field = $2
       ORDER BY group_id, likeness DESC, submission_id`,
      [examQuestionId, field],
    ),
  ])
  const { names, holding } = settleDecisions(decisions)
  const figures = summarise(tallies, computed)
  const leaders = new Map(leads.map(({ groupId, submissionId }) => [groupId, submissionId]))
  const wanted = figures.slice(0, sampled).flatMap(({ id }) => leaders.get(id) ?? [])
  const samples = await shownAnswers(query, { examQuestionId, field, me: personId }, wanted)
  const last = holding.at(-1)
  return {
    part: { examQuestionId, field, title: part.title, label: part.label, kind: part.kind, points: part.points },
    ...made,
    waiting: part.waiting,
    groups: figures.map(({ title, ...group }) => ({
      ...group,
      title: title && shownTitle(title),
      name: names.get(group.id) ?? null,
      sample: samples.get(leaders.get(group.id) ?? '') ?? null,
    })),
    last: last && last.act !== 'undo' ? { id: last.id, act: last.act, answers: last.submissionIds.length } : null,
  }
}
