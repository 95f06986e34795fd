import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeExam, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { scoreReview } from '../score-review.ts'
import { applyRubric } from './apply-rubric.ts'
import type { RubricEdit } from './edited-rubric.ts'
import { previewRubric } from './preview-rubric.ts'
import { readRubric } from './read-rubric.ts'
import { gradedClass, partOf } from './testing/graded-class.ts'
import { newestReviews } from './testing/newest-reviews.ts'

let people: Scenario
let examId: string
let field: string
let submissions: string[]

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
})
afterAll(closePools)

beforeEach(async () => {
  examId = await makeExam(people.courseId, { slugs: ['alpha'] })
  submissions = await gradedClass(examId, 4)
  field = await partOf(examId)
})

const item = (id: string | null, amount: number, says = 'an item', unit: 'points' | 'share' = 'points') => ({
  id,
  says,
  amount,
  unit,
})
const edit = (version: number, items: RubricEdit['items'], base: RubricEdit['base'] = 'zero') => ({
  version,
  base,
  items,
})
async function apply(given: RubricEdit, reason = 'Too strict.', who = people.ines) {
  const { effect } = await previewRubric(who, examId, field, given)
  return applyRubric(who, examId, field, { ...given, effect, reason })
}
const score = (submission: string | undefined, more: object, version = 0) =>
  scoreReview(people.tara, { submissionId: submission ?? '', field, version, ...more })

const standing = () => newestReviews(field)

describe('an edit of a rubric', () => {
  it('reaches every review that it changes, and appends a review and a reason to each', async () => {
    await score(submissions[0], { rubric: ['file-0'], comment: 'well seen' })
    await score(submissions[1], { rubric: ['file-0'], adjustment: -0.25 })
    await score(submissions[2], { rubric: [] })
    const given = edit(0, [item('file-0', 0.5, 'Says why'), item(null, 0.5, 'Gives $x$')])
    const preview = await previewRubric(people.tara, examId, field, given)
    expect(preview).toMatchObject({
      ...{ reviewed: 3, changed: 2, gain: 0, lose: 2, same: 0, released: false },
      mean: { before: 0.58, after: 0.25 },
      steps: [
        { from: 0.75, to: 0.25, count: 1 },
        { from: 1, to: 0.5, count: 1 },
      ],
    })
    expect(preview.largest.map(({ code }) => code)).toEqual([
      expect.stringMatching(/^[A-Z][a-z]{4}-[A-Z][a-z]{4}$/),
      expect.stringMatching(/^[A-Z][a-z]{4}-[A-Z][a-z]{4}$/),
    ])
    expect(JSON.stringify(preview)).not.toContain('Student')
    expect(await apply(given)).toEqual({ version: 1, changed: 2 })
    const changed = (await standing()).filter(({ version }) => version === 2)
    for (const one of changed)
      expect(one).toMatchObject({ cause: 'rubric', causeId: '1', rubricVersion: 1, reason: 'Too strict.' })
    expect(changed.map(({ points }) => points).sort()).toEqual([0.25, 0.5])
    expect(changed.find(({ submissionId }) => submissionId === submissions[0])?.comment).toBe('well seen')
    const read = await readRubric(people.tara, examId, field)
    expect(read.items).toMatchObject([
      { id: 'file-0', uses: 2 },
      { id: '1-1', uses: 0, says: 'Gives $x$' },
    ])
    expect(read).toMatchObject({
      version: 1,
      reviewed: 3,
      possible: 1,
      versions: [{ version: 1, changed: 2, person: 'Ines' }],
    })
  })

  it('takes a removed item off who had it, and says so before', async () => {
    await score(submissions[0], { rubric: ['file-0'] })
    const given = edit(0, [item(null, 1)])
    expect((await previewRubric(people.ines, examId, field, given)).largest).toMatchObject([
      { taken: 1, from: 1, to: 0 },
    ])
    await apply(given)
    expect(await standing()).toMatchObject([{ points: 0, rubric: [], version: 2 }])
    await expect(score(submissions[1], { rubric: ['file-0'], rubricVersion: 0 })).rejects.toMatchObject({
      code: 'rubric-changed',
    })
    // the question file's rubric may be taken over again
    await apply(edit(1, [item('file-0', 1)]))
    expect(await standing()).toMatchObject([{ points: 0, rubric: [] }])
  })

  it('leaves points by hand their distance, even of reviews from before rubrics had versions', async () => {
    await score(submissions[0], { points: 0.75 })
    await query(
      `INSERT INTO review (submission_id, field, version, reviewer_id, points, rubric, comment, reason)
       VALUES ($1, $2, 1, $3, 0.5, '[0]', '', '')`,
      [submissions[1], field, people.tara.personId],
    )
    await apply(edit(0, [item('file-0', 0.75, 'Says why')]))
    const points = new Map((await standing()).map((one) => [one.submissionId, one]))
    expect(points.get(submissions[0] ?? '')).toMatchObject({ version: 1, points: 0.75 })
    expect(points.get(submissions[1] ?? '')).toMatchObject({ version: 2, points: 0.25, adjustment: -0.5 })
  })

  it('is refused where nothing was looked at, no reason given, nothing changed, or somebody was first', async () => {
    await score(submissions[0], { rubric: ['file-0'] })
    const given = edit(0, [item('file-0', 0.5, 'Says why')])
    const { effect } = await previewRubric(people.ines, examId, field, given)
    const applying = (more: object) =>
      applyRubric(people.ines, examId, field, { ...given, effect, reason: 'x', ...more })
    await expect(applying({ effect: 'another' })).rejects.toMatchObject({ status: 409, code: 'effect-changed' })
    await expect(applying({ items: [item('file-0', 0.25, 'Says why')] })).rejects.toMatchObject({
      code: 'effect-changed',
    })
    await expect(applying({ reason: ' ' })).rejects.toMatchObject({ status: 422, field: 'reason' })
    await expect(applying({ items: [item('file-0', 1, 'Says why')] })).rejects.toMatchObject({ status: 422 })
    await expect(applying({ items: [item('no-such', 1)] })).rejects.toMatchObject({ status: 422, field: 'items' })
    await expect(applying({ items: [item('file-0', 1), item('file-0', 1)] })).rejects.toMatchObject({ status: 422 })
    await expect(applying({ items: [item('file-0', 2, 'x', 'share')] })).rejects.toMatchObject({ status: 422 })
    // a review that came between
    await score(submissions[1], { rubric: ['file-0'] })
    await expect(applying({})).rejects.toMatchObject({ code: 'effect-changed' })
    expect(await query('SELECT FROM rubric_version WHERE field = $1', [field])).toEqual([])
    await apply(given)
    await expect(applying({})).rejects.toMatchObject({ status: 409, code: 'rubric-changed' })
  })

  it('needs no reason where no points change', async () => {
    await score(submissions[0], { rubric: ['file-0'] })
    expect(await apply(edit(0, [item('file-0', 1, 'Says it better')]), '')).toEqual({ version: 1, changed: 0 })
    expect(await standing()).toMatchObject([{ version: 1 }])
  })
})
