import { Refusal } from '../../http/refusal.ts'
import type { DeskJob, DeskReady, DeskReply } from './messages.ts'
import type { Bench } from './work.ts'

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
  say({ ready: true })
}
