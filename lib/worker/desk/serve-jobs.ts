import { Worker } from 'node:worker_threads'
import { Refusal } from '../../http/refusal.ts'
import type { DeskJob, DeskReady, DeskReply } from './messages.ts'
import type { Bench } from './work.ts'

/** A job may hold the process for long, so that it does not hear that its parent has gone: a thread looks meanwhile. */
export function endWithParent(): void {
  new Worker(new URL('./parent-watch.ts', import.meta.url), { workerData: process.ppid }).unref()
}

/** Does what the process above sends, until it goes. */
export function serveJobs(bench: Bench): void {
  const say = (message: DeskReply | DeskReady) => process.send?.(message)
  process.on('message', async ({ id, work, body }: DeskJob) => {
    try {
      say({ id, value: await bench(work, body, (progress) => say({ id, progress })) })
    } catch (error) {
      if (error instanceof Refusal)
        say({ id, asked: { status: error.status, code: error.code, message: error.message } })
      else say({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
  process.on('disconnect', () => process.exit(0))
  endWithParent()
  say({ ready: true })
}
