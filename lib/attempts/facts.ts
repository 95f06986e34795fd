import { pageOfKey } from '../../grader/answers/pages.ts'
import type { FieldKind } from '../../grader/answers/raw-answer.ts'
import { requireAccess } from '../access/require-access.ts'
import type { Principal } from '../auth/principal.ts'
import { requirePerson } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { invalid, notFound } from '../http/refusal.ts'
import { type VariantFields, variantFields } from './variant-fields.ts'

/** What never changes about an attempt once it is started. */
export interface AttemptFacts {
  attemptId: string
  personId: string
  examId: string
  courseId: string
  /** the fields of the paper, by their question's slug */
  questions: ReadonlyMap<string, VariantFields>
}

const keepAtMost = 5_000
const known = new Map<string, AttemptFacts>()

async function read(attemptId: string): Promise<AttemptFacts | null> {
  const [attempt] = await query<Omit<AttemptFacts, 'questions'> & { variantIds: string[] }>(
    `SELECT a.id AS "attemptId", a.person_id AS "personId", a.exam_id AS "examId", e.course_id AS "courseId",
       ARRAY(SELECT q.variant_id FROM attempt_question q WHERE q.attempt_id = a.id) AS "variantIds"
     FROM attempt a JOIN exam e ON e.id = a.exam_id WHERE a.id = $1`,
    [attemptId],
  )
  if (!attempt) return null
  const { variantIds, ...facts } = attempt
  const variants = await variantFields(variantIds)
  return { ...facts, questions: new Map(variants.map((variant) => [variant.slug, variant])) }
}

export async function attemptFacts(attemptId: string): Promise<AttemptFacts> {
  const found = known.get(attemptId)
  if (found) return found
  const facts = await read(attemptId)
  if (!facts) throw notFound()
  if (known.size >= keepAtMost) known.clear()
  known.set(attemptId, facts)
  return facts
}

/** The attempt, where it is the asker's own and may be worked on from where they are. */
export async function requireOwnAttempt(principal: Principal | null, attemptId: string): Promise<AttemptFacts> {
  const facts = await requireAttemptOwner(principal, attemptId)
  await requireAccess(requirePerson(principal), facts.examId)
  return facts
}

/** The attempt, where it is the asker's own; anybody else's does not exist. For what comes after the exam. */
export async function requireAttemptOwner(principal: Principal | null, attemptId: string): Promise<AttemptFacts> {
  const person = requirePerson(principal)
  const facts = await attemptFacts(attemptId)
  if (facts.personId !== person.personId) throw notFound()
  return facts
}

/**
 * The kind of a key `slug.field`, 'upload' for a page `slug.field/page-id`, or 'flag' for `slug#flag`; refuses keys that are
 * not on this attempt's paper. A field of kind upload has pages and no answer of its own.
 */
export function kindOfKey(facts: AttemptFacts, key: string): FieldKind | 'flag' {
  const page = pageOfKey(key)
  if (page && takesPages(facts, page.field)) return 'upload'
  const [, slug = '', mark, name = ''] = /^([^.#]+)([.#])(.+)$/s.exec(key) ?? []
  const question = facts.questions.get(slug)
  const kind = mark === '.' ? question?.kinds.get(name) : question && name === 'flag' ? 'flag' : undefined
  if (kind && kind !== 'upload') return kind
  throw invalid('This field is not on the paper.', key)
}

/** Whether pages may be put on the field `slug.name`. */
export function takesPages(facts: AttemptFacts, field: string): boolean {
  const [, slug = '', name = ''] = /^([^.#]+)\.([^/]+)$/s.exec(field) ?? []
  return facts.questions.get(slug)?.pages.has(name) ?? false
}
