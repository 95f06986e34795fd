import { z } from 'zod'
import { roundPoints } from '../../attempts/scale.ts'
import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { notFound } from '../../http/refusal.ts'
import { examPart } from '../exam-part.ts'
import type { CardRubric } from '../queue/card.ts'
import { requireReviewer } from '../require-reviewer.ts'
import { itemNodes } from '../rubric/item-nodes.ts'
import { partRubric } from '../rubric/part-rubric.ts'
import { type ShownAnswer, shownAnswers } from './shown-answers.ts'

/** A member of a group, as a decision over the group needs it. */
export interface GroupMember {
  submissionId: string
  /** the newest review that is seen */
  version: number
  /** a person decided already */
  decided: boolean
  /** points as they stand; null while nobody decided */
  points: number | null
  /** 0..1 */
  likeness: number
}

export interface AnswerGroupDetail {
  id: string
  possible: number
  rubric: CardRubric
  /** every one of them, those most like the leader first */
  members: GroupMember[]
  /** the answers of some of them */
  answers: ShownAnswer[]
}

/** So many answers are sent at a time. */
const page = 40
const place = z.coerce.number().int().min(0).max(100_000)

/** The members of a group with their answers, from the `from`th on, and the rubric to decide over them. */
export async function answerGroup(
  principal: Principal | null,
  address: { examId: string; field: string; groupId: string },
  given: string | number = 0,
): Promise<AnswerGroupDetail> {
  const { examId, field, groupId } = address
  const from = parse(place, given)
  const part = await examPart(examId, field)
  const { personId } = await requireReviewer(principal, part)
  if (!part) throw notFound()
  const { examQuestionId } = part
  const [members, { rubric, possible }] = await Promise.all([
    membersOf(examQuestionId, field, groupId),
    partRubric(query, examQuestionId, field),
  ])
  if (members.length === 0) throw notFound()
  const wanted = members.slice(from, from + page).map(({ submissionId }) => submissionId)
  const answers = await shownAnswers(query, { examQuestionId, field, me: personId }, wanted)
  return {
    id: groupId,
    possible,
    rubric: { ...rubric, items: rubric.items.map((item) => ({ ...item, nodes: itemNodes(item.says) })) },
    members: members.map(({ score, reviewed, ...member }) => ({
      ...member,
      points: member.decided ? reviewed : score === null ? null : roundPoints(score * possible),
    })),
    answers: wanted.flatMap((submissionId) => answers.get(submissionId) ?? []),
  }
}

type MemberRow = Omit<GroupMember, 'points'> & { score: number | null; reviewed: number | null }

function membersOf(examQuestionId: string, field: string, groupId: string): Promise<MemberRow[]> {
  return query<MemberRow>(
    `SELECT m.submission_id AS "submissionId", e.version, e.decided, m.likeness, r.points AS reviewed,
       (SELECT (f->>'score')::float8 FROM jsonb_array_elements(g.result->'fields') f WHERE f->>'field' = $4) AS score
     FROM answer_group_member m JOIN review_entry e ON e.submission_id = m.submission_id AND e.field = m.field
     JOIN grading g ON g.id = e.grading_id
     LEFT JOIN answer_group c ON c.exam_question_id = $1 AND c.field = $2 AND c.id = m.group_id
     LEFT JOIN review r ON e.decided AND r.submission_id = m.submission_id AND r.field = m.field AND r.version = e.version
     WHERE m.exam_question_id = $1 AND m.field = $2 AND m.group_id = $3
     ORDER BY (m.submission_id = c.leader) DESC NULLS LAST, m.likeness DESC, e.shuffle`,
    [examQuestionId, field, groupId, field.slice(field.indexOf('.') + 1)],
  )
}
