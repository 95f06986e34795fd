import type { Generator, QuestionDefinition } from '../../grader/question/definition.ts'
import { drawParameter } from '../../grader/question/draw-parameter.ts'
import { LiteralProblem } from '../../grader/question/evaluate.ts'
import { parameterTypes } from '../../grader/question/program.ts'
import { randomFrom } from '../../grader/question/random.ts'
import type { StoredTensor, Variant } from '../../grader/question/variant.ts'

const tail = 'A changed prompt cannot be regraded for students who saw another.'

/**
 * Why the numbers that a student saw cannot be those of the corrected question, in a sentence, or null. Names, shapes and
 * constants must be the same; ranges may have changed, for nothing is drawn again.
 */
export function parameterProblem(next: QuestionDefinition, variant: Variant): string | null {
  const names = next.parameters.map(({ name }) => name)
  const seen = Object.keys(variant.params)
  const gone = seen.filter((name) => !names.includes(name))
  const added = names.filter((name) => !seen.includes(name))
  if (gone.length > 0) return `The corrected question has no parameter ${gone.join(', ')} any more. ${tail}`
  if (added.length > 0) return `The corrected question has the new parameter ${added.join(', ')}. ${tail}`
  const scope: Record<string, number> = {}
  const types = parameterTypes(next, variant)
  for (const { name, generator } of next.parameters) {
    const value = variant.params[name] as StoredTensor
    const problem = valueProblem(generator, value, scope, types[name]?.integer ?? false)
    if (problem) return `Parameter ${name}: ${problem} ${tail}`
    const [scalar] = value.data
    if (value.shape.length === 0 && Number.isInteger(scalar)) scope[name] = scalar as number
  }
  return null
}

function valueProblem(
  generator: Generator,
  value: StoredTensor,
  scope: Readonly<Record<string, number>>,
  integer: boolean,
): string | null {
  let drawn: StoredTensor
  try {
    drawn = drawParameter(generator, scope, randomFrom('its shape'))
  } catch (error) {
    if (!(error instanceof LiteralProblem)) throw error
    return `it cannot be drawn for the sizes that students have (${error.message})`
  }
  if (drawn.shape.join() !== value.shape.join()) {
    return `its shape would be ${shown(drawn.shape)}, students have ${shown(value.shape)}.`
  }
  if (generator.kind === 'fixed' && drawn.data.join() !== value.data.join()) {
    return `it is a constant of another value than students have.`
  }
  return integer && !value.data.every(Number.isInteger) ? 'it would be whole, students have decimals.' : null
}

const shown = (shape: readonly number[]) => (shape.length === 0 ? 'one number' : shape.join('×'))
