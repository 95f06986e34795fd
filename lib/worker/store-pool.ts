import type { Pool } from '../../grader/audit/make-pool.ts'
import type { QuestionDefinition } from '../../grader/question/definition.ts'
import type { Query } from '../db/query.ts'
import type { RenderedQuestion } from '../questions/render/paper.ts'

export type RenderedVariant = Pool['accepted'][number] & RenderedQuestion

/** The id of a version, stored where it is new. */
export async function storeVersion(query: Query, definition: QuestionDefinition): Promise<string> {
  const [question] = await query<{ id: string }>(
    'INSERT INTO question (slug) VALUES ($1) ON CONFLICT (slug) DO UPDATE SET slug = excluded.slug RETURNING id',
    [definition.slug],
  )
  await query(
    `INSERT INTO question_version (question_id, version, title, source, definition) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (question_id, version) DO NOTHING`,
    [question?.id, definition.version, definition.title, definition.source, JSON.stringify(definition)],
  )
  const [stored] = await query<{ id: string }>(
    'SELECT id FROM question_version WHERE question_id = $1 AND version = $2',
    [question?.id, definition.version],
  )
  if (!stored) throw new Error(`The version of ${definition.slug} was not stored.`)
  return stored.id
}

/**
 * Stores the variants, what students see apart from what they must not, as the exam question's pool. Variants that are
 * stored already (same version, same seed) stay as they are. A correction of an earlier pool, which nobody sat, is over.
 */
export async function storePool(
  query: Query,
  examQuestionId: string,
  definition: QuestionDefinition,
  variants: readonly RenderedVariant[],
): Promise<void> {
  const versionId = await storeVersion(query, definition)
  const rows = variants.map(({ variant, key, paper, solution }) => ({ ...variant, key, paper, solution }))
  await query(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($2::jsonb)
         AS r(seed text, params jsonb, arrangement jsonb, paper jsonb, key jsonb, solution jsonb)
     ), added AS (
       INSERT INTO variant (question_version_id, seed, params, paper)
       SELECT $1, seed, params, paper FROM given ON CONFLICT DO NOTHING RETURNING id, seed
     )
     INSERT INTO variant_key (variant_id, arrangement, key, solution)
     SELECT a.id, g.arrangement, g.key, g.solution FROM added a JOIN given g USING (seed)`,
    [versionId, JSON.stringify(rows)],
  )
  await query('DELETE FROM pool_variant WHERE exam_question_id = $1', [examQuestionId])
  await query(
    `INSERT INTO pool_variant (exam_question_id, variant_id)
     SELECT $1, id FROM variant WHERE question_version_id = $2 AND seed = ANY ($3)`,
    [examQuestionId, versionId, variants.map(({ variant }) => variant.seed)],
  )
  await query(
    `UPDATE exam_question SET state = 'ready', problem = NULL, question_version_id = $2, regrade_id = NULL,
       points = CASE WHEN own_points THEN $3 ELSE points END WHERE id = $1`,
    [examQuestionId, versionId, definition.answers.reduce((sum, field) => sum + field.points, 0)],
  )
}
