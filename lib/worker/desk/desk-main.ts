import { Refusal } from '../../http/refusal.ts'
import type { DeskJob, DeskReady, DeskReply } from './messages.ts'
import { openBench } from './work.ts'

/** `node desk-main.ts <kind>`: does what the process above sends, until it goes. */
const [kind = ''] = process.argv.slice(2)
const say = (message: DeskReply | DeskReady) => process.send?.(message)

const bench = await openBench(kind)
process.on('message', async ({ id, work, body }: DeskJob) => {
  try {
    say({ id, value: await bench(work, body, (progress) => say({ id, progress })) })
  } catch (error) {
    if (error instanceof Refusal) say({ id, asked: { status: error.status, code: error.code, message: error.message } })
    else say({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
process.on('disconnect', () => process.exit(0))
say({ ready: true })
