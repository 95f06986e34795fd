import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { submitAttempt } from '../attempts/submit-attempt.ts'
import { closeScenario, openScenario, sit } from '../attempts/testing/sit.ts'
import { gradeAsStored } from '../db/testing/graded.ts'
import type { Scenario } from '../db/testing/scenario.ts'
import { releaseExam } from '../release/release-exam.ts'
import { attemptResult } from './attempt-result.ts'
import { staffResult } from './staff-result.ts'
import { attemptSolution, staffSolution } from './worked-solution.ts'

let people: Scenario
let examId: string
let attemptId: string
let slug: string

beforeAll(async () => {
  people = await openScenario()
})
afterAll(closeScenario)
beforeEach(async () => {
  ;({ examId, attemptId, slug } = await sit(people))
})

const handIn = async () => {
  const { submissionId } = await submitAttempt(people.ada, attemptId, { epoch: 1, revisions: {} })
  await gradeAsStored(submissionId)
}
const release = (scope: 'none' | 'computed' | 'all') => releaseExam(people.ines, examId, { scope })

describe('the worked solution of a question', () => {
  it('comes to the student when the exam is released, and goes when it is taken back', async () => {
    await handIn()
    const asked = () => attemptSolution(people.ada, attemptId, slug)
    await expect(asked()).rejects.toMatchObject({ status: 403, code: 'not-released' })
    await release('computed')
    expect(JSON.stringify(await asked())).toContain('secret worked solution')
    await release('none')
    await expect(asked()).rejects.toMatchObject({ status: 403 })
  })

  it('is nothing for somebody else, and nothing while the exam is being sat', async () => {
    await release('all')
    await expect(attemptSolution(people.ada, attemptId, slug)).rejects.toMatchObject({ status: 409, code: 'open' })
    await expect(staffSolution(people.tara, attemptId, slug)).rejects.toMatchObject({ status: 409, code: 'open' })
    await handIn()
    await expect(attemptSolution(people.ben, attemptId, slug)).rejects.toMatchObject({ status: 404 })
    await expect(attemptSolution(people.tara, attemptId, slug)).rejects.toMatchObject({ status: 404 })
    await expect(attemptSolution(null, attemptId, slug)).rejects.toMatchObject({ status: 401 })
    await expect(attemptSolution(people.ada, attemptId, 'no-such')).rejects.toMatchObject({ status: 404 })
  })

  it('is open to the staff of the course before release, and to nobody else', async () => {
    await handIn()
    expect(JSON.stringify(await staffSolution(people.tara, attemptId, slug))).toContain('secret worked solution')
    await expect(staffSolution(people.ada, attemptId, slug)).rejects.toMatchObject({ status: 403 })
    await expect(staffSolution(people.outsider, attemptId, slug)).rejects.toMatchObject({ status: 404 })
  })

  it('does not come with the result, which says only which fields have one', async () => {
    await handIn()
    await release('all')
    const result = await attemptResult(people.ada, attemptId)
    expect(JSON.stringify(result)).not.toContain('secret worked solution')
    expect(result.questions[0]?.solved).toEqual(['y'])
  })
})

describe('how exact an answer had to be', () => {
  it('is told to staff entry by entry, and to a student in few numbers', async () => {
    await handIn()
    await release('all')
    const [own] = (await attemptResult(people.ada, attemptId)).questions[0]?.fields ?? []
    expect(own).toMatchObject({ bands: null, accepted: { smallest: 0.005, largest: 0.005 } })
    const [seen] = (await staffResult(people.tara, attemptId)).questions[0]?.fields ?? []
    expect(seen?.bands).toEqual([0.005])
  })
})
