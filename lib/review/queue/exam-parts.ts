import type { Field, Labelled } from '../../../grader/answers/field.ts'
import { pointScale, roundPoints } from '../../attempts/scale.ts'
import type { Query } from '../../db/query.ts'

export interface Reviewer {
  personId: string
  name: string
}

/** How the reviewing of one part of an exam stands. */
export interface PartStanding extends Labelled {
  /** 'slug.name' */
  field: string
  examQuestionId: string
  /** of its question */
  number: number
  title: string
  kind: string
  points: number
  /** graded submissions */
  answers: number
  /** undecided by anybody */
  waiting: number
  /** of them, those that are held: their reference failed */
  broken: number
  /** decided by a person where the grader left it open */
  reviewed: number
  /** decided by a person over the grader */
  overridden: number
  /** who has how many before them just now */
  claimed: { name: string; n: number }[]
  /** empty: shared by all */
  assigned: Reviewer[]
  /** who asks may review it */
  mine: boolean
}

type Counted = Pick<PartStanding, 'field' | 'answers' | 'waiting' | 'broken' | 'reviewed' | 'overridden'>
type Held = { field: string; name: string; n: number }
type Assigned = Reviewer & { examQuestionId: string; field: string }

interface Asked {
  examQuestionId: string
  slug: string
  number: number
  title: string
  points: number
  fields: Pick<Field, 'name' | 'label' | 'labelNodes' | 'kind' | 'points'>[]
}

/** The parts of an exam in its order, or one of them. Counted by the database: no row of an answer comes here. */
export async function examParts(
  run: Query,
  examId: string,
  asker: { personId: string; everything: boolean },
  only: string | null = null,
): Promise<PartStanding[]> {
  const [questions, counted, held, assigned] = await Promise.all([
    run<Asked>(
      `SELECT q.id AS "examQuestionId", q.slug, q.position AS number, coalesce(v.title, q.slug) AS title, q.points,
         coalesce((SELECT x.paper->'fields' FROM pool_variant p JOIN variant x ON x.id = p.variant_id
           WHERE p.exam_question_id = q.id LIMIT 1), '[]') AS fields
       FROM exam_question q LEFT JOIN question_version v ON v.id = q.question_version_id
       WHERE q.exam_id = $1 ORDER BY q.position`,
      [examId],
    ),
    run<Counted>(
      `SELECT field, sum(n)::int AS answers,
         coalesce(sum(n) FILTER (WHERE why IS NOT NULL AND NOT decided), 0)::int AS waiting,
         coalesce(sum(n) FILTER (WHERE why = 'broken' AND NOT decided), 0)::int AS broken,
         coalesce(sum(n) FILTER (WHERE why IS NOT NULL AND decided), 0)::int AS reviewed,
         coalesce(sum(n) FILTER (WHERE why IS NULL AND decided), 0)::int AS overridden
       FROM review_count WHERE exam_id = $1 AND ($2::text IS NULL OR field = $2) GROUP BY field`,
      [examId, only],
    ),
    run<Held>(
      `SELECT e.field, p.name, count(*)::int AS n FROM review_entry e JOIN person p ON p.id = e.claimed_by
       WHERE e.claimed_by IS NOT NULL AND e.exam_id = $1 AND e.claimed_until > clock_timestamp()
       GROUP BY e.field, p.id ORDER BY p.name`,
      [examId],
    ),
    run<Assigned>(
      `SELECT a.exam_question_id AS "examQuestionId", a.field, p.id AS "personId", p.name
       FROM review_assignment a JOIN exam_question q ON q.id = a.exam_question_id JOIN person p ON p.id = a.person_id
       WHERE q.exam_id = $1 ORDER BY p.name, p.id`,
      [examId],
    ),
  ])
  const counts = new Map(counted.map((one) => [one.field, one]))
  const parts = questions.flatMap(({ fields, slug, points, ...question }) => {
    const scale = pointScale(fields, points)
    return fields.map((printed): PartStanding => {
      const field = `${slug}.${printed.name}`
      const people = assigned.filter((one) => one.field === field && one.examQuestionId === question.examQuestionId)
      return {
        ...question,
        answers: 0,
        waiting: 0,
        broken: 0,
        reviewed: 0,
        overridden: 0,
        ...counts.get(field),
        field,
        label: printed.label,
        ...(printed.labelNodes && { labelNodes: printed.labelNodes }),
        kind: printed.kind,
        points: roundPoints(printed.points * scale),
        claimed: held.filter((one) => one.field === field).map(({ name, n }) => ({ name, n })),
        assigned: people.map(({ personId, name }) => ({ personId, name })),
        mine: asker.everything || people.length === 0 || people.some(({ personId }) => personId === asker.personId),
      }
    })
  })
  return only === null ? parts : parts.filter(({ field }) => field === only)
}
