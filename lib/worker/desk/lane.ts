import { createHash } from 'node:crypto'
import { busy, Refusal } from '../../http/refusal.ts'
import { DeskEnded, DeskProcess, type Limits } from './desk-process.ts'
import { Turns } from './turns.ts'

export interface LaneOptions {
  /** which work its process can do */
  kind: string
  limits: Limits
  /** without work for so long its process ends, milliseconds */
  idle?: number
  entry?: URL
}

interface Job {
  work: string
  body: unknown
  progress: ((value: unknown) => void) | undefined
  resolve(value: unknown): void
  reject(error: unknown): void
}

export interface Asked {
  person: string
  /** what a newer request replaces */
  key: string
  work: string
  body: unknown
  progress?: (value: unknown) => void
}

const superseded = () => new Refusal(409, 'superseded', 'You have asked for something newer meanwhile.')
const mostStopped = 200
/** A process that holds more than this share of what it may after its job is replaced. */
const muchLeft = 2 / 3

/** What is our fault is written down here, and told as such: whoever asked need not ask again. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof DeskEnded)
    return new Refusal(422, 'too-long', 'The process that worked on this ended twice, and was stopped.')
  console.error('A desk failed:', error)
  return new Refusal(422, 'failed', 'This could not be worked out, which is our fault. It has been written down.')
}

/** A process with those who wait for it. It is started when it is needed, again where it was stopped, and ends when idle. */
export class Lane {
  readonly #options: Required<LaneOptions>
  readonly #turns = new Turns<Job>({ superseded: (job) => job.reject(superseded()) })
  /** what was stopped once is not tried again: it would only hold up the others */
  readonly #stopped = new Map<string, string>()
  readonly #unwanted = new WeakSet<object>()
  #process: DeskProcess | null = null
  #running: Job | null = null
  #idle: NodeJS.Timeout | undefined
  #ended = false

  constructor(options: LaneOptions) {
    this.#options = { idle: 600_000, entry: new URL('./desk-main.ts', import.meta.url), ...options }
  }

  /** Starts the process before anybody needs it. */
  warm(): void {
    if (!this.#process?.alive)
      this.#process = new DeskProcess(this.#options.entry, this.#options.kind, this.#options.limits)
    this.#rest()
  }

  ask({ person, key, work, body, progress }: Asked): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const job = { work, body, progress, resolve, reject }
      if (!this.#ended && this.#turns.add({ person, key, job })) void this.#work()
      else reject(busy())
    })
  }

  /** Stops the work of this body, or does not begin it. */
  interrupt(body: object): void {
    this.#unwanted.add(body)
    if (this.#running?.body === body) this.#process?.stop('asked')
  }

  end(): void {
    this.#ended = true
    clearTimeout(this.#idle)
    for (const job of this.#turns.clear()) job.reject(busy())
    this.#process?.stop('end')
    this.#process = null
  }

  async #work(): Promise<void> {
    if (this.#running) return
    const job = this.#turns.take()
    if (!job) return this.#rest()
    this.#running = job
    try {
      job.resolve(await this.#run(job))
    } catch (error) {
      job.reject(error)
    } finally {
      this.#running = null
      void this.#work()
    }
  }

  async #run({ work, body, progress }: Job): Promise<unknown> {
    if (typeof body === 'object' && body !== null && this.#unwanted.has(body)) throw superseded()
    const digest = createHash('sha256').update(work).update(JSON.stringify(body)).digest('base64')
    const before = this.#stopped.get(digest)
    if (before !== undefined) throw new Refusal(422, 'too-long', before)
    const attempt = () => this.#attempt(work, body, progress)
    try {
      // the system may have ended the process, which is nobody's fault: what ends two is not tried again
      return await attempt().catch((error) => (error instanceof DeskEnded ? attempt() : Promise.reject(error)))
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal.code === 'too-long') this.#remember(digest, refusal.message)
      throw refusal
    }
  }

  #remember(digest: string, message: string) {
    this.#stopped.set(digest, message)
    const [oldest] = this.#stopped.keys()
    if (this.#stopped.size > mostStopped && oldest !== undefined) this.#stopped.delete(oldest)
  }

  async #attempt(work: string, body: unknown, progress: Job['progress']): Promise<unknown> {
    const { limits } = this.#options
    this.warm()
    const used = this.#process as DeskProcess
    try {
      return await used.run(work, body, limits, progress)
    } finally {
      // what others left behind counts against nobody
      if (used.alive && used.memory > limits.memory * muchLeft) used.stop('full')
      // the next one finds a process that is starting already
      if (!used.alive && !this.#ended) this.warm()
    }
  }

  #rest() {
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => {
      if (this.#running) return
      this.#process?.stop('idle')
      this.#process = null
    }, this.#options.idle)
    this.#idle.unref()
  }
}
