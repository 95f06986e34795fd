import { randomUUID } from 'node:crypto'
import { madeAnswers, madeFields, madeQuestion } from './made-question.ts'

/** Runs one statement. */
export type Run = (text: string, values: unknown[]) => Promise<{ id: string }[]>

export interface MadeExam {
  courseId: string
  examId: string
  questions: { id: string; slug: string; versionId: string; variants: string[] }[]
}

const variantsEach = 12
const studentsAtOnce = 200

const first = ([row]: { id: string }[]) => row?.id ?? ''

/** A course with one published exam of `questions` questions of four parts each. */
export async function madeExam(run: Run, title: string, questions: number): Promise<MadeExam> {
  const courseId = first(
    await run('INSERT INTO course (slug, title) VALUES ($1, $2) RETURNING id', [randomUUID(), title]),
  )
  const examId = first(
    await run(
      `INSERT INTO exam (course_id, slug, title, duration_seconds, grace_seconds, state, published_at)
       VALUES ($1, $2, $3, 3600, 0, 'published', clock_timestamp()) RETURNING id`,
      [courseId, randomUUID(), title],
    ),
  )
  const made: MadeExam = { courseId, examId, questions: [] }
  for (let k = 1; k <= questions; k++) made.questions.push(await question(run, examId, k))
  return made
}

async function question(run: Run, examId: string, position: number): Promise<MadeExam['questions'][number]> {
  const slug = `cell-${position}-${randomUUID().slice(0, 8)}`
  const questionId = first(await run('INSERT INTO question (slug) VALUES ($1) RETURNING id', [slug]))
  const { definition } = madeQuestion(slug, 1)
  const versionId = first(
    await run(
      `INSERT INTO question_version (question_id, version, title, source, definition)
       VALUES ($1, $2, $3, '', $4) RETURNING id`,
      [questionId, randomUUID(), definition.title, JSON.stringify(definition)],
    ),
  )
  const id = first(
    await run(
      `INSERT INTO exam_question (exam_id, position, slug, question_version_id, points, state)
       VALUES ($1, $2, $3, $4, 6, 'ready') RETURNING id`,
      [examId, position, slug, versionId],
    ),
  )
  const variants: string[] = []
  for (let k = 0; k < variantsEach; k++) {
    const { paper, key } = madeQuestion(slug, k % 3)
    const variant = first(
      await run('INSERT INTO variant (question_version_id, seed, params, paper) VALUES ($1, $2, $3, $4) RETURNING id', [
        versionId,
        `seed-${k}`,
        '{}',
        JSON.stringify(paper),
      ]),
    )
    await run(`INSERT INTO variant_key (variant_id, arrangement, key, solution) VALUES ($1, '{}', $2, '{}')`, [
      variant,
      JSON.stringify(key),
    ])
    await run('INSERT INTO pool_variant (exam_question_id, variant_id) VALUES ($1, $2)', [id, variant])
    variants.push(variant)
  }
  return { id, slug, versionId, variants }
}

/** Students `from` to `to` − 1, each with a submission that was graded, straight into the tables. */
export async function madeSubmissions(
  run: Run,
  exam: MadeExam,
  from: number,
  to: number,
  answersOf = madeAnswers,
): Promise<void> {
  for (let at = from; at < to; at += studentsAtOnce) {
    const students = Array.from({ length: Math.min(studentsAtOnce, to - at) }, (_, k) => sheet(exam, at + k, answersOf))
    await run(
      `WITH given AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS s(subject text, answers jsonb, questions jsonb)),
       person AS (INSERT INTO person (issuer, subject, name, email)
         SELECT 'made', subject, 'Student ' || subject, subject || '@example.edu' FROM given RETURNING id, subject),
       member AS (INSERT INTO membership (course_id, person_id, role) SELECT $3, id, 'student' FROM person),
       attempt AS (INSERT INTO attempt (exam_id, person_id, state) SELECT $1, id, 'closed' FROM person RETURNING id, person_id),
       sat AS (SELECT a.id AS attempt_id, g.* FROM attempt a JOIN person p ON p.id = a.person_id JOIN given g USING (subject)),
       question AS (SELECT attempt_id, q.* FROM sat,
         jsonb_to_recordset(questions) AS q(id uuid, version uuid, variant uuid, result jsonb)),
       drawn AS (INSERT INTO attempt_question (attempt_id, exam_question_id, variant_id)
         SELECT attempt_id, id, variant FROM question),
       event AS (INSERT INTO save_event (attempt_id, field, epoch, revision, op_id, value, late)
         SELECT attempt_id, key, 1, 1, gen_random_uuid(), value, false FROM sat, jsonb_each(answers)
         RETURNING id, attempt_id, field, value),
       submission AS (INSERT INTO submission (attempt_id, closed_by, digest)
         SELECT id, 'student', md5(id::text) || md5(person_id::text) FROM attempt RETURNING id, attempt_id),
       frozen AS (INSERT INTO submission_answer (submission_id, field, save_event_id, epoch, revision, value)
         SELECT s.id, e.field, e.id, 1, 1, e.value FROM event e JOIN submission s USING (attempt_id))
       INSERT INTO grading (submission_id, exam_question_id, question_version_id, idempotence_key, result)
         SELECT s.id, q.id, q.version, s.id || '/' || q.id, q.result FROM question q JOIN submission s USING (attempt_id)`,
      [exam.examId, JSON.stringify(students), exam.courseId],
    )
  }
}

function sheet({ examId, questions }: MadeExam, n: number, answersOf: typeof madeAnswers) {
  const execution = { backend: 'wasm', adapter: '', tfjs: '4', node: '24', grader: 'made', milliseconds: 3 }
  return {
    subject: `${examId}-${n}`,
    answers: Object.assign({}, ...questions.map(({ slug }, k) => answersOf(slug, n + k))),
    questions: questions.map(({ id, slug, versionId, variants }, k) => ({
      id,
      version: versionId,
      variant: variants[(n + k) % variants.length],
      result: { slug, version: versionId, seed: 's', fields: madeFields(n + k), firstWrongStep: null, execution },
    })),
  }
}

/** Makes somebody who reviews in the course of the exam. Returns their id. */
export async function madeReviewer(run: Run, exam: MadeExam, name: string): Promise<string> {
  const subject = `${name.toLowerCase()}-${randomUUID()}@example.edu`
  const id = first(
    await run(`INSERT INTO person (issuer, subject, name, email) VALUES ('made', $1, $2, $1) RETURNING id`, [
      subject,
      name,
    ]),
  )
  await run(`INSERT INTO membership (course_id, person_id, role) VALUES ($1, $2, 'ta') RETURNING person_id AS id`, [
    exam.courseId,
    id,
  ])
  return id
}
