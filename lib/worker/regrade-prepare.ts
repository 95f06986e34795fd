import type { PaperQuestion } from '../../grader/answers/paper.ts'
import type { Executors } from '../../grader/backends/executor.ts'
import type { QuestionDefinition } from '../../grader/question/definition.ts'
import type { Variant, VariantKey } from '../../grader/question/variant.ts'
import { inTransaction, type Query, query } from '../db/query.ts'
import { regradeNotes } from '../regrade/describe-changes.ts'
import { readQuestion } from './bank.ts'
import { askedCorrection, policyNotes } from './corrections/correction.ts'
import { definitionOf } from './load-submissions.ts'
import { type NewKey, newKeys, type PinnedVariant } from './regrade-keys.ts'
import { storeVersion } from './store-pool.ts'

interface ExamQuestion {
  id: string
  slug: string
  versionId: string
}

/** Every variant that a student has or may still be given, under the key that counts now. */
async function pinnedVariants({ id, slug }: ExamQuestion): Promise<PinnedVariant[]> {
  const rows = await query<{ variantId: string; variant: Variant; key: VariantKey; paper: PaperQuestion }>(
    `SELECT v.id AS "variantId", coalesce(r.key, k.key) AS key, coalesce(r.paper, v.paper) AS paper,
       jsonb_build_object('slug', $2::text, 'version', qv.version, 'seed', v.seed, 'params', v.params,
         'arrangement', coalesce(r.arrangement, k.arrangement)) AS variant
     FROM exam_question q
     JOIN question_version qv ON qv.id = q.question_version_id
     JOIN variant v ON v.id IN (SELECT variant_id FROM pool_variant WHERE exam_question_id = q.id
       UNION SELECT variant_id FROM attempt_question WHERE exam_question_id = q.id)
     JOIN variant_key k ON k.variant_id = v.id
     LEFT JOIN regrade_key r ON r.regrade_id = q.regrade_id AND r.exam_question_id = q.id AND r.variant_id = v.id
     WHERE q.id = $1 ORDER BY v.id`,
    [id, slug],
  )
  return rows
}

interface Prepared {
  problem: string | null
  newVersionId: string | null
  notes: string[]
  keys: NewKey[]
}

const refused = (problem: string): Prepared => ({ problem, newVersionId: null, notes: [], keys: [] })

/** Why a question cannot be regraded, or the version to regrade it by: the one that was asked for, else what the bank has. */
async function nextVersion(question: ExamQuestion, asked: string | null): Promise<QuestionDefinition | string> {
  if (asked !== null) return definitionOf(asked).catch((error: Error) => error.message)
  const parsed = await readQuestion(question.slug)
  if (!parsed) return `There is no question file ${question.slug}.md.`
  if (parsed.ok) return parsed.question
  return parsed.problems.map((at) => `${question.slug}.md:${at.line}:${at.column}: ${at.message}`).join('\n')
}

async function prepare(regradeId: string, question: ExamQuestion, executors: Executors): Promise<Prepared> {
  const correction = await askedCorrection(regradeId, question.id)
  const next = await nextVersion(question, correction?.questionVersionId ?? null)
  if (typeof next === 'string') return refused(next)
  const old = await definitionOf(question.versionId).catch((error: Error) => error.message)
  if (typeof old === 'string') return refused(old)
  const found = await newKeys(old, next, await pinnedVariants(question), executors)
  if ('problem' in found) return refused(found.problem)
  const newVersionId = await storeVersion(query, next)
  const policy = correction ? await policyNotes(correction, question.id) : []
  const notes = [...policy, ...regradeNotes(old, next), ...found.notes]
  return { problem: null, newVersionId, notes, keys: found.keys }
}

async function store(run: Query, regradeId: string, question: ExamQuestion, prepared: Prepared): Promise<void> {
  const { problem, newVersionId, notes, keys } = prepared
  const [fresh] = await run(
    `INSERT INTO regrade_question (regrade_id, exam_question_id, old_version_id, new_version_id, problem, notes)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING regrade_id`,
    [regradeId, question.id, question.versionId, newVersionId, problem, JSON.stringify(notes)],
  )
  // somebody else, running the same regrade, was quicker
  if (!fresh) return
  await run(
    `INSERT INTO regrade_key (regrade_id, exam_question_id, variant_id, question_version_id, arrangement, key, solution, paper)
     SELECT $1, $2, "variantId", $3, arrangement, key, solution, paper FROM jsonb_to_recordset($4::jsonb)
       AS r("variantId" uuid, arrangement jsonb, key jsonb, solution jsonb, paper jsonb)`,
    [regradeId, question.id, newVersionId, JSON.stringify(keys)],
  )
}

/**
 * Settles for every question of a regrade which version it goes to, and the keys of the variants under it; a question
 * that cannot be regraded is kept with the reason. What was settled before an interruption stays as it is. Returns how
 * many questions can be regraded.
 */
export async function prepareQuestions(regradeId: string, executors: Executors): Promise<number> {
  const questions = await query<ExamQuestion>(
    `SELECT q.id, q.slug, q.question_version_id AS "versionId" FROM regrade r
     JOIN exam_question q ON q.exam_id = r.exam_id AND q.slug = ANY (r.slugs)
     WHERE r.id = $1 AND NOT EXISTS (SELECT FROM regrade_question d WHERE d.regrade_id = r.id AND d.exam_question_id = q.id)
     ORDER BY q.position`,
    [regradeId],
  )
  for (const question of questions) {
    const prepared = await prepare(regradeId, question, executors)
    await inTransaction((run) => store(run, regradeId, question, prepared))
  }
  const [count] = await query<{ usable: number }>(
    'SELECT count(*)::int AS usable FROM regrade_question WHERE regrade_id = $1 AND problem IS NULL',
    [regradeId],
  )
  return count?.usable ?? 0
}
