import type { Expression, Span } from '../language/ast.ts'
import { type OperationLibrary, printShape, sizeOf, type TensorType } from '../language/types.ts'
import { leavesOf } from './condition.ts'
import type { Place, QuestionDefinition } from './definition.ts'
import { readsOf } from './dependencies.ts'
import { drawVariant } from './draw-variant.ts'
import {
  exampleStep,
  mistakeSteps,
  type PropertyField,
  type PropertyProgram,
  propertyExpressions,
  propertyFields,
  propertyProgram,
} from './property-program.ts'
import type { Reader } from './reader.ts'

/** The cells that a property field may have: every one is moved up and down when an answer is judged. */
const mostCells = 256

/** Compiles every property field for one drawn variant, so that names, shapes and types are sound before anything runs. */
export function checkProperties(reader: Reader, definition: QuestionDefinition, library: OperationLibrary): void {
  const fields = propertyFields(definition)
  if (fields.length === 0) return
  const variant = drawVariant(definition, 'first')
  for (const field of fields) {
    if (!checkNames(reader, definition, field)) continue
    const outcome = propertyProgram(definition, field, variant, library)
    if (outcome.ok) checkTypes(reader, field, outcome.program)
    else {
      const said = new Set<string>()
      for (const { expression, what, problem } of outcome.problems) {
        // what is wrong in one side of a comparison is wrong in the whole as well
        const key = `${problem.span.start} ${problem.message}`
        if (!said.has(key)) tell(reader, field, expression, problem.span, `${what}: ${problem.message}`)
        said.add(key)
      }
    }
  }
}

function tell(reader: Reader, place: Place, expression: Expression | null, span: Span, message: string): null {
  return reader.problem((expression && reader.offset(expression, span)) ?? place, message)
}

function checkNames(reader: Reader, definition: QuestionDefinition, field: PropertyField): boolean {
  const answer = new Set([field.name])
  const taken = [...definition.parameters, ...definition.reference].find(({ name }) => name === field.name)
  if (taken) {
    reader.problem(field, `“${field.name}” is already a name, on line ${taken.line}; the answer needs one of its own.`)
    return false
  }
  let sound = true
  for (const { what, expression } of propertyExpressions(field)) {
    const reads = readsOf(expression, answer).length > 0
    if (what === 'that' ? reads : !reads) continue
    sound = false
    const message = reads
      ? `${what}: it cannot be worked out from the answer ${field.name} itself.`
      : `that: it says nothing about ${field.name}.`
    tell(reader, field, expression, expression.span, message)
  }
  return sound
}

function checkTypes(reader: Reader, field: PropertyField, { plan, type, conditions }: PropertyProgram): void {
  const types = new Map(plan.steps.map((step) => [step.name, step.type]))
  const size = sizeOf(type.shape)
  if (size > mostCells) reader.problem(field, `${field.name}: ${size} cells are too many; at most ${mostCells}.`)
  const values = new Map([
    ['example', exampleStep],
    ...[...mistakeSteps(field)].map(([id, s]) => [`mistake ${id}`, s]),
  ] as [string, string][])
  for (const { what, expression } of propertyExpressions(field)) {
    const value = types.get(values.get(what) ?? '')
    const wrong = value && misfit(field, type, value, what === 'example')
    if (wrong) tell(reader, field, expression, expression.span, `${what}: ${wrong}`)
  }
  for (const [k, condition] of conditions.entries()) {
    const { expression } = field.holds[k] as (typeof field.holds)[number]
    for (const leaf of leavesOf(condition)) {
      const sides = leaf.kind === 'compare' ? [leaf.left, leaf.right] : [leaf.step]
      const exact = sides.every((side) => types.get(side)?.integer)
      if (exact || (leaf.kind === 'compare' && leaf.operator !== '!=')) continue
      const message =
        leaf.kind === 'truth'
          ? 'that: this is a number. Compare it (=, <=, <) with what it should be.'
          : 'that: numbers that are rounded always may differ; say by how much, as in abs(a - b) >= 0.1.'
      tell(reader, field, expression, leaf.span, message)
    }
  }
}

function misfit({ name }: PropertyField, asked: TensorType, value: TensorType, example: boolean): string | null {
  if (asked.shape.join() !== value.shape.join()) {
    return `it is ${printShape(value.shape)}, but ${name} is ${printShape(asked.shape)}.`
  }
  if (!example || !asked.integer || value.integer) return null
  return 'it need not be whole, but with decimals: 0 whole numbers are asked for.'
}
