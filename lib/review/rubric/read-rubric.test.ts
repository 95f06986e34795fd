import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeExam, makePerson, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { scoreReview } from '../score-review.ts'
import { applyRubric } from './apply-rubric.ts'
import type { RubricEdit } from './edited-rubric.ts'
import { examRubrics } from './exam-rubrics.ts'
import { otherRubrics } from './other-rubrics.ts'
import { previewRubric } from './preview-rubric.ts'
import { readRubric } from './read-rubric.ts'
import { reviewsShown } from './reviews-shown.ts'
import { gradedClass, partOf } from './testing/graded-class.ts'

let people: Scenario
let examId: string
let field: string
let submissions: string[]

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
  examId = await makeExam(people.courseId, { slugs: ['alpha'] })
  submissions = await gradedClass(examId, 3)
  field = await partOf(examId)
})
afterAll(closePools)

async function apply(items: RubricEdit['items'], base: RubricEdit['base'] = 'zero') {
  const { version } = await readRubric(people.ines, examId, field)
  const edit = { version, base, items }
  const { effect } = await previewRubric(people.ines, examId, field, edit)
  return applyRubric(people.ines, examId, field, { ...edit, effect, reason: 'so' })
}

describe('who reads and edits a rubric', () => {
  it('is who may review its part', async () => {
    const edit = { version: 0, base: 'zero' as const, items: [] }
    for (const [who, status] of [
      [people.ada, 403],
      [people.stranger, 404],
      [people.outsider, 404],
      [null, 401],
    ] as const) {
      await expect(readRubric(who, examId, field)).rejects.toMatchObject({ status })
      await expect(previewRubric(who, examId, field, edit)).rejects.toMatchObject({ status })
      await expect(applyRubric(who, examId, field, { ...edit, effect: 'x' })).rejects.toMatchObject({ status })
      await expect(otherRubrics(who, examId, field)).rejects.toMatchObject({ status })
      await expect(examRubrics(who, examId)).rejects.toMatchObject({ status })
    }
    const other = await makePerson('Theo')
    await query(`INSERT INTO membership (course_id, person_id, role) VALUES ($1, $2, 'ta')`, [
      people.courseId,
      other.personId,
    ])
    await query(
      `INSERT INTO review_assignment (exam_question_id, field, person_id)
       SELECT id, $2, $3 FROM exam_question WHERE exam_id = $1`,
      [examId, field, other.personId],
    )
    await expect(readRubric(people.tara, examId, field)).rejects.toMatchObject({ status: 403 })
    expect((await readRubric(other, examId, field)).items).toHaveLength(1)
    await query('DELETE FROM review_assignment')
  })

  it('finds no part that the question does not have', async () => {
    await expect(readRubric(people.ines, examId, `${field}x`)).rejects.toMatchObject({ status: 404 })
    await expect(readRubric(people.ines, examId, 'none.why')).rejects.toMatchObject({ status: 404 })
  })
})

describe('rubrics of other parts', () => {
  it('are found by all words that are asked for, wherever they stand', async () => {
    const another = await makeExam(people.courseId, { slugs: ['gamma', 'delta'] })
    const of = async (asked: string) => {
      const { rubrics, more } = await otherRubrics(people.tara, examId, field, asked)
      return rubrics.map((one) => one.field.replace(/-.*\./, '.')).concat(more > 0 ? ['more'] : [])
    }
    expect(await of('')).toEqual(['gamma.why', 'delta.why'])
    expect(await of('GAMMA  says')).toEqual(['gamma.why'])
    expect(await of('gamma delta')).toEqual([])
    const foreign = await makeScenario()
    await makeExam(foreign.courseId)
    expect(await of('')).toHaveLength(2)
    const { parts } = await examRubrics(people.tara, another)
    expect(parts.map(({ kind, items, version }) => [kind, items, version])).toEqual([
      ['number', 0, 0],
      ['text', 1, 0],
      ['number', 0, 0],
      ['text', 1, 0],
    ])
  })
})

describe('what a student is shown of a review', () => {
  it('is the rubric as it stands with what is ticked, shares as points, and the comment set', async () => {
    const submissionId = submissions[0] ?? ''
    await apply([
      { id: 'file-0', says: 'Says *why*', amount: 0.5, unit: 'points' },
      { id: null, says: 'A quarter', amount: 0.25, unit: 'share' },
      { id: null, says: 'Sign', amount: -0.5, unit: 'points' },
    ])
    const { items } = await readRubric(people.tara, examId, field)
    const rubric = items.slice(0, 2).map(({ id }) => id)
    const said = { comment: 'Nice: $x^2$ <script>', adjustment: 0.1 }
    await scoreReview(people.tara, { submissionId, field, version: 0, rubric, ...said })
    const shown = (await reviewsShown(submissionId)).get(field)
    expect(shown).toMatchObject({
      points: 0.85,
      base: 'zero',
      adjustment: 0.1,
      items: [
        { points: 0.5, ticked: true },
        { points: 0.25, ticked: true },
        { points: -0.5, ticked: false },
      ],
    })
    expect(JSON.stringify(shown?.items[0]?.nodes)).toContain('"em"')
    expect(JSON.stringify(shown?.comment)).toContain('katex')
    expect(JSON.stringify(shown?.comment)).not.toContain('"tag":"script"')
    expect(await reviewsShown(submissions[1] ?? '')).toEqual(new Map())
  })
})
