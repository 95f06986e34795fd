import { randomUUID } from 'node:crypto'
import { attemptPaper } from '../../../attempts/attempt-paper.ts'
import { saveResponses } from '../../../attempts/save-responses.ts'
import { startAttempt } from '../../../attempts/start-attempt.ts'
import { submitAttempt } from '../../../attempts/submit-attempt.ts'
import { gradeAsStored } from '../../../db/testing/graded.ts'
import { enrol, makePerson } from '../../../db/testing/scenario.ts'

/** What a student of the class writes for the first question of `makeExam`. */
export interface Written {
  why: string
  y?: string
}

/** Students who wrote these texts, handed in and were graded; ids of their submissions in the same order. */
export async function classWithTexts(courseId: string, examId: string, texts: readonly Written[]) {
  const submissions: string[] = []
  let slug = ''
  for (const [k, { why, y = '1' }] of texts.entries()) {
    const person = await makePerson(`Secret Student ${k + 1}`)
    await enrol(courseId, person, 'student')
    const { attemptId } = await startAttempt(person, examId)
    slug = (await attemptPaper(person, attemptId)).questions[0]?.slug ?? ''
    const save = (name: string, value: object) => ({ field: `${slug}.${name}`, revision: 1, opId: randomUUID(), value })
    await saveResponses(person, attemptId, {
      epoch: 1,
      saves: [save('why', { kind: 'text', markdown: why }), save('y', { kind: 'number', text: y })],
    })
    const { submissionId } = await submitAttempt(person, attemptId, { epoch: 1, revisions: {} })
    await gradeAsStored(submissionId, {
      y:
        Number(y) === 1
          ? { verdict: 'right', score: 1 }
          : { verdict: 'wrong', score: 0, parsed: { shape: [], data: [Number(y)] } },
      why: { verdict: 'review', score: null },
    })
    submissions.push(submissionId)
  }
  return { submissions, slug, field: `${slug}.why` }
}
