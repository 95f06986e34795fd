import { attemptPaper } from '../../attempts/attempt-paper.ts'
import { startAttempt } from '../../attempts/start-attempt.ts'
import { submitAttempt } from '../../attempts/submit-attempt.ts'
import { gradeAsStored } from '../../db/testing/graded.ts'
import { enrol, makePerson } from '../../db/testing/scenario.ts'

/** Students of a course who sat an exam of `makeExam` and handed it in empty; y is right, why waits. */
export async function handedIn(courseId: string, examId: string, students: number) {
  return Promise.all(
    Array.from({ length: students }, async (_, k) => {
      const person = await makePerson(`Student ${k + 1}`)
      await enrol(courseId, person, 'student')
      const { attemptId } = await startAttempt(person, examId)
      await attemptPaper(person, attemptId)
      const { submissionId } = await submitAttempt(person, attemptId, { epoch: 1, revisions: {} })
      await gradeAsStored(submissionId)
      return { personId: person.personId, attemptId, submissionId }
    }),
  )
}
