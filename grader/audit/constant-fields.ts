import { DrawProblem, drawVariant } from '../question/draw-variant.ts'
import type { Variant } from '../question/variant.ts'
import { candidateOf } from './candidate.ts'
import type { AuditContext } from './context.ts'
import { executeReference } from './execute-reference.ts'

const draws = 8

/**
 * The fields whose cells are all equal whatever is drawn, such as the row sums of weights, judged by a few draws of
 * their own: for them an answer of one number is simply right, and drawing again would not help.
 */
export async function findConstantFields(context: AuditContext): Promise<Set<string>> {
  const variants: Variant[] = []
  for (let k = 0; k < draws; k++) {
    try {
      variants.push(drawVariant(context.definition, `constant-${k}`))
    } catch (error) {
      if (!(error instanceof DrawProblem)) throw error
    }
  }
  const candidates = variants.map(candidateOf)
  await executeReference(context, candidates)
  const computed = candidates.filter(({ expected }) => Object.keys(expected).length > 0)
  const fields = [...context.steps].filter(([, step]) =>
    computed.every(({ expected }) => {
      const data = expected[step]?.data ?? []
      return data.length > 1 && data.every((value) => Math.abs(value - (data[0] ?? 0)) < 1e-9)
    }),
  )
  return new Set(computed.length > 0 ? fields.map(([name]) => name) : [])
}
