import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { PaperQuestion } from '../../grader/answers/paper.ts'
import { operations } from '../../grader/operations/library.ts'
import { parseQuestion } from '../../grader/question/parse-question.ts'

const source = `---
title: A proof on paper
reference:
  two: 1 + 1
answers:
  two: { points: 1 }
  proof:
    kind: text
    label: Proof
    points: 2
    rubric: [{ says: Uses the chain rule, points: 2 }]
    upload: allowed
  sketch: { kind: upload, label: Sketch, points: 1, rubric: [{ says: Every edge has its shape, points: 1 }] }
---
What is 1 + 1? :answer[two] Prove it. :answer[proof] Sketch it. :answer[sketch]
`

const paper = (slug: string): PaperQuestion => ({
  slug,
  title: 'A proof on paper',
  points: 3,
  nodes: [
    { tag: 'p', children: ['Prove that the gradient vanishes. A photograph of your sheet is enough.'] },
    { field: 'proof' },
    { tag: 'p', children: ['Sketch the network with the shape of every edge.'] },
    { field: 'sketch' },
  ],
  fields: [
    { name: 'proof', label: 'Proof', points: 2, kind: 'text', maximumLength: 4000, upload: true },
    { name: 'sketch', label: 'Sketch', points: 1, kind: 'upload' },
  ],
})

const key = {
  expected: { two: { shape: [], data: [2] } },
  deviation: { two: 0 },
  bands: { two: [0] },
  alternatives: {},
  solutions: {},
  broken: {},
}

/** An exam of one question that is answered on paper, in a course of its own; graded by the running grader. */
export async function examOnPaper(student: string): Promise<{ examId: string; slug: string }> {
  const client = new pg.Client({ connectionString: process.env.REFEREE_DATABASE ?? '' })
  await client.connect()
  const insert = async (text: string, values: unknown[]) =>
    (await client.query<{ id: string }>(`${text} returning id`, values)).rows[0]?.id ?? ''
  try {
    const slug = `on-paper-${randomUUID().slice(0, 8)}`
    const parsed = parseQuestion(source, slug, operations)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    const courseId = await insert('insert into course (slug, title) values ($1, $2)', [randomUUID(), 'On paper'])
    const examId = await insert(
      `insert into exam (course_id, slug, title, duration_seconds, state, published_at)
       values ($1, $2, 'An exam on paper', 3600, 'published', clock_timestamp())`,
      [courseId, randomUUID()],
    )
    const questionId = await insert('insert into question (slug) values ($1)', [slug])
    const versionId = await insert(
      'insert into question_version (question_id, version, title, source, definition) values ($1, $2, $3, $4, $5)',
      [questionId, parsed.question.version, parsed.question.title, source, JSON.stringify(parsed.question)],
    )
    const placeId = await insert(
      `insert into exam_question (exam_id, position, slug, question_version_id, points, state) values ($1, 1, $2, $3, 3, 'ready')`,
      [examId, slug, versionId],
    )
    const variantId = await insert(
      `insert into variant (question_version_id, seed, params, paper) values ($1, 'seed', '{}', $2)`,
      [versionId, JSON.stringify(paper(slug))],
    )
    await client.query(`insert into variant_key (variant_id, arrangement, key, solution) values ($1, '{}', $2, '{}')`, [
      variantId,
      JSON.stringify(key),
    ])
    await client.query('insert into pool_variant (exam_question_id, variant_id) values ($1, $2)', [placeId, variantId])
    for (const [name, role] of [
      [student, 'student'],
      ['tara', 'ta'],
      ['ines', 'instructor'],
    ])
      await client.query(
        `insert into membership (course_id, person_id, role) select $1, id, $3::role from person where email = $2`,
        [courseId, `${name}@example.edu`, role],
      )
    return { examId, slug }
  } finally {
    await client.end()
  }
}
