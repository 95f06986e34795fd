import { componentsOf } from './components.ts'
import type { QuestionDefinition } from './definition.ts'
import { drawParameter } from './draw-parameter.ts'
import { LiteralProblem } from './evaluate.ts'
import { randomFrom, shuffled } from './random.ts'
import type { StoredTensor, Variant } from './variant.ts'

/** A generator whose range is empty for the sizes that were drawn; the message names the parameter. */
export class DrawProblem extends Error {
  readonly parameter: string

  constructor(parameter: string, message: string) {
    super(`${parameter}: ${message}`)
    this.parameter = parameter
  }
}

/** `base~2.0.1`: a seed that says how often each component was drawn before it was accepted. */
export function seedWithTries(base: string, tries: readonly number[]): string {
  return tries.every((count) => count === 0) ? base : `${base}~${tries.join('.')}`
}

export function splitSeed(seed: string): { base: string; tries: number[] } {
  const match = /^(.*)~(\d{1,9}(?:\.\d{1,9})*)$/s.exec(seed)
  if (!match) return { base: seed, tries: [] }
  return { base: match[1] ?? '', tries: (match[2] ?? '').split('.').map(Number) }
}

/**
 * Draws the variant of a seed. Every parameter has a stream of its own, named by version, seed, parameter and try, so
 * that drawing one component again leaves the others as they are, and the seed alone says everything.
 * Throws DrawProblem.
 */
export function drawVariant(definition: QuestionDefinition, seed: string): Variant {
  const { base, tries } = splitSeed(seed)
  const components = componentsOf(definition)
  const tryOf = (name: string) => tries[components.findIndex(({ parameters }) => parameters.includes(name))] ?? 0
  const params: Record<string, StoredTensor> = {}
  const scope: Record<string, number> = {}
  for (const { name, generator } of definition.parameters) {
    const random = randomFrom(`${definition.version}|${base}|${name}|${tryOf(name)}`)
    try {
      const value = drawParameter(generator, scope, random)
      params[name] = value
      const [scalar] = value.data
      if (value.shape.length === 0 && Number.isInteger(scalar)) scope[name] = scalar as number
    } catch (error) {
      if (error instanceof LiteralProblem) throw new DrawProblem(name, error.message)
      throw error
    }
  }
  return { slug: definition.slug, version: definition.version, seed, params, arrangement: arrange(definition, base) }
}

/** The order in which options and lines are shown; lines never stand in their right order from the start. */
function arrange(definition: QuestionDefinition, base: string): Record<string, number[]> {
  const arrangement: Record<string, number[]> = {}
  for (const field of definition.answers) {
    const random = randomFrom(`${definition.version}|${base}|${field.name}|arrangement`)
    if (field.kind === 'choice') {
      const count = field.right.length + field.others.length
      arrangement[field.name] = field.shuffle ? shuffled(count, random) : Array.from({ length: count }, (_, k) => k)
    } else if (field.kind === 'order') {
      const right = field.lines.length
      let order = shuffled(right + field.distractors.length, random)
      while (order.filter((k) => k < right).every((k, place) => k === place)) order = shuffled(order.length, random)
      arrangement[field.name] = order
    }
  }
  return arrangement
}
