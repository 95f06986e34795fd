import { operations } from '../../operations/library.ts'
import type { QuestionDefinition } from '../../question/definition.ts'
import { programOf } from '../../question/program.ts'
import { type PropertyField, type PropertyOutcome, propertyProgram } from '../../question/property-program.ts'
import type { Variant } from '../../question/variant.ts'

interface Compiled {
  /** types of all parameters */
  types: string
  /** values of the integers that settled the plan's shapes */
  statics: ReadonlyMap<string, number | undefined>
  outcome: Extract<PropertyOutcome, { ok: true }>
}

const compiled = new WeakMap<PropertyField, Compiled[]>()

/** The program of a field for a variant. Variants that agree on shapes get the same one, so that they share a batch. */
export function propertyProgramFor(
  question: QuestionDefinition,
  field: PropertyField,
  variant: Variant,
): PropertyOutcome {
  const { parameters, statics } = programOf(question, variant)
  const types = JSON.stringify(parameters)
  const known = compiled.get(field) ?? []
  const fitting = known.find(
    (one) => one.types === types && [...one.statics].every(([name, value]) => statics[name] === value),
  )
  if (fitting) return fitting.outcome
  const outcome = propertyProgram(question, field, variant, operations)
  if (!outcome.ok) return outcome
  const settled = new Map(outcome.program.plan.staticNames.map((name) => [name, statics[name]]))
  compiled.set(field, [...known, { types, statics: settled, outcome }])
  return outcome
}
