import { Worker } from 'node:worker_threads'
import type { FormulaJudge, TypedFormula } from '../formula-judge.ts'
import type { FormulaField, JudgedFormula } from '../judge-formula.ts'
import type { Job, Reply } from './messages.ts'

interface GuardOptions {
  /** processor time for one formula, milliseconds */
  budget?: number
  /** what runs in the thread; tests put something wild in its place */
  thread?: URL
}

export interface GuardedJudge extends FormulaJudge {
  stop(): Promise<void>
}

/** On a machine that is busy a formula may wait this many times its budget for the processor. */
const patience = 20
const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }

/**
 * Judges formulas in a thread, one at a time. One that takes longer than its budget is stopped with the thread, and a
 * person looks at it; the next one gets a new thread. It is the thread's own processor time that counts, so that the
 * same formula fares the same on a busy machine.
 */
export function guardedJudge({ budget = 250, thread }: GuardOptions = {}): GuardedJudge {
  const entry = thread ?? new URL('./thread.ts', import.meta.url)
  const numbers = new WeakMap<FormulaField, number>()
  let fields = 0
  let running: Running | null = null
  let last: Promise<unknown> = Promise.resolve()

  const judgeNext = async (field: FormulaField, answer: TypedFormula): Promise<JudgedFormula> => {
    running ??= await start(entry)
    const number = numbers.get(field) ?? fields++
    numbers.set(field, number)
    const known = running.sent.has(number)
    running.sent.add(number)
    const outcome = await running.run({ field: number, definition: known ? null : field, answer }, budget)
    if (outcome.ended) running = null
    if ('judged' in outcome) return outcome.judged
    if ('failed' in outcome) throw new Error(outcome.failed)
    return stopped
  }
  return {
    judge(field, answer) {
      const mine = last.then(() => judgeNext(field, answer))
      last = mine.catch(() => {})
      return mine
    },
    async stop() {
      await last
      await running?.worker.terminate()
      running = null
    },
  }
}

const stopped: JudgedFormula = {
  grading: { verdict: 'review', score: null, message: 'This formula took too long to compare. A person looks at it.' },
  evidence: [],
  references: [],
}

type Outcome = { ended: boolean } & ({ judged: JudgedFormula } | { failed: string } | { late: true })

interface Running {
  worker: Worker
  /** the fields it knows */
  sent: Set<number>
  run(job: Job, budget: number): Promise<Outcome>
}

async function start(entry: URL): Promise<Running> {
  const worker = new Worker(entry, { resourceLimits: memory })
  let used = 0
  let hear: (reply: Reply | { gone: string }) => void = () => {}
  worker.on('message', (reply: Reply) => {
    used = reply.cpu
    hear(reply)
  })
  worker.on('error', (error: Error) => hear({ gone: error.message }))
  worker.on('exit', (code) => hear({ gone: `the thread ended with code ${code}` }))
  const first = await new Promise<Reply | { gone: string }>((resolve) => {
    hear = resolve
  })
  if ('gone' in first) throw new Error(`The thread that compares formulas cannot start: ${first.gone}.`)
  worker.unref()
  return {
    worker,
    sent: new Set(),
    run(job, budget) {
      return new Promise<Outcome>((resolve) => {
        let timer: NodeJS.Timeout
        const began = performance.now()
        const end = (outcome: Outcome) => {
          clearTimeout(timer)
          hear = () => {}
          worker.unref()
          resolve(outcome)
        }
        const look = async () => {
          const waited = performance.now() - began
          const { user, system } = await worker.cpuUsage().catch(() => ({ user: Infinity, system: 0 }))
          const spent = (user + system - used) / 1000
          if (spent < budget && waited < patience * budget) {
            timer = setTimeout(look, Math.max(budget - spent, budget / 10))
            return
          }
          end({ ended: true, late: true })
          await worker.terminate()
        }
        hear = (reply) => {
          if ('gone' in reply) end({ ended: true, late: true })
          else if ('judged' in reply) end({ ended: false, judged: reply.judged })
          else if ('failed' in reply) end({ ended: false, failed: reply.failed })
        }
        // while a formula is judged the process must not end
        worker.ref()
        timer = setTimeout(look, budget)
        worker.postMessage(job)
      })
    },
  }
}
