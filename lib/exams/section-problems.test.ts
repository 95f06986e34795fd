import { afterAll, beforeAll, expect, it } from 'vitest'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeExam, makeScenario } from '../db/testing/scenario.ts'
import { sectionProblems } from './section-problems.ts'

let courseId: string
beforeAll(async () => {
  await freshDatabase()
  courseId = (await makeScenario()).courseId
})
afterAll(closePools)

/** An exam of one section that gives so many of its questions, which are worth these points. */
async function exam(pick: number | null, points: readonly number[]): Promise<string> {
  const examId = await makeExam(courseId, { slugs: points.map((_, k) => `q${k}`) })
  const [section] = await query<{ id: string }>(
    `INSERT INTO exam_section (exam_id, position, title, pick) VALUES ($1, 1, 'A', $2) RETURNING id`,
    [examId, pick],
  )
  for (const [k, worth] of points.entries())
    await query('UPDATE exam_question SET section_id = $2, points = $3 WHERE exam_id = $1 AND position = $4', [
      examId,
      section?.id,
      worth,
      k + 1,
    ])
  return examId
}
const said = async (examId: string) => (await sectionProblems(query, examId)).map(({ problem }) => problem)

it.each([
  ['gives all', null, [1, 2]],
  ['gives as many as it has', 2, [1, 2]],
  ['gives some that are worth the same', 2, [3, 3, 3]],
] as const)('a section that %s is the same for everybody', async (_, pick, points) => {
  expect(await said(await exam(pick, points))).toEqual([])
})

it('a section that gives some of questions worth different points is not, nor one with too few', async () => {
  expect(await said(await exam(2, [3, 3, 4]))).toEqual([expect.stringContaining('are worth 3, 4')])
  expect(await said(await exam(4, [3, 3]))).toEqual([expect.stringContaining('has 2')])
})

it('points that are a question’s own count once it was read', async () => {
  const examId = await exam(1, [3, 4])
  await query(`UPDATE exam_question SET own_points = true, state = 'waiting' WHERE exam_id = $1 AND points = 4`, [
    examId,
  ])
  expect(await said(examId)).toEqual([])
  await query(`UPDATE exam_question SET state = 'ready' WHERE exam_id = $1`, [examId])
  expect(await said(examId)).toHaveLength(1)
})
