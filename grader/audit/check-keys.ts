import { candidateOf } from './candidate.ts'
import { contextOf } from './context.ts'
import type { Subject } from './examination.ts'
import { executeTwice } from './execute-twice.ts'
import { separationsOf } from './separation.ts'

/** Alternatives that a key holds and that cannot be told from the truth or from another one. */
export function checkSeparation({ definition, accepted, executors, library }: Subject): string[] {
  const { components } = contextOf(definition, executors, library)
  const componentOf = (id: string) => components.findIndex(({ alternatives }) => alternatives.includes(id))
  const together = (first: string, second: string) => componentOf(first) === componentOf(second)
  return accepted.flatMap(({ variant, key }) => {
    const near = separationsOf(definition, key, together).filter(({ sufficient }) => !sufficient)
    const idle = Object.entries(key.alternatives).filter(([, changed]) => Object.keys(changed).length === 0)
    return [
      ...near.map(
        ({ first, second, field, distance }) =>
          `${first} and ${second} are ${distance.toFixed(1)} bands apart at ${field} (${variant.seed}).`,
      ),
      ...idle.map(([id]) => `${id} changes nothing (${variant.seed}).`),
    ]
  })
}

/** Expected values, bands and values of alternatives that are not finite. */
export function checkFinite({ accepted }: Subject): string[] {
  return accepted.flatMap(({ variant, key }) => {
    const values = [
      ...Object.entries(key.expected).map(([step, { data }]) => [step, data] as const),
      ...Object.entries(key.bands).map(([field, bands]) => [`the band of ${field}`, bands] as const),
      ...Object.entries(key.alternatives).flatMap(([id, changed]) =>
        Object.entries(changed).map(([field, { data }]) => [`${field} under ${id}`, data] as const),
      ),
    ]
    const wrong = values.filter(([, data]) => !data.every(Number.isFinite))
    return wrong.map(([what]) => `${what} is not finite (${variant.seed}).`)
  })
}

/** Steps on which the two executions disagree when they are run once more. */
export async function checkExecutions({ definition, accepted, executors, library }: Subject): Promise<string[]> {
  const candidates = accepted.map(({ variant }) => candidateOf(variant))
  await executeTwice(contextOf(definition, executors, library), candidates)
  return candidates.flatMap(({ variant, rejections }) =>
    rejections.map(({ detail }) => `The executions disagree: ${detail} (${variant.seed}).`),
  )
}
