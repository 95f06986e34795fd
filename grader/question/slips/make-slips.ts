import type { Expression } from '../../language/ast.ts'
import { compile } from '../../language/compile.ts'
import type { StepSource } from '../../language/plan.ts'
import { latexName } from '../../language/print-latex.ts'
import { printText } from '../../language/print-text.ts'
import type { OperationLibrary, TensorType } from '../../language/types.ts'
import type { Alternative, QuestionDefinition } from '../definition.ts'
import { stepReads, upstreamSteps } from '../dependencies.ts'
import { judgedFields } from '../fields.ts'
import { programOf } from '../program.ts'
import type { Variant } from '../variant.ts'
import { formOf } from './places.ts'
import type { SlipRequest } from './read-slips.ts'
import { type Slip, slipKinds, type TypeOf } from './slip.ts'
import { slipsIn } from './slips-in.ts'

/** At most so many slips of one step, and of a question. */
export const mostOfStep = 5
export const mostOfQuestion = 24

/**
 * The slips that a question asks for, as alternatives: each takes one operation of one step wrong. One that has no type,
 * changes the shape of what is asked, copies another answer, or is what the reference or an author's alternative already
 * says, is left out.
 * `variant` is any draw of the question; `types` are those of the reference's steps for it.
 */
export function makeSlips(
  definition: QuestionDefinition,
  request: SlipRequest,
  variant: Variant,
  types: ReadonlyMap<string, TensorType>,
  library: OperationLibrary,
): Alternative[] {
  const typeOf = typesOf(definition, variant, types, library)
  const taken = new Set(definition.alternatives.map(({ steps }) => textOf(steps)))
  const perStep = stepGroups(definition, request).map((steps) => {
    const found: { slip: Slip; steps: StepSource[]; text: string }[] = []
    for (const { slip, replaced } of slipsOfSteps(steps, typeOf)) {
      const text = textOf(replaced)
      if (!request.kinds.includes(slip.kind) || taken.has(text)) continue
      if (!replaced.every((step) => fits(definition, step, typeOf(step.expression), types))) continue
      taken.add(text)
      found.push({ slip, steps: replaced, text })
    }
    const rank = ({ slip }: { slip: Slip }) => slipKinds.indexOf(slip.kind)
    return found.toSorted((a, b) => rank(a) - rank(b)).slice(0, mostOfStep)
  })
  return inTurn(perStep, mostOfQuestion).map(({ slip, steps, text }) =>
    alternativeOf(definition, request, slip, steps, text),
  )
}

/** The steps to look at: those that lead to an answer. Steps that are not asked and look alike are taken together. */
function stepGroups(definition: QuestionDefinition, request: SlipRequest): StepSource[][] {
  const asked = new Set(judgedFields(definition).map(({ step }) => step))
  const reads = stepReads(definition.reference)
  const needed = new Set([...asked].flatMap((step) => [step, ...upstreamSteps(definition.reference, step, reads)]))
  const groups = new Map<string, StepSource[]>()
  for (const { name, expression } of definition.reference) {
    if (!needed.has(name) || (request.steps && !request.steps.includes(name))) continue
    const key = asked.has(name) ? `asked ${name}` : formOf(expression)
    groups.set(key, [...(groups.get(key) ?? []), { name, expression }])
  }
  return [...groups.values()]
}

function slipsOfSteps(steps: readonly StepSource[], typeOf: TypeOf): { slip: Slip; replaced: StepSource[] }[] {
  const alike = steps.map(({ expression }) => slipsIn(expression, typeOf))
  if (alike.some((slips) => slips.length !== alike[0]?.length)) return []
  return (alike[0] ?? []).map((slip, k) => ({
    slip,
    replaced: steps.map(({ name }, s) => ({ name, expression: alike[s]?.[k]?.node as Expression })),
  }))
}

/** What a slip gives must have the shape of the step, unless the student chooses the shape and nothing builds on it. */
function fits(
  definition: QuestionDefinition,
  step: StepSource,
  type: TensorType | null,
  types: ReadonlyMap<string, TensorType>,
): boolean {
  if (!type || copiesAnswer(definition, step)) return false
  if (type.shape.join() === types.get(step.name)?.shape.join()) return true
  const read = [...stepReads(definition.reference).values()].some((reads) => reads.includes(step.name))
  return !read && judgedFields(definition).some((f) => f.step === step.name && f.kind === 'tensor' && f.resizable)
}

/** What is typed into one box and once more into the next must not earn. */
function copiesAnswer(definition: QuestionDefinition, { expression }: StepSource): boolean {
  return expression.kind === 'name' && judgedFields(definition).some(({ step }) => step === expression.name)
}

/** Types of expressions over parameters and steps, worked out once each. */
function typesOf(
  definition: QuestionDefinition,
  variant: Variant,
  types: ReadonlyMap<string, TensorType>,
  library: OperationLibrary,
): TypeOf {
  const { parameters, statics } = programOf(definition, variant)
  const all = { ...parameters, ...Object.fromEntries(types) }
  const known = new Map<string, TensorType | null>()
  return (expression) => {
    const text = printText(expression)
    const found = known.get(text)
    if (found !== undefined) return found
    const result = compile({ parameters: all, statics, steps: [{ name: 'of a part', expression }] }, library)
    const type = result.ok ? (result.plan.steps[0]?.type ?? null) : null
    known.set(text, type)
    return type
  }
}

/** The first of every list, then the second of every list …: no step takes all the places. */
function inTurn<T>(lists: readonly (readonly T[])[], most: number): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  const all = Array.from({ length: longest }, (_, k) => lists.flatMap((list) => list.slice(k, k + 1))).flat()
  return all.slice(0, most)
}

function alternativeOf(
  definition: QuestionDefinition,
  { earns, line, column }: SlipRequest,
  { kind, says }: Slip,
  steps: readonly StepSource[],
  text: string,
): Alternative {
  const [first] = steps
  const place = { line, column }
  const names = steps.map(({ name }) => `$${latexName(name)}$`).join(', ')
  const id = `slip-${kind}-${slug(first?.name ?? '')}-${fingerprint(text)}`
  if (definition.alternatives.some((other) => other.id === id)) throw new Error(`Two alternatives are called ${id}.`)
  return {
    ...place,
    id,
    kind: 'mistake',
    steps: steps.map((step) => ({ ...place, ...step, source: printText(step.expression) })),
    says: `In ${names} you ${says}`,
    earns,
    automatic: true,
  }
}

function textOf(steps: readonly StepSource[]): string {
  return steps
    .map(({ name, expression }) => `${name}: ${printText(expression)}`)
    .toSorted()
    .join('; ')
}

function slug(name: string): string {
  return name.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'step'
}

/** A few letters that stand for a text (FNV-1a): an id keeps its meaning when rules are added later. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(36).padStart(7, '0')
}
