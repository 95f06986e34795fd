import type { Job, PgBoss } from 'pg-boss'
import { inTransaction } from '../db/query.ts'
import { deadLetter, type MailJob } from '../db/queue.ts'
import type { MailServer } from '../mail/mail-server.ts'
import { giveUp, sendMail } from '../mail/send-mail.ts'
import { mailRelease } from '../mail/tell-of-release.ts'

const polling = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1 }
const batchSize = 20

async function work({ data }: Job<MailJob>, server: MailServer | null): Promise<void> {
  if ('mailId' in data) return sendMail(data.mailId, server)
  await inTransaction((run) => mailRelease(run, data.releaseId))
}

/** Takes mail jobs from now on. One that fails is tried again later and later; the others of its batch are not its matter. */
export async function takeMailJobs(boss: PgBoss, server: MailServer | null): Promise<void> {
  await boss.work<MailJob, unknown, { perJobResults: true }>(
    'mail',
    { ...polling, batchSize, burstWhenBatchFull: true, perJobResults: true } as { perJobResults: true },
    async (jobs) =>
      Promise.all(
        jobs.map((job) =>
          work(job, server).then(
            () => ({ id: job.id, status: 'completed' as const }),
            (error: unknown) => {
              const message = error instanceof Error ? error.message : String(error)
              console.error(`Mail: ${message}`)
              return { id: job.id, status: 'failed' as const, output: { message } }
            },
          ),
        ),
      ),
  )
  const withMetadata = { ...polling, includeMetadata: true as const }
  await boss.work<MailJob, void, typeof withMetadata>(deadLetter.mail, withMetadata, async (jobs) => {
    for (const { data, sourceOutput } of jobs) {
      const reason = sourceOutput && 'message' in sourceOutput ? String(sourceOutput.message) : 'unknown'
      if ('mailId' in data) await giveUp(data.mailId, reason)
    }
  })
}
