import { type ChildProcess, fork } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { Refusal } from '../../http/refusal.ts'
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

const stopped = (message: string) => new Refusal(422, 'too-long', message)

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
        `--allow-fs-read=${path.join(import.meta.dirname, '../../..')}`,
        '--allow-worker',
      ],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    lower(this.#child)
    this.#ready = new Promise((resolve, reject) => {
      const late = setTimeout(() => this.stop('did not start'), startWithin)
      late.unref()
      const end = (why: string) => {
        clearTimeout(late)
        this.#gone ??= why
        reject(new Error(`A desk ended: ${why}.`))
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

  /** @throws Refusal `too-long` where it was stopped; what the job itself throws */
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
          return reject(stopped(whyStopped(reply.gone, limits)))
        }
        if (reply.id !== id) return
        if ('progress' in reply) return progress?.(reply.progress)
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

function whyStopped(gone: string, { processor, memory }: Limits): string {
  if (gone === 'time') return `This took more than ${Math.round(processor / 1000)} seconds and was stopped.`
  // a heap that is full ends the process by itself
  if (gone === 'memory' || gone === 'SIGABRT' || gone === '134')
    return `This needed more than ${memory} MB and was stopped.`
  return 'This was stopped before it was done.'
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

function lower({ pid }: ChildProcess) {
  try {
    if (pid !== undefined) os.setPriority(pid, modest)
  } catch {
    // not allowed here: then it works as hard as the others
  }
}
