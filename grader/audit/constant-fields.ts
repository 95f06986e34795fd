import { DrawProblem, drawVariant } from '../question/draw-variant.ts'
import type { Variant } from '../question/variant.ts'
import { type Candidate, candidateOf } from './candidate.ts'
import type { AuditContext } from './context.ts'
import { executeReference } from './execute-reference.ts'
import { copiedParameter } from './without-work.ts'

const draws = 8

/**
 * The fields whose cells are all equal whatever is drawn (the row sums of weights), and those whose answer is a parameter
 * as it was given, judged by a few draws of their own: for them an answer without work is simply right, and drawing again
 * would not help.
 */
export async function findTrivialFields(
  context: AuditContext,
): Promise<Pick<AuditContext, 'constantFields' | 'copiedFields'>> {
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
  const always = (trivial: (candidate: Candidate, step: string) => boolean) => {
    const fields = [...context.steps].filter(([, step]) => computed.every((candidate) => trivial(candidate, step)))
    return new Set(computed.length > 0 ? fields.map(([name]) => name) : [])
  }
  return {
    constantFields: always(({ expected }, step) => isConstant(expected[step]?.data ?? [])),
    copiedFields: always(({ expected, variant }, step) => {
      const value = expected[step]
      return value !== undefined && copiedParameter(value, [], variant) !== null
    }),
  }
}

/** All cells are equal; a single number is constant as a 1, which anybody may try. */
function isConstant(data: readonly number[]): boolean {
  const alike = data.every((value) => Math.abs(value - (data[0] ?? 0)) < 1e-9)
  return data.length > 1 ? alike : alike && Math.abs((data[0] ?? 0) - 1) < 1e-9
}
