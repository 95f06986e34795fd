import { Worker } from 'node:worker_threads'
import type { GivenAnswer } from '../../review/groups/answer.ts'
import { type AnswerGroup, makeGroups, type SameFormulas } from '../../review/groups/make-groups.ts'
import type { FormulaScopeOfField } from './same-formulas.ts'

export interface Grouping {
  answers: readonly GivenAnswer[]
  /** of a formula field: by what its answers are compared */
  formulas: FormulaScopeOfField | null
}

/** Nothing that students wrote may cost more than this. */
const longest = 180_000
const memory = { maxOldGenerationSizeMb: 1024 }

/** So few answers without formulas take less time than a thread takes to start. */
const few = 300

export const asWritten: SameFormulas = (formulas) =>
  formulas.map(({ source }) => formulas.findIndex((other) => other.source === source))

export async function groupsOf(grouping: Grouping): Promise<AnswerGroup[]> {
  const { answers, formulas } = grouping
  return answers.length <= few && !formulas ? makeGroups(answers, asWritten) : groupsInThread(grouping)
}

/**
 * Groups answers in a thread of its own: many long texts take seconds, and the process that grades must not stand still
 * meanwhile. Stopped when it takes too long.
 */
export function groupsInThread(grouping: Grouping, patience = longest): Promise<AnswerGroup[]> {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: grouping, resourceLimits: memory })
  return new Promise<AnswerGroup[]>((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error('Grouping the answers took too long.'))
      void thread.terminate()
    }, patience)
    thread.on('message', resolve)
    thread.on('error', reject)
    thread.on('exit', () => {
      clearTimeout(late)
      reject(new Error('The thread that groups answers ended without any.'))
    })
  })
}
