import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Principal } from '../../auth/principal.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeExam, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { printedVersions } from './printed-versions.ts'

let people: Scenario
const printedVersion = async (who: Principal, examId: string, n: number) => (await printedVersions(who, examId, n))[0]

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
})
afterAll(closePools)

it('a version has its own numbers, and the key to these and no others', async () => {
  const examId = await makeExam(people.courseId)
  const first = await printedVersion(people.tara, examId, 1)
  const second = await printedVersion(people.tara, examId, 2)
  expect(first).toMatchObject({ versions: 2, version: 1, questions: 2, points: 6 })
  const rights = [first, second].map(({ sections }) =>
    sections.flatMap(({ questions }) => questions.map(({ right }) => right[0]?.expected)),
  )
  const scalar = (value: number) => ({ shape: [], data: [value] })
  expect(rights).toEqual([
    [scalar(1), scalar(1)],
    [scalar(2), scalar(2)],
  ])
  const [question] = first.sections[0]?.questions ?? []
  expect(question?.right).toMatchObject([
    { name: 'y', accepted: { largest: 0.005 }, solution: [{ tag: 'p' }] },
    { name: 'why', expected: null, rubric: [{ points: 1 }] },
  ])
  // there is no such version: the last there is
  expect((await printedVersion(people.tara, examId, 99)).version).toBe(2)
  expect((await printedVersion(people.tara, examId, 0)).version).toBe(1)
  expect(await printedVersions(people.tara, examId, 'all')).toEqual([first, second])
})

it('is drawn as a student’s is: so many of a set, under its heading', async () => {
  const examId = await makeExam(people.courseId, { slugs: ['a', 'b', 'c', 'd'] })
  const [section] = await query<{ id: string }>(
    `INSERT INTO exam_section (exam_id, position, title, instructions, pick, shuffle) VALUES ($1, 1, 'Set', 'Two of these.', 2, true) RETURNING id`,
    [examId],
  )
  await query('UPDATE exam_question SET section_id = $2 WHERE exam_id = $1 AND position > 1', [examId, section?.id])
  const { sections, points } = await printedVersion(people.ines, examId, 1)
  expect(points).toBe(9)
  expect(sections).toMatchObject([
    { title: '', questions: [{ number: 1 }] },
    { title: 'Set', instructions: 'Two of these.', questions: [{ number: 2 }, { number: 3 }] },
  ])
})

it('there is none of a draft', async () => {
  const examId = await makeExam(people.courseId)
  await query(`UPDATE exam SET state = 'draft' WHERE id = $1`, [examId])
  for (const wanted of [1, 'all'] as const)
    expect(await printedVersions(people.ines, examId, wanted)).toMatchObject([
      { versions: 0, version: 1, sections: [] },
    ])
})

it('there are as many as letters, however many variants there are', async () => {
  const examId = await makeExam(people.courseId, { slugs: ['alpha'] })
  await query(
    `WITH old AS (SELECT q.id, v.question_version_id, v.params, v.paper, k.arrangement, k.key, k.solution FROM exam_question q
       JOIN pool_variant p ON p.exam_question_id = q.id JOIN variant v ON v.id = p.variant_id
       JOIN variant_key k ON k.variant_id = v.id WHERE q.exam_id = $1 LIMIT 1),
     made AS (INSERT INTO variant (question_version_id, seed, params, paper)
       SELECT question_version_id, 'more-' || n, params, paper FROM old, generate_series(1, 30) n RETURNING id),
     keys AS (INSERT INTO variant_key (variant_id, arrangement, key, solution)
       SELECT made.id, arrangement, key, solution FROM made, old)
     INSERT INTO pool_variant (exam_question_id, variant_id) SELECT old.id, made.id FROM old, made`,
    [examId],
  )
  expect(await printedVersion(people.ines, examId, 27)).toMatchObject({ versions: 26, version: 26 })
})
