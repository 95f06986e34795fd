import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { query } from '../db/query.ts'
import { enrol, makeExam, makePerson, type Scenario } from '../db/testing/scenario.ts'
import { attemptAnnouncements } from './attempt-announcements.ts'
import { attemptPaper } from './attempt-paper.ts'
import { startAttempt } from './start-attempt.ts'
import { submitAttempt } from './submit-attempt.ts'
import { closeScenario, openScenario } from './testing/sit.ts'

let people: Scenario
beforeAll(async () => {
  people = await openScenario()
})
afterAll(closeScenario)

interface Section {
  pick?: number
  shuffle?: boolean
  title?: string
  /** positions of its questions */
  of: number[]
}

/** An exam of so many questions, some of them in sections. */
async function sectioned(count: number, sections: Section[], more = ''): Promise<string> {
  const examId = await makeExam(people.courseId, { slugs: Array.from({ length: count }, (_, k) => `q${k + 1}`) })
  for (const [place, { pick = null, shuffle = false, title = '', of }] of sections.entries()) {
    const [row] = await query<{ id: string }>(
      'INSERT INTO exam_section (exam_id, position, title, pick, shuffle) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [examId, place + 1, title, pick, shuffle],
    )
    await query('UPDATE exam_question SET section_id = $2 WHERE exam_id = $1 AND position = ANY ($3)', [
      examId,
      row?.id,
      of,
    ])
  }
  if (more) await query(`UPDATE exam SET ${more} WHERE id = $1`, [examId])
  return examId
}

/** What a new student is given: the numbers of the questions in their order. */
async function given(examId: string): Promise<number[]> {
  const student = await makePerson('Student')
  await enrol(people.courseId, student, 'student')
  const { attemptId } = await startAttempt(student, examId)
  return (await attemptPaper(student, attemptId)).questions.map(({ slug }) => Number(/^q(\d+)/.exec(slug)?.[1]))
}
/** One after the other: on a busy machine many at once wait too long for a connection. */
async function papers(examId: string, count: number): Promise<number[][]> {
  const drawn: number[][] = []
  while (drawn.length < count) drawn.push(await given(examId))
  return drawn
}
const total = async (examId: string) =>
  (await query('SELECT questions, points FROM exam_paper_total WHERE exam_id = $1', [examId]))[0]

describe('a paper drawn from sections', () => {
  it('has k of the n questions of a set, each of them for somebody, in the order of the exam', async () => {
    const examId = await sectioned(6, [{ pick: 2, of: [2, 3, 4, 5] }])
    const drawn = await papers(examId, 24)
    for (const numbers of drawn) {
      expect(numbers).toHaveLength(4)
      expect(numbers[0]).toBe(1)
      expect(numbers[3]).toBe(6)
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    }
    // 24 times two of four: that one is missing has a chance of 4 / 2^24
    expect(new Set(drawn.flat())).toEqual(new Set([1, 2, 3, 4, 5, 6]))
    expect(await total(examId)).toEqual({ questions: 4, points: 12 })
  })

  it('is shuffled inside a section that says so, and nowhere else', async () => {
    const examId = await sectioned(6, [{ of: [1, 2] }, { shuffle: true, of: [3, 4, 5, 6] }])
    const drawn = await papers(examId, 16)
    for (const numbers of drawn) {
      expect(numbers.slice(0, 2)).toEqual([1, 2])
      expect(numbers.slice(2).toSorted()).toEqual([3, 4, 5, 6])
    }
    expect(new Set(drawn.map(String)).size).toBeGreaterThan(4)
    expect(await total(examId)).toEqual({ questions: 6, points: 18 })
  })

  it('stays as it was drawn', async () => {
    const examId = await sectioned(5, [{ pick: 3, shuffle: true, of: [1, 2, 3, 4, 5] }])
    const first = await startAttempt(people.ben, examId)
    const paper = await attemptPaper(people.ben, first.attemptId)
    expect(await startAttempt(people.ben, examId)).toEqual(first)
    expect(await attemptPaper(people.ben, first.attemptId)).toEqual(paper)
  })

  it('has questions that were not had before, while there are any', async () => {
    const examId = await sectioned(4, [{ pick: 1, of: [1, 2, 3, 4] }], 'attempts_allowed = 4')
    const had: (string | undefined)[] = []
    for (const number of [1, 2, 3, 4]) {
      const { attemptId } = await startAttempt(people.ada, examId, { number })
      had.push((await attemptPaper(people.ada, attemptId)).questions[0]?.slug)
      await submitAttempt(people.ada, attemptId, { epoch: 1, revisions: {} })
    }
    expect(new Set(had).size).toBe(4)
  })

  it('has the headings of its sections where they begin', async () => {
    const examId = await sectioned(5, [
      { title: 'Warm-up', pick: 1, of: [1, 2, 3] },
      { title: 'The rest', of: [4, 5] },
    ])
    const { attemptId } = await startAttempt(people.ada, examId)
    expect((await attemptPaper(people.ada, attemptId)).sections).toEqual([
      { first: 1, title: 'Warm-up', instructions: '' },
      { first: 2, title: 'The rest', instructions: '' },
    ])
  })

  it('brings the announcements of its own questions alone', async () => {
    const examId = await sectioned(2, [{ pick: 1, of: [1, 2] }])
    const { attemptId } = await startAttempt(people.ada, examId)
    const slug = (await attemptPaper(people.ada, attemptId)).questions[0]?.slug ?? ''
    await query(
      `INSERT INTO announcement (exam_id, exam_question_id, author_id, text) SELECT $1, id, $2, slug FROM exam_question WHERE exam_id = $1`,
      [examId, people.ines.personId],
    )
    const { announcements } = await attemptAnnouncements(people.ada, attemptId)
    expect(announcements.map(({ text }) => text)).toEqual([slug])
  })

  it('is drawn by rules that nobody changes afterwards, though headings may be mended', async () => {
    const examId = await sectioned(3, [{ title: 'Wram-up', pick: 1, of: [1, 2, 3] }])
    const change = (what: string) => query(`UPDATE exam_section SET ${what} WHERE exam_id = $1`, [examId])
    await change('pick = 2')
    await startAttempt(people.ada, examId)
    for (const what of ['pick = 1', 'pick = NULL', 'shuffle = true'])
      await expect(change(what)).rejects.toMatchObject({ code: '23001' })
    await expect(query('DELETE FROM exam_section WHERE exam_id = $1', [examId])).rejects.toThrow()
    await change(`title = 'Warm-up'`)
  })
})
