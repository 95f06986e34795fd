import { closePools } from '../../db/pool.ts'
import { sendingQueue } from '../../db/queue.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { type ExamOptions, makeExam, makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { attemptPaper } from '../attempt-paper.ts'
import { startAttempt } from '../start-attempt.ts'

/** A database of the test file's own with people in it. */
export async function openScenario(): Promise<Scenario> {
  await freshDatabase()
  return makeScenario()
}

/** Ends what a test file has opened by that. */
export async function closeScenario(): Promise<void> {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
}

/** An attempt under way. */
export interface Sitting {
  examId: string
  attemptId: string
  /** the first question, whose number is the field `y` */
  slug: string
}

/** A new exam, and Ada sitting it. */
export async function sit({ courseId, ada }: Scenario, options: ExamOptions = {}): Promise<Sitting> {
  const examId = await makeExam(courseId, options)
  const { attemptId } = await startAttempt(ada, examId)
  const { questions } = await attemptPaper(ada, attemptId)
  return { examId, attemptId, slug: questions[0]?.slug ?? '' }
}
