import type { QuestionDefinition } from '../../../grader/question/definition.ts'
import type { Variant, VariantKey } from '../../../grader/question/variant.ts'
import { query } from '../../db/query.ts'
import { definitionOf } from '../load-submissions.ts'

/** A question as one version of it grades: its definition, and the keys of the variants that students have. */
export interface OneVersion {
  definition: QuestionDefinition
  keys: ReadonlyMap<string, { variant: Variant; key: VariantKey }>
}

/** How a question is graded after corrections: by one version, by the better of it and what counted before, with points given. */
export interface Standing {
  own: OneVersion
  /** what is accepted too; null: nothing else */
  former: Standing | null
  /** the fields that everybody has all points of; empty: every field; null: nobody is given any */
  given: string[] | null
}

interface Policy {
  policy: 'regrade' | 'both' | 'points'
  fields: string[]
  formerRegradeId: string | null
}

interface Row {
  versionId: string
  version: string
  id: string
  seed: string
  params: Variant['params']
  arrangement: Variant['arrangement']
  key: VariantKey
  slug: string
}

async function oneVersion(regradeId: string | null, examQuestionId: string): Promise<OneVersion> {
  const keys =
    regradeId === null
      ? `SELECT k.variant_id, v.question_version_id, k.arrangement, k.key FROM variant_key k JOIN variant v ON v.id = k.variant_id
         WHERE k.variant_id IN (SELECT variant_id FROM attempt_question WHERE exam_question_id = $1
           UNION SELECT variant_id FROM pool_variant WHERE exam_question_id = $1) AND $2::uuid IS NULL`
      : `SELECT variant_id, question_version_id, arrangement, key FROM regrade_key
         WHERE exam_question_id = $1 AND regrade_id = $2`
  const rows = await query<Row>(
    `SELECT k.question_version_id AS "versionId", qv.version, v.id, v.seed, v.params, k.arrangement, k.key, q.slug
     FROM (${keys}) k JOIN variant v ON v.id = k.variant_id JOIN question_version qv ON qv.id = k.question_version_id
     JOIN exam_question q ON q.id = $1`,
    [examQuestionId, regradeId],
  )
  const [first] = rows
  if (!first)
    throw new Error(`Exam question ${examQuestionId} has no variants under ${regradeId ?? 'its first version'}.`)
  return {
    definition: await definitionOf(first.versionId),
    keys: new Map(
      rows.map(({ id, slug, version, seed, params, arrangement, key }) => [
        id,
        { variant: { slug, version, seed, params, arrangement }, key },
      ]),
    ),
  }
}

async function policyOf(regradeId: string, examQuestionId: string): Promise<Policy | null> {
  const [row] = await query<Policy>(
    `SELECT policy, coalesce(fields, '{}') AS fields, former_regrade_id AS "formerRegradeId" FROM question_correction
     WHERE regrade_id = $1 AND exam_question_id = $2`,
    [regradeId, examQuestionId],
  )
  return row ?? null
}

/** Whether a regrade leaves more than one plain version to grade by. */
const lifts = (policy: Policy | null): policy is Policy => policy !== null && policy.policy !== 'regrade'

async function readStanding(regradeId: string | null, examQuestionId: string): Promise<Standing> {
  const policy = regradeId === null ? null : await policyOf(regradeId, examQuestionId)
  const own = await oneVersion(regradeId, examQuestionId)
  if (!lifts(policy)) return { own, former: null, given: null }
  const before = policy.formerRegradeId
  // who is only given points is not also judged by the version before; what was accepted then stays accepted
  const accepted = policy.policy === 'both' || (before !== null && lifts(await policyOf(before, examQuestionId)))
  return {
    own,
    former: accepted ? await readStanding(before, examQuestionId) : null,
    given: policy.policy === 'points' ? policy.fields : null,
  }
}

/** How a regrade has a question graded, where that is more than by its version alone; null otherwise. */
export async function standingOf(regradeId: string, examQuestionId: string): Promise<Standing | null> {
  return lifts(await policyOf(regradeId, examQuestionId)) ? readStanding(regradeId, examQuestionId) : null
}
