import type { Executors } from '../../grader/backends/executor.ts'
import { gradeBatch } from '../../grader/marking/grade-submission.ts'
import { query } from '../db/query.ts'
import { type NewGrading, storeGradings } from '../grading/store-gradings.ts'
import { gradeStanding } from './corrections/grade-standing.ts'
import { standingOf } from './corrections/standing.ts'
import { definitionOf, loadTasks, type Task } from './load-submissions.ts'

export type GradeQuestions = typeof gradeBatch

/** Per submission why it could not be graded; one that is not in it was. */
export type Failures = Map<string, string>

const words = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** By the version that counts; after a correction also by what else is accepted, and with what everybody is given. */
async function gradeAsCorrected(first: Task, tasks: readonly Task[], executors: Executors, grade: GradeQuestions) {
  const standing = first.regradeId && (await standingOf(first.regradeId, first.examQuestionId))
  if (standing) {
    const rows = tasks.map(({ variantId, row }) => ({ id: row.id, variantId, answers: row.answers }))
    return gradeStanding(standing, rows, executors, grade)
  }
  return grade(
    await definitionOf(first.questionVersionId),
    tasks.map((task) => task.row),
    executors,
  )
}

/** Grades the submissions of one question together; should that throw, one by one, to find out which of them does it. */
async function gradeTogether(tasks: Task[], executors: Executors, grade: GradeQuestions, failures: Failures) {
  const [first] = tasks
  if (!first) return []
  const byId = new Map(tasks.map((task) => [task.submissionId, task]))
  try {
    const graded = await gradeAsCorrected(first, tasks, executors, grade)
    return graded.flatMap(({ id, grading }): NewGrading[] => {
      const task = byId.get(id)
      return task ? [{ ...task, grading }] : []
    })
  } catch (error) {
    if (tasks.length === 1) {
      failures.set(first.submissionId, `${first.slug}: ${words(error)}`)
      return []
    }
    const alone: NewGrading[] = []
    for (const task of tasks) alone.push(...(await gradeTogether([task], executors, grade, failures)))
    return alone
  }
}

/**
 * Grades a batch of submissions, question by question over all of them, and appends the gradings. Whatever could be
 * graded is stored, also of a submission that fails in another question; repeating it all adds nothing twice.
 */
export async function gradeSubmissions(
  submissionIds: readonly string[],
  executors: Executors,
  grade: GradeQuestions = gradeBatch,
): Promise<Failures> {
  const failures: Failures = new Map()
  const groups = Map.groupBy(
    await loadTasks(submissionIds),
    (task) => `${task.examQuestionId}/${task.questionVersionId}`,
  )
  const gradings: NewGrading[] = []
  const inTurn = async (lane: readonly Task[][]) => {
    for (const tasks of lane) gradings.push(...(await gradeTogether(tasks, executors, grade, failures)))
  }
  const [typed, others] = await lanes([...groups.values()])
  await Promise.all([inTurn(typed), inTurn(others)])
  await storeGradings(query, gradings)
  return failures
}

/** Typed formulas are judged in a thread of their own: while it works, this one grades what has none. */
async function lanes(groups: readonly Task[][]): Promise<[typed: Task[][], others: Task[][]]> {
  const typed: Task[][] = []
  const others: Task[][] = []
  for (const tasks of groups) {
    const question = await definitionOf(tasks[0]?.questionVersionId ?? '').catch(() => null)
    const asks = question?.answers.some(({ kind }) => kind === 'formula')
    ;(asks ? typed : others).push(tasks)
  }
  return [typed, others]
}
