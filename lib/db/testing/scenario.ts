import { randomUUID } from 'node:crypto'
import type { PaperQuestion } from '../../../grader/answers/paper.ts'
import type { VariantKey } from '../../../grader/question/variant.ts'
import type { Principal } from '../../auth/principal.ts'
import { query } from '../query.ts'

async function insert(text: string, values: readonly unknown[]): Promise<string> {
  const [row] = await query<{ id: string }>(`${text} RETURNING id`, values)
  if (!row) throw new Error('nothing was inserted')
  return row.id
}

export async function makePerson(name: string, administrator = false): Promise<Principal> {
  const subject = `${name.toLowerCase()}-${randomUUID()}@example.edu`
  const personId = await insert(
    'INSERT INTO person (issuer, subject, name, email, administrator) VALUES ($1, $2, $3, $2, $4)',
    ['local', subject, name, administrator],
  )
  return { personId, name, email: subject }
}

export async function makeCourse(title = 'Deep Learning'): Promise<string> {
  return insert('INSERT INTO course (slug, title) VALUES ($1, $2)', [randomUUID(), title])
}

export async function enrol(courseId: string, person: Principal, role: 'student' | 'ta' | 'instructor') {
  await query('INSERT INTO membership (course_id, person_id, role) VALUES ($1, $2, $3)', [
    courseId,
    person.personId,
    role,
  ])
}

export const paperOf = (slug: string): PaperQuestion => ({
  slug,
  title: `Question ${slug}`,
  points: 3,
  nodes: [{ tag: 'p', children: ['Compute ', { field: 'y' }] }],
  fields: [
    { name: 'y', label: 'y', points: 2, kind: 'number', decimals: 2 },
    { name: 'why', label: 'Why', points: 1, kind: 'text', maximumLength: 20_000, upload: true },
  ],
})

const keyOf = (y: number): VariantKey => ({
  expected: { y: { shape: [], data: [y] } },
  deviation: { y: 0 },
  bands: { y: [0.005] },
  alternatives: {},
  solutions: {},
  broken: {},
})

export interface ExamOptions {
  opensAt?: string | null
  closesAt?: string | null
  durationSeconds?: number | null
  graceSeconds?: number
  release?: 'at-once' | 'by-staff'
  slugs?: string[]
}

/** A published exam; each question has a pool of two variants whose answers are 1 and 2. */
export async function makeExam(courseId: string, options: ExamOptions = {}): Promise<string> {
  const { opensAt = null, closesAt = null, durationSeconds = 3600, graceSeconds = 0, release = 'by-staff' } = options
  const examId = await insert(
    `INSERT INTO exam (course_id, slug, title, opens_at, closes_at, duration_seconds, grace_seconds, release_policy, state, published_at)
     VALUES ($1, $2, 'Test exam', $3, $4, $5, $6, $7, 'published', clock_timestamp())`,
    [courseId, randomUUID(), opensAt, closesAt, durationSeconds, graceSeconds, release],
  )
  for (const [index, name] of (options.slugs ?? ['alpha', 'beta']).entries()) {
    const slug = `${name}-${randomUUID().slice(0, 8)}`
    const questionId = await insert('INSERT INTO question (slug) VALUES ($1)', [slug])
    const definition = {
      slug,
      answers: [
        { name: 'y', kind: 'number', step: 'y', points: 2 },
        { name: 'why', kind: 'text', points: 1, rubric: [{ says: 'Says why', points: 1 }] },
      ],
    }
    const versionId = await insert(
      'INSERT INTO question_version (question_id, version, title, source, definition) VALUES ($1, $2, $3, $4, $5)',
      [questionId, randomUUID(), `Question ${slug}`, '', JSON.stringify(definition)],
    )
    const examQuestionId = await insert(
      `INSERT INTO exam_question (exam_id, position, slug, question_version_id, points, state) VALUES ($1, $2, $3, $4, 3, 'ready')`,
      [examId, index + 1, slug, versionId],
    )
    for (const y of [1, 2]) {
      const variantId = await insert(
        'INSERT INTO variant (question_version_id, seed, params, paper) VALUES ($1, $2, $3, $4)',
        [versionId, `secret-seed-${y}`, '{}', JSON.stringify(paperOf(slug))],
      )
      await query('INSERT INTO variant_key (variant_id, arrangement, key, solution) VALUES ($1, $2, $3, $4)', [
        variantId,
        '{}',
        JSON.stringify(keyOf(y)),
        JSON.stringify({ y: [{ tag: 'p', children: ['secret worked solution'] }] }),
      ])
      await query('INSERT INTO pool_variant (exam_question_id, variant_id) VALUES ($1, $2)', [
        examQuestionId,
        variantId,
      ])
    }
  }
  return examId
}

export interface Scenario {
  courseId: string
  ada: Principal
  ben: Principal
  tara: Principal
  ines: Principal
  adam: Principal
  /** a student and an instructor of another course */
  stranger: Principal
  outsider: Principal
}

/** A course with two students, a TA and an instructor; an administrator; people of another course. */
export async function makeScenario(): Promise<Scenario> {
  const courseId = await makeCourse()
  const other = await makeCourse('Another course')
  const [ada, ben, tara, ines, stranger, outsider] = await Promise.all(
    ['Ada', 'Ben', 'Tara', 'Ines', 'Stranger', 'Outsider'].map((name) => makePerson(name)),
  )
  if (!ada || !ben || !tara || !ines || !stranger || !outsider) throw new Error('people are missing')
  await enrol(courseId, ada, 'student')
  await enrol(courseId, ben, 'student')
  await enrol(courseId, tara, 'ta')
  await enrol(courseId, ines, 'instructor')
  await enrol(other, stranger, 'student')
  await enrol(other, outsider, 'instructor')
  return { courseId, ada, ben, tara, ines, adam: await makePerson('Adam', true), stranger, outsider }
}
