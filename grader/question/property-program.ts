import type { Expression, Problem } from '../language/ast.ts'
import { compile } from '../language/compile.ts'
import type { CompileInput, Plan, StepSource } from '../language/plan.ts'
import { prune } from '../language/prune.ts'
import type { OperationLibrary, TensorType } from '../language/types.ts'
import { type Condition, type ConditionStep, stepsOf, takeApart } from './condition.ts'
import type { AnswerField, QuestionDefinition } from './definition.ts'
import { readsOf, upstreamSteps } from './dependencies.ts'
import type { JudgedField } from './fields.ts'
import { programOf } from './program.ts'
import type { Variant } from './variant.ts'

export type PropertyField = Extract<AnswerField, { kind: 'property' }>

/** What a property field executes: a plan in which the answer is a parameter, and what must hold of its steps. */
export interface PropertyProgram {
  plan: Plan
  /** of the answer; integers where no decimals are asked for */
  type: TensorType
  /** one per property, in the file's order */
  conditions: Condition[]
}

export interface PropertyProblem {
  /** the expression as the author wrote it, and where in it; null for the field as a whole */
  expression: Expression | null
  what: string
  problem: Problem
}

export type PropertyOutcome = { ok: true; program: PropertyProgram } | { ok: false; problems: PropertyProblem[] }

/** The step that gives the one right answer. No name of a question has a blank in it. */
export const exampleStep = 'the example'
const shapeStep = 'the shape'
const mistakeStep = (id: string) => `the mistake ${id}`

/** The field as the student sees it: a number or a grid like any other. */
export function asGrid(field: PropertyField, shape: readonly number[]): JudgedField {
  const { name, label, points, after, line, column, decimals } = field
  const common = { name, label, points, after, line, column, decimals, step: name }
  return shape.length === 0 ? { ...common, kind: 'number' } : { ...common, kind: 'tensor', resizable: false }
}

/** The steps that give the values of the field's mistakes, by id. */
export function mistakeSteps(field: PropertyField): ReadonlyMap<string, string> {
  return new Map(field.mistakes.map(({ id }) => [id, mistakeStep(id)]))
}

export function propertyFields(definition: QuestionDefinition): PropertyField[] {
  return definition.answers.filter((field) => field.kind === 'property')
}

/** Every expression of a field as its author wrote it, with what it is for messages. */
export function propertyExpressions(field: PropertyField): { what: string; expression: Expression }[] {
  return [
    ...field.sizes.map((expression) => ({ what: 'shape', expression })),
    ...field.holds.map(({ expression }) => ({ what: 'that', expression })),
    { what: 'example', expression: field.example },
    ...field.mistakes.map(({ id, expression }) => ({ what: `mistake ${id}`, expression })),
  ]
}

/** The program of a field for the sizes of a variant. Only the reference's steps that it reads are in it. */
export function propertyProgram(
  definition: QuestionDefinition,
  field: PropertyField,
  variant: Variant,
  library: OperationLibrary,
): PropertyOutcome {
  const input = programOf(definition, variant)
  const sized = compiled(definition, input, [sizeStep(field)], library)
  if (!sized.ok) return { ok: false, problems: explain(field, [], sized.problems) }
  const shape = sized.plan.steps.find(({ name }) => name === shapeStep)?.type.shape ?? []
  const type: TensorType = { shape, integer: field.decimals === 0 }
  const sides: ConditionStep[] = []
  const conditions = field.holds.map(({ expression }, k) => takeApart(expression, `property ${k + 1} side`, sides))
  // as a whole a property is only compiled, so that what does not fit together is found
  const wholes = field.holds.map(({ expression }, k) => ({ name: `property ${k + 1}`, expression }))
  const steps: StepSource[] = [
    sizeStep(field),
    ...sides,
    ...wholes,
    { name: exampleStep, expression: field.example },
    ...field.mistakes.map(({ id, expression }) => ({ name: mistakeStep(id), expression })),
  ]
  const parameters = { ...input.parameters, [field.name]: type }
  const result = compiled(definition, { ...input, parameters }, steps, library)
  if (!result.ok) return { ok: false, problems: explain(field, [...sides, ...wholes], result.problems) }
  const kept = result.plan.steps.filter(({ name }) => wholes.every((whole) => whole.name !== name))
  const plan = { ...result.plan, ...prune(result.plan.instructions, kept) }
  return { ok: true, program: { plan, type, conditions } }
}

/** The reference's steps that the program's conditions follow from: those a student rounds on the way. */
export function stepsBefore({ plan, conditions }: PropertyProgram): Set<string> {
  const steps = new Map(plan.steps.map((step) => [step.name, step]))
  const found = new Set<string>()
  const visit = (name: string) => {
    for (const read of steps.get(name)?.reads ?? []) {
      if (!steps.has(read) || found.has(read)) continue
      found.add(read)
      visit(read)
    }
  }
  for (const name of conditions.flatMap(stepsOf)) visit(name)
  return found
}

/** A tensor of the asked shape: the operation settles the sizes and what they were read from. */
function sizeStep(field: PropertyField): StepSource {
  const span = { start: 0, end: 0 }
  const expression: Expression =
    field.sizes.length === 0
      ? { kind: 'number', text: '0', span }
      : { kind: 'call', name: 'zeros', args: field.sizes, span }
  return { name: shapeStep, expression }
}

function compiled(
  definition: QuestionDefinition,
  input: CompileInput,
  extra: readonly StepSource[],
  library: OperationLibrary,
) {
  const names = new Set(definition.reference.map(({ name }) => name))
  const direct = extra.flatMap(({ expression }) => readsOf(expression, names))
  const needed = new Set(direct.flatMap((name) => [name, ...upstreamSteps(definition.reference, name)]))
  const reference = input.steps.filter(({ name }) => needed.has(name))
  return compile({ ...input, steps: [...reference, ...extra] }, library)
}

/** Says of each problem which of the author's expressions it lies in. */
function explain(
  field: PropertyField,
  parts: readonly ConditionStep[],
  problems: readonly { step: string; problem: Problem }[],
): PropertyProblem[] {
  return problems.map(({ step, problem }) => {
    const mistake = field.mistakes.find(({ id }) => mistakeStep(id) === step)
    if (mistake) return { expression: mistake.expression, what: `mistake ${mistake.id}`, problem }
    if (step === exampleStep) return { expression: field.example, what: 'example', problem }
    const property = parts.some(({ name }) => name === step) ? Number(step.split(' ')[1]) - 1 : -1
    const held = field.holds[property]
    if (held) return { expression: held.expression, what: 'that', problem }
    return { expression: null, what: 'shape', problem }
  })
}
