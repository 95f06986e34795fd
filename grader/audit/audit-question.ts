import { operations } from '../operations/library.ts'
import type { QuestionDefinition } from '../question/definition.ts'
import { examine } from './examination.ts'
import { makePool, type Pool, type PoolOptions } from './make-pool.ts'

/** So many variants of a pool are worked with; the rest are made in the same way. */
const mostExamined = 32

/** The whole audit: a pool is made, and what was accepted is examined as students and a second look would find it. */
export async function auditQuestion(definition: QuestionDefinition, options: PoolOptions): Promise<Pool> {
  const { executors, library = operations } = options
  const { accepted, report } = await makePool(definition, options)
  options.progress?.({ stage: 'examining', accepted: accepted.length })
  const some = accepted.slice(0, mostExamined)
  return {
    accepted,
    report: { ...report, examination: await examine({ definition, accepted: some, executors, library }) },
  }
}
