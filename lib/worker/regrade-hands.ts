import { type ChildProcess, fork } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import type { Executors } from '../../grader/backends/executor.ts'
import type { GradeQuestions } from './grade-submissions.ts'
import { type BatchFigures, regradeBatch } from './regrade-batch.ts'
import { type Desk, openDesk } from './regrade-desk.ts'
import { RegradeStopped } from './regrade-store.ts'

/** Somebody who regrades batches: this process, or one beside it. */
export interface Hand {
  regrade(submissionIds: readonly string[]): Promise<BatchFigures>
  stop(): void
}

/** This process's own hand. The keys of the regrade must be there when it is given its first batch. */
export function ownHand(regradeId: string, executors: Executors, grade?: GradeQuestions): Hand {
  let desk: Promise<Desk> | undefined
  return {
    async regrade(submissionIds) {
      desk ??= openDesk(regradeId)
      return regradeBatch(regradeId, await desk, submissionIds, executors, grade)
    },
    stop() {},
  }
}

export type HandRequest = { batch: number; submissionIds: readonly string[] }
export type HandAnswer = { batch: number; figures: BatchFigures } | { batch: number; stopped: boolean; message: string }

const ended = () => new Error('A regrading process has ended.')

/** Behind students' work: whatever is graded live goes first. */
const modest = 10

/**
 * A process of its own, so that a regrade uses another core and the one that grades live submissions keeps breathing. It
 * ends with this one.
 */
export function processHand(regradeId: string, backend: string): Hand {
  const child = fork(path.join(import.meta.dirname, 'regrade-process.ts'), [regradeId], {
    env: { ...process.env, REFEREE_BACKEND: backend },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  lower(child)
  const waiting = new Map<number, { resolve(figures: BatchFigures): void; reject(error: Error): void }>()
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  child.on('error', fail)
  child.on('exit', (code) => fail(new Error(`A regrading process ended with ${code ?? 'a signal'}.`)))
  child.on('message', (answer: HandAnswer) => {
    const asked = waiting.get(answer.batch)
    waiting.delete(answer.batch)
    if ('figures' in answer) asked?.resolve(answer.figures)
    else asked?.reject(answer.stopped ? new RegradeStopped(answer.message) : new Error(answer.message))
  })
  let last = 0
  return {
    regrade(submissionIds) {
      const batch = ++last
      return new Promise((resolve, reject) => {
        waiting.set(batch, { resolve, reject })
        if (!child.connected) return fail(ended())
        // one that has just died breaks the pipe before its end is heard of: who asked is told the same either way
        child.send({ batch, submissionIds } satisfies HandRequest, (error) => {
          if (error) fail(ended())
        })
      })
    },
    stop: () => void child.kill(),
  }
}

function lower({ pid }: ChildProcess) {
  try {
    if (pid !== undefined) os.setPriority(pid, modest)
  } catch {
    // not allowed here: then it works as hard as the others
  }
}
