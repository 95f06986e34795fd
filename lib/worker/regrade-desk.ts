import type { QuestionDefinition } from '../../grader/question/definition.ts'
import type { Variant, VariantKey } from '../../grader/question/variant.ts'
import { query } from '../db/query.ts'
import type { Judged } from '../regrade/compare-fields.ts'
import { type Standing, standingOf } from './corrections/standing.ts'
import { definitionOf } from './load-submissions.ts'

/** A question as it is regraded: definition and keys of the new version. */
export interface DeskQuestion {
  definition: QuestionDefinition
  /** worth in the exam */
  points: number
  /** by variant id */
  keys: Map<string, { variant: Variant; key: VariantKey }>
  /** what else is accepted, or given, by a correction; null: nothing */
  standing: Standing | null
  /** what the answers of a digest came to: stored already */
  known: Map<string, Judged[]>
}

/** All that a regrade needs again and again, by exam question: read once a process. */
export type Desk = ReadonlyMap<string, DeskQuestion>

interface Row {
  examQuestionId: string
  newVersionId: string
  points: number
  variants: { id: string; variant: Variant; key: VariantKey }[]
}

export async function openDesk(regradeId: string): Promise<Desk> {
  const rows = await query<Row>(
    `SELECT d.exam_question_id AS "examQuestionId", d.new_version_id AS "newVersionId", q.points,
       (SELECT jsonb_agg(jsonb_build_object('id', v.id, 'key', k.key, 'variant', jsonb_build_object('slug', q.slug,
           'version', nv.version, 'seed', v.seed, 'params', v.params, 'arrangement', k.arrangement)))
         FROM regrade_key k JOIN variant v ON v.id = k.variant_id
         WHERE k.regrade_id = d.regrade_id AND k.exam_question_id = d.exam_question_id) AS variants
     FROM regrade_question d JOIN exam_question q ON q.id = d.exam_question_id
     JOIN question_version nv ON nv.id = d.new_version_id
     WHERE d.regrade_id = $1 AND d.problem IS NULL`,
    [regradeId],
  )
  const desk = new Map<string, DeskQuestion>()
  for (const { examQuestionId, newVersionId, points, variants } of rows) {
    const keys = new Map(variants.map(({ id, variant, key }) => [id, { variant, key }]))
    const standing = await standingOf(regradeId, examQuestionId)
    desk.set(examQuestionId, { definition: await definitionOf(newVersionId), points, keys, standing, known: new Map() })
  }
  return desk
}
