import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeExam, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { gradedClass, partOf } from '../rubric/testing/graded-class.ts'
import { scoreReview } from '../score-review.ts'
import { changeComment, removeComment } from './change-comment.ts'
import { commentBank } from './comment-bank.ts'
import { saveComment } from './save-comment.ts'

let people: Scenario
let examId: string
let field: string
let submissions: string[]

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
  examId = await makeExam(people.courseId, { slugs: ['alpha'] })
  submissions = await gradedClass(examId, 6)
  field = await partOf(examId)
})
afterAll(closePools)

const bank = () => commentBank(people.tara, examId, field)
const save = (says: string, who = people.tara) => saveComment(who, examId, field, { says })
const say = (k: number, comment: string, version = 0) =>
  scoreReview(people.tara, { submissionId: submissions[k] ?? '', field, version, points: 1, comment })

describe('the bank of comments', () => {
  it('keeps a comment once, and lists the most used first, set', async () => {
    const { id } = await save('  Units? ')
    expect(await save('Units?', people.ines)).toEqual({ id })
    await save('Use $\\sigma$')
    await say(0, 'Use $\\sigma$')
    await say(1, 'Well. Use $\\sigma$')
    await say(2, 'Lost the sign')
    await say(3, 'Lost the sign')
    await say(4, 'Once')
    await say(4, 'Another', 1)
    const { saved, given } = await bank()
    expect(saved.map(({ says, uses, own }) => [says, uses, own])).toEqual([
      ['Use $\\sigma$', 2, true],
      ['Units?', 0, true],
    ])
    expect(JSON.stringify(saved[0]?.nodes)).toContain('katex')
    // what is kept is not offered twice, and what was said over does not count
    expect(given.map(({ says, uses }) => [says, uses])).toEqual([
      ['Lost the sign', 2],
      ['Another', 1],
      ['Well. Use $\\sigma$', 1],
    ])
  })

  it('is changed and emptied by who kept a comment alone', async () => {
    const { id: commentId } = await save('Mine')
    const at = { examId, field, commentId }
    await expect(changeComment(people.ines, at, { says: 'Hers' })).rejects.toMatchObject({ status: 403 })
    await expect(removeComment(people.ines, at)).rejects.toMatchObject({ status: 403 })
    await expect(removeComment(people.outsider, at)).rejects.toMatchObject({ status: 404 })
    await changeComment(people.tara, at, { says: 'Still mine' })
    expect((await bank()).saved.map(({ says }) => says)).toContain('Still mine')
    const elsewhere = await makeExam(people.courseId, { slugs: ['beta'] })
    const there = { ...at, examId: elsewhere, field: await partOf(elsewhere) }
    await expect(removeComment(people.tara, there)).rejects.toMatchObject({ status: 404 })
    await removeComment(people.tara, at)
    await expect(removeComment(people.tara, at)).rejects.toMatchObject({ status: 404 })
    await expect(save(' ')).rejects.toMatchObject({ status: 422 })
    await expect(save('x'.repeat(2_001))).rejects.toMatchObject({ status: 422 })
  })

  it('holds no more than two hundred comments a part', async () => {
    const there = (await bank()).saved.length
    await query(
      `INSERT INTO saved_comment (course_id, field, says, person_id)
       SELECT $1, $2, 'Comment ' || k, $3 FROM generate_series($4::int, 199) k`,
      [people.courseId, field, people.tara.personId, there],
    )
    await expect(save('One more')).rejects.toMatchObject({ code: 'bank-full' })
    expect((await bank()).saved).toHaveLength(200)
  })

  it('is for the staff who review the part', async () => {
    await expect(commentBank(people.ada, examId, field)).rejects.toMatchObject({ status: 403 })
    await expect(saveComment(people.stranger, examId, field, { says: 'x' })).rejects.toMatchObject({ status: 404 })
    await expect(commentBank(null, examId, field)).rejects.toMatchObject({ status: 401 })
  })
})
