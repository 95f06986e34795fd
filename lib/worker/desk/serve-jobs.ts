import { Worker } from 'node:worker_threads'
import { Refusal } from '../../http/refusal.ts'
import type { DeskJob, DeskReady, DeskReply } from './messages.ts'
import type { Bench } from './work.ts'

/** A job may hold the process for long, so that it does not hear that its parent has gone: a thread looks meanwhile. */
function endWithParent(): void {
  new Worker(new URL('./parent-watch.ts', import.meta.url), { workerData: process.ppid }).unref()
}

/** Does what the process above sends, until it goes. */
export function serveJobs(bench: Bench): void {
  const say = (message: DeskReply | DeskReady) => process.send?.(message)
  process.on('message', async ({ id, work, body }: DeskJob) => {
    try {
      say({ id, value: await bench(work, body, (progress) => say({ id, progress })) })
    } catch (error) {
      say({ id, ...whyNot(error) })
    }
  })
  process.on('disconnect', () => process.exit(0))
  endWithParent()
  say({ ready: true })
}

const tooMuch =
  /allocation failed|Invalid (?:typed )?(?:array|string) length|out of memory|enlarge memory|Memory\.grow/i

/** What a text asks for beyond all measure is refused in words; everything else that is thrown is our fault. */
function whyNot(error: unknown) {
  if (error instanceof Refusal)
    return { asked: { status: error.status, code: error.code, message: error.message } } as const
  const said = error instanceof Error ? error.message : String(error)
  if (/call stack size exceeded/.test(said))
    return {
      asked: { status: 422, code: 'too-deep', message: 'This is nested too deeply to be worked with.' },
    } as const
  if (tooMuch.test(said)) return { spent: true } as const
  return { failed: error instanceof Error ? (error.stack ?? error.message) : said } as const
}
