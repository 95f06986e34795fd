import { type ChildProcess, fork } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { busy } from '../../http/refusal.ts'
import type { Recognised } from '../recognise/recognise.ts'
import { damaged } from '../recognise/refused-file.ts'
import type { Answer, Developed, Job } from './job.ts'

/** What a file may cost before its process is ended. */
export interface DarkroomLimits {
  milliseconds: number
  /** resident memory of the process, in bytes */
  memory: number
  /** how many files may wait */
  waiting: number
}

const usual: DarkroomLimits = { milliseconds: 20_000, memory: 1_000_000_000, waiting: 40 }
/** An unused process goes after this time, in milliseconds. */
const idleFor = 120_000
const pageSize = 4_096

interface Waiting {
  mediaType: Recognised['mediaType']
  bytes: Uint8Array
  purpose: Job['purpose']
  resolve: (developed: Developed) => void
}

/**
 * Files are decoded in a process of its own, one at a time. Whatever a file does there (crash, take too long, take too
 * much memory) ends that process and refuses that file; the next one gets a new process.
 */
export class Darkroom {
  private readonly limits: DarkroomLimits
  private readonly main: string
  private child: ChildProcess | null = null
  private readonly queue: Waiting[] = []
  private working = false
  private idle: ReturnType<typeof setTimeout> | undefined
  private last = 0

  constructor(limits: Partial<DarkroomLimits> = {}, main = path.resolve('lib/uploads/darkroom/main.ts')) {
    this.limits = { ...usual, ...limits }
    this.main = main
  }

  develop(mediaType: Recognised['mediaType'], bytes: Uint8Array, purpose: Job['purpose'] = 'page'): Promise<Developed> {
    if (this.queue.length >= this.limits.waiting) return Promise.reject(busy())
    return new Promise((resolve) => {
      this.queue.push({ mediaType, bytes, purpose, resolve })
      void this.work()
    })
  }

  close(): void {
    clearTimeout(this.idle)
    this.child?.kill('SIGKILL')
    this.child = null
  }

  private async work(): Promise<void> {
    if (this.working) return
    this.working = true
    clearTimeout(this.idle)
    for (let next = this.queue.shift(); next; next = this.queue.shift()) next.resolve(await this.one(next))
    this.working = false
    this.idle = setTimeout(() => this.close(), idleFor)
    this.idle.unref()
  }

  private one({ mediaType, bytes, purpose }: Waiting): Promise<Developed> {
    const child = this.running()
    const id = ++this.last
    return new Promise((resolve) => {
      const end = (developed: Developed) => {
        clearTimeout(timer)
        clearInterval(watch)
        child.off('message', heard)
        child.off('exit', gone)
        resolve(developed)
      }
      const gone = () => {
        if (this.child === child) this.child = null
        end(damaged())
      }
      const heard = (answer: Answer) => {
        if (answer.id !== id) return
        if ('failed' in answer) console.error('A file could not be made into pictures:', answer.failed)
        end('done' in answer ? answer.done : damaged())
      }
      const kill = () => child.kill('SIGKILL')
      const timer = setTimeout(kill, this.limits.milliseconds)
      const watch = setInterval(() => residentBytes(child.pid) > this.limits.memory && kill(), 50)
      child.on('message', heard)
      child.on('exit', gone)
      child.send({ id, mediaType, bytes, purpose }, (error) => error && kill())
    })
  }

  private running(): ChildProcess {
    if (this.child?.connected) return this.child
    const child = fork(this.main, {
      serialization: 'advanced',
      execArgv: ['--max-old-space-size=256'],
      // nothing of ours: neither the database's address nor a key
      env: { NODE_ENV: 'production', PATH: process.env.PATH, VIPS_BLOCK_UNTRUSTED: '1', UV_THREADPOOL_SIZE: '2' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.on('error', () => child.kill('SIGKILL'))
    child.unref()
    child.channel?.unref()
    this.child = child
    return child
  }
}

/** Where the system does not say, time alone is the limit. */
function residentBytes(pid: number | undefined): number {
  try {
    return Number(fs.readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageSize
  } catch {
    return 0
  }
}
