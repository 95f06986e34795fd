import type { Executors } from '../../grader/backends/executor.ts'
import { gradeBatch } from '../../grader/marking/grade-submission.ts'
import type { QuestionGrading } from '../../grader/marking/verdict.ts'
import { compareFields, type Judged } from '../regrade/compare-fields.ts'
import { gradeStanding } from './corrections/grade-standing.ts'
import type { GradeQuestions } from './grade-submissions.ts'
import { heldGrading } from './needs-human.ts'
import type { Desk, DeskQuestion } from './regrade-desk.ts'
import { loadRegradeTasks, type RegradeTask } from './regrade-load.ts'
import { type NewOutcome, type NewResult, storeBatch } from './regrade-store.ts'

/** What a batch did, and where its time went, in milliseconds. */
export interface BatchFigures {
  submissions: number
  /** answer fields that now have a verdict */
  answers: number
  /** questions of submissions, and how many of them had answers that were seen before */
  questions: number
  repeated: number
  loading: number
  grading: number
  storing: number
  /** processor time of the process since its last batch, in milliseconds */
  processor: number
}

const judgedOf = (grading: QuestionGrading): Judged[] =>
  grading.fields.map(({ field, verdict, score, points }) => ({ field, verdict, score, points }))

/** Grades together; should that throw, one by one, and what throws by itself is held for a person. */
async function gradeTogether(
  question: DeskQuestion,
  tasks: readonly RegradeTask[],
  executors: Executors,
  grade: GradeQuestions,
): Promise<Map<string, QuestionGrading>> {
  const { definition, keys, standing } = question
  const rows = tasks.flatMap(({ digest, variantId, answers }) => {
    const pinned = keys.get(variantId)
    return pinned ? [{ id: digest, ...pinned, answers }] : []
  })
  const results = new Map<string, QuestionGrading>()
  try {
    const graded = standing
      ? await gradeStanding(
          standing,
          tasks.map(({ digest, variantId, answers }) => ({ id: digest, variantId, answers })),
          executors,
          grade,
        )
      : await grade(definition, rows, executors)
    for (const { id, grading } of graded) results.set(id, grading)
    return results
  } catch (error) {
    const [only] = rows
    if (rows.length === 1 && only) {
      const reason = error instanceof Error ? error.message : String(error)
      return results.set(only.id, heldGrading(only.variant, definition.answers, executors, reason))
    }
    for (const task of tasks)
      for (const [id, grading] of await gradeTogether(question, [task], executors, grade)) results.set(id, grading)
    return results
  }
}

/** Grades what is new in a batch, question by question; the same answers to the same variant once. */
async function gradeTasks(desk: Desk, tasks: readonly RegradeTask[], executors: Executors, grade: GradeQuestions) {
  const outcomes: NewOutcome[] = []
  for (const [examQuestionId, all] of Map.groupBy(tasks, (task) => task.examQuestionId)) {
    const question = desk.get(examQuestionId)
    if (!question) continue
    const fresh = new Map(
      all.flatMap((task) => (question.known.has(task.digest) ? [] : [[task.digest, task] as const])),
    )
    if (fresh.size === 0) continue
    for (const [digest, result] of await gradeTogether(question, [...fresh.values()], executors, grade)) {
      outcomes.push({ examQuestionId, digest, result })
    }
  }
  return outcomes
}

function resultsOf(desk: Desk, tasks: readonly RegradeTask[], outcomes: readonly NewOutcome[]): NewResult[] {
  const fresh = new Map(
    outcomes.map(({ examQuestionId, digest, result }) => [examQuestionId + digest, judgedOf(result)]),
  )
  return tasks.flatMap(({ submissionId, examQuestionId, digest, beforeGradingId, before }) => {
    const question = desk.get(examQuestionId)
    const after = question?.known.get(digest) ?? fresh.get(examQuestionId + digest)
    if (!question || !after) return []
    const changes = compareFields(before, after, question.points)
    return [{ submissionId, examQuestionId, digest, beforeGradingId, changes: changes.length > 0 ? changes : null }]
  })
}

let used = process.cpuUsage()

/** Processor time since this was last asked. */
function processorTime(): number {
  const { user, system } = process.cpuUsage(used)
  used = process.cpuUsage()
  return (user + system) / 1000
}

let turn: Promise<unknown> = Promise.resolve()

/** One batch computes at a time; others load and store meanwhile. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work)
  turn = mine.catch(() => {})
  return mine
}

/**
 * Regrades submissions from the database into the database: one statement loads, one transaction stores. Repeating it
 * adds nothing twice.
 * @throws RegradeStopped where the regrade is not running any more; nothing of the batch is stored then
 */
export async function regradeBatch(
  regradeId: string,
  desk: Desk,
  submissionIds: readonly string[],
  executors: Executors,
  grade: GradeQuestions = gradeBatch,
): Promise<BatchFigures> {
  const begun = performance.now()
  const tasks = await loadRegradeTasks(regradeId, submissionIds)
  const loaded = performance.now()
  let computing = loaded
  const outcomes = await inTurn(() => {
    computing = performance.now()
    return gradeTasks(desk, tasks, executors, grade)
  })
  const results = resultsOf(desk, tasks, outcomes)
  const graded = performance.now()
  await storeBatch(regradeId, outcomes, results)
  // only what is committed may be referred to by another batch
  for (const { examQuestionId, digest, result } of outcomes)
    desk.get(examQuestionId)?.known.set(digest, judgedOf(result))
  return {
    submissions: submissionIds.length,
    answers: tasks.reduce((sum, task) => sum + (desk.get(task.examQuestionId)?.definition.answers.length ?? 0), 0),
    questions: tasks.length,
    repeated: tasks.length - outcomes.length,
    loading: loaded - begun,
    grading: graded - computing,
    storing: performance.now() - graded,
    processor: processorTime(),
  }
}
