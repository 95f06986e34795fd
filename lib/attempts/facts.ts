import type { FieldKind } from '../../grader/answers/raw-answer.ts'
import { requireAccess } from '../access/require-access.ts'
import type { Principal } from '../auth/principal.ts'
import { requirePerson } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { invalid, notFound } from '../http/refusal.ts'

/** What never changes about an attempt once it is started. */
export interface AttemptFacts {
  attemptId: string
  personId: string
  examId: string
  courseId: string
  /** kind of every answer key `slug.field` of the paper */
  kinds: ReadonlyMap<string, FieldKind>
  slugs: ReadonlySet<string>
}

const keepAtMost = 5_000
const known = new Map<string, AttemptFacts>()

async function read(attemptId: string): Promise<AttemptFacts | null> {
  const [attempt] = await query<{ personId: string; examId: string; courseId: string }>(
    `SELECT a.person_id AS "personId", a.exam_id AS "examId", e.course_id AS "courseId"
     FROM attempt a JOIN exam e ON e.id = a.exam_id WHERE a.id = $1`,
    [attemptId],
  )
  if (!attempt) return null
  const fields = await query<{ slug: string; name: string; kind: FieldKind }>(
    `SELECT v.paper->>'slug' AS slug, f->>'name' AS name, f->>'kind' AS kind
     FROM attempt_question q JOIN variant v ON v.id = q.variant_id, jsonb_array_elements(v.paper->'fields') f
     WHERE q.attempt_id = $1`,
    [attemptId],
  )
  return {
    attemptId,
    ...attempt,
    kinds: new Map(fields.map((field) => [`${field.slug}.${field.name}`, field.kind])),
    slugs: new Set(fields.map((field) => field.slug)),
  }
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

/** The kind of a key, or 'flag' for `slug#flag`; refuses keys that are not on this attempt's paper. */
export function kindOfKey(facts: AttemptFacts, key: string): FieldKind | 'flag' {
  const kind = facts.kinds.get(key)
  if (kind) return kind
  if (key.endsWith('#flag') && facts.slugs.has(key.slice(0, -'#flag'.length))) return 'flag'
  throw invalid('This field is not on the paper.', key)
}
