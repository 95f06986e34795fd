import { parentPort } from 'node:worker_threads'
import type { FormulaField, JudgedFormula, judgeFormula } from '../judge-formula.ts'
import type { Job, Reply } from './messages.ts'

/** The thread's side: judges one formula after the other and says what processor time it has used. */
export function serve(judge: typeof judgeFormula): void {
  const port = parentPort
  if (!port) throw new Error('This runs as a thread only.')
  const fields = new Map<number, FormulaField>()
  const say = (reply: { ready: true } | { judged: JudgedFormula } | { failed: string }) => {
    const { user, system } = process.threadCpuUsage()
    port.postMessage({ ...reply, cpu: user + system } satisfies Reply)
  }
  port.on('message', ({ field, definition, answer }: Job) => {
    if (definition) fields.set(field, definition)
    const known = fields.get(field)
    try {
      if (!known) throw new Error(`Field ${field} was never sent.`)
      say({ judged: judge(known, answer) })
    } catch (error) {
      say({ failed: error instanceof Error ? error.message : String(error) })
    }
  })
  say({ ready: true })
}
