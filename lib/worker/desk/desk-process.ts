import { type ChildProcess, fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { busy, Refusal } from '../../http/refusal.ts'
import type { DeskJob, DeskReady, DeskReply } from './messages.ts'
import { processUsage } from './process-usage.ts'

export interface Limits {
  /** processor time of one job, milliseconds */
  processor: number
  /** the clock: on a busy machine a job may wait for the processor */
  clock: number
  /** resident megabytes of the process */
  memory: number
}

/** Behind all that is graded. */
const modest = 10
const lookEvery = 100
const startWithin = 60_000

const root = path.join(import.meta.dirname, '../../..')
/** What the program of a desk is made of. What is kept between runs (`.data`, with its secrets) lies beside it. */
const program = ['grader', 'lib', 'node_modules', 'package.json'].map((name) => path.join(root, name))

/** A process ended by itself in the middle of a job: the job may be to blame, or the system. */
export class DeskEnded extends Error {}

/**
 * A process that does one job at a time and knows nothing: no database, no secrets, no files to write, and less of the
 * processor than who grades. A job that takes more than it may is stopped with the process.
 */
export class DeskProcess {
  readonly #child: ChildProcess
  readonly #ready: Promise<void>
  #next = 0
  #hear: (reply: DeskReply | { gone: string }) => void = () => {}
  #gone: string | null = null

  constructor(entry: URL, kind: string, limits: Limits) {
    this.#child = fork(entry, [kind], {
      env: bareEnvironment(),
      execArgv: [
        '--disable-warning=ExperimentalWarning',
        '--disable-warning=PERM0006',
        `--max-old-space-size=${Math.ceil(limits.memory * 0.7)}`,
        '--permission',
        ...program.map((name) => `--allow-fs-read=${name}`),
        '--allow-worker',
      ],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    stepBack(this.#child)
    this.#ready = new Promise((resolve, reject) => {
      const late = setTimeout(() => this.stop('did not start'), startWithin)
      late.unref()
      const end = (why: string) => {
        clearTimeout(late)
        this.#gone ??= why
        reject(busy())
        this.#hear({ gone: this.#gone })
      }
      this.#child.on('error', (error) => end(error.message))
      this.#child.on('exit', (code, signal) => end(String(signal ?? code)))
      this.#child.on('message', (message: DeskReply | DeskReady) => {
        if (!('ready' in message)) return this.#hear(message)
        clearTimeout(late)
        resolve()
      })
    })
    this.#ready.catch(() => {})
  }

  get alive(): boolean {
    return this.#gone === null
  }

  /** Resident megabytes; 0 where the system does not tell. */
  get memory(): number {
    return processUsage(this.#child.pid ?? 0)?.memory ?? 0
  }

  /** @throws Refusal `too-long` where it was stopped; DeskEnded where it ended by itself; what the job itself throws */
  async run(work: string, body: unknown, limits: Limits, progress?: (value: unknown) => void): Promise<unknown> {
    await this.#ready
    const id = ++this.#next
    const { pid = 0 } = this.#child
    const before = processUsage(pid)?.processor ?? 0
    const began = performance.now()
    return new Promise((resolve, reject) => {
      const look = setInterval(() => {
        const used = processUsage(pid)
        const tooLong = (used && used.processor - before > limits.processor) || performance.now() - began > limits.clock
        if (tooLong) this.stop('time')
        else if (used && used.memory > limits.memory) this.stop('memory')
      }, lookEvery)
      this.#hear = (reply) => {
        if ('gone' in reply) {
          clearInterval(look)
          return reject(whyEnded(reply.gone, limits))
        }
        if (reply.id !== id) return
        if ('progress' in reply) return progress?.(reply.progress)
        if ('spent' in reply) return this.stop('memory')
        clearInterval(look)
        this.#hear = () => {}
        if ('value' in reply) resolve(reply.value)
        else if ('asked' in reply) reject(new Refusal(reply.asked.status, reply.asked.code, reply.asked.message))
        else reject(new Error(reply.failed))
      }
      if (this.#gone !== null) this.#hear({ gone: this.#gone })
      else this.#child.send({ id, work, body } satisfies DeskJob, (error) => error && this.stop('channel'))
    })
  }

  stop(why: string) {
    this.#gone ??= why
    this.#child.kill('SIGKILL')
  }
}

const ownReasons: readonly string[] = ['asked', 'idle']

function whyEnded(gone: string, { processor, memory }: Limits): Error {
  const tooLong = (message: string) => new Refusal(422, 'too-long', message)
  if (gone === 'time') return tooLong(`This took more than ${Math.round(processor / 1000)} seconds and was stopped.`)
  // a heap that is full ends the process by itself
  if (gone === 'memory' || gone === 'SIGABRT' || gone === '134')
    return tooLong(`This needed more than ${memory} MB and was stopped.`)
  if (gone === 'end') return busy()
  if (ownReasons.includes(gone)) return new Refusal(422, 'stopped', 'This was stopped before it was done.')
  return new DeskEnded(`A desk ended in the middle of its work: ${gone}.`)
}

/** Nothing that a process could give away; which backend it may take is all it has to know. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH, REFEREE_BACKEND } = process.env
  return {
    PATH,
    NODE_ENV: 'production',
    REFEREE_BACKEND: REFEREE_BACKEND === 'cpu' ? 'cpu' : 'wasm',
  } as NodeJS.ProcessEnv
}

/** Behind whatever grades; and where the machine has no memory left, the first to go. */
function stepBack({ pid }: ChildProcess) {
  if (pid === undefined) return
  for (const step of [() => os.setPriority(pid, modest), () => writeFileSync(`/proc/${pid}/oom_score_adj`, '900')]) {
    try {
      step()
    } catch {
      // not possible here: then it is as important as the others
    }
  }
}
