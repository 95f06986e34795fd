import type { Job, PgBoss } from 'pg-boss'
import type { Executors } from '../../grader/backends/executor.ts'
import { deadLetter, type GradeJob, type PublishJob, type RegradeJob } from '../db/queue.ts'
import { gradeSubmissions } from './grade-submissions.ts'
import { holdForHuman } from './needs-human.ts'
import { publishExam, publishingBroke } from './publish-exam.ts'
import { takeOverRegrade } from './regrade-approve.ts'
import { regradeBroke, runRegrade } from './regrade-run.ts'
import { warmUp } from './warm-up.ts'

/** New jobs are notified; the poll finds those that are retried. */
const polling = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1 }
const batchSize = 64

/** The reason a dead job left behind. */
function reasonOf(output: object | null): string {
  return output && 'message' in output ? String(output.message) : 'unknown'
}

async function gradeBatchOfJobs(jobs: Job<GradeJob>[], executors: Executors) {
  const failures = await gradeSubmissions(
    jobs.map((job) => job.data.submissionId),
    executors,
  )
  return jobs.map(({ id, data }) => {
    const message = failures.get(data.submissionId)
    if (message === undefined) return { id, status: 'completed' as const }
    console.error(`Submission ${data.submissionId} could not be graded: ${message}`)
    return { id, status: 'failed' as const, output: { message } }
  })
}

/** Takes jobs from now on. Grading and publishing share one executor, whose calls take turns by themselves. */
export async function takeJobs(boss: PgBoss, executors: Executors): Promise<void> {
  await boss.work<GradeJob, unknown, { perJobResults: true }>(
    'grade',
    { ...polling, batchSize, burstWhenBatchFull: true, perJobResults: true } as { perJobResults: true },
    (jobs) => gradeBatchOfJobs(jobs, executors),
  )
  await boss.work<PublishJob>('publish', polling, async ([job]) => {
    if (!job) return
    const started = performance.now()
    const outcome = await publishExam(job.data.examId, executors)
    console.log(`Exam ${job.data.examId}: ${outcome} after ${Math.round(performance.now() - started)} ms`)
    if (outcome === 'published') await warmUp(executors)
  })
  await boss.work<RegradeJob>('regrade', polling, async ([job]) => {
    if (!job) return
    await runRegrade(job.data.regradeId, executors)
    await takeOverRegrade(job.data.regradeId)
  })
  const withMetadata = { ...polling, includeMetadata: true as const }
  await boss.work<GradeJob, void, typeof withMetadata>(deadLetter.grade, withMetadata, async (jobs) => {
    for (const job of jobs) await holdForHuman(job.data.submissionId, executors, reasonOf(job.sourceOutput))
  })
  await boss.work<PublishJob, void, typeof withMetadata>(deadLetter.publish, withMetadata, async (jobs) => {
    for (const job of jobs) await publishingBroke(job.data.examId, reasonOf(job.sourceOutput))
  })
  await boss.work<RegradeJob, void, typeof withMetadata>(deadLetter.regrade, withMetadata, async (jobs) => {
    for (const job of jobs) await regradeBroke(job.data.regradeId, reasonOf(job.sourceOutput))
  })
}
