import { PgBoss } from 'pg-boss'
import { environment } from '../environment.ts'
import { processWide } from './process-wide.ts'
import type { Query } from './query.ts'

/** A frozen submission to be graded. */
export interface GradeJob {
  submissionId: string
}

/** An exam whose pools are to be drawn, audited and stored. */
export interface PublishJob {
  examId: string
}

/** A regrade to be run, or to be taken over as a person approved it: its state says which. */
export interface RegradeJob {
  regradeId: string
}

/** A mail to be sent, or a release of results that takes effect and of which its students are told. */
export type MailJob = { mailId: string } | { releaseId: string }

export interface Jobs {
  grade: GradeJob
  publish: PublishJob
  regrade: RegradeJob
  mail: MailJob
}

/** Where a job goes that failed every time: somebody must look. */
export const deadLetter = {
  grade: 'grade-failed',
  publish: 'publish-failed',
  regrade: 'regrade-failed',
  mail: 'mail-failed',
} as const

const retries = { notify: true, retryLimit: 3, retryDelay: 1, retryBackoff: true }

/** A mail server may be away for hours: tried again after a minute, two, four …, an hour at most, for two days. */
const patience = { notify: true, retryLimit: 48, retryDelay: 60, retryBackoff: true, retryDelayMax: 3600 }

/** Seconds of silence after which a job is taken from its worker; an audit computes for long without a pause. */
const heartbeat = { grade: 10, publish: 60, regrade: 20, mail: 120 }

/** Seconds a job may take: a regrade of a large course takes its time, and may be interrupted at any moment. */
const limit = { grade: 900, publish: 900, regrade: 12 * 3600, mail: 900 }

async function start(worker: boolean): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: environment().DATABASE_URL,
    connectionTimeoutMillis: 5_000,
    max: worker ? 6 : 2,
    supervise: worker,
    schedule: false,
    ...(worker ? { useListenNotify: true } : {}),
    queueCacheIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
    superviseIntervalSeconds: 1,
  })
  boss.on('error', (error) => console.error('The queue:', error.message))
  await boss.start()
  for (const name of ['grade', 'publish', 'regrade', 'mail'] as const) {
    if (await boss.getQueue(name)) continue
    await boss.createQueue(deadLetter[name], { notify: true })
    await boss.createQueue(name, {
      ...(name === 'mail' ? patience : retries),
      heartbeatSeconds: heartbeat[name],
      expireInSeconds: limit[name],
      deadLetter: deadLetter[name],
    })
  }
  return boss
}

/** The queue as the web server uses it: to send. */
export const sendingQueue = processWide('queue', () => start(false))

/** The queue as the grading process uses it: to send, take, retry and supervise. To be called before `sendingQueue`. */
export const workingQueue = processWide('queue', () => start(true))

/** Enqueues in the caller's transaction: the jobs exist exactly if it commits. `startAfter`: not before. */
export async function enqueue<K extends keyof Jobs>(
  query: Query,
  name: K,
  jobs: Jobs[K][],
  startAfter?: Date | number,
): Promise<void> {
  if (jobs.length === 0) return
  const boss = await sendingQueue()
  const db = { executeSql: async (text: string, values?: unknown[]) => ({ rows: await query(text, values) }) }
  await boss.insert(
    name,
    jobs.map((data) => (startAfter === undefined ? { data } : { data, startAfter })),
    { db },
  )
}
