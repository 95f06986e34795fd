import type { Expression, Span } from '../../language/ast.ts'
import { compile } from '../../language/compile.ts'
import type { CompileInput, StepSource } from '../../language/plan.ts'
import type { OperationLibrary, TensorType } from '../../language/types.ts'
import { formulaInput, withFunctions } from '../check-formulas.ts'
import { drawParameter } from '../draw-parameter.ts'
import { LiteralProblem } from '../evaluate.ts'
import { parameterTypes } from '../program.ts'
import { randomFrom } from '../random.ts'
import type { StoredTensor } from '../variant.ts'
import { type Placed, placedExpressions, properties, propertyParts } from './expressions.ts'
import type { Loose } from './read-loosely.ts'

/** A part of an expression whose type is known. */
export interface TypedPart {
  expression: Expression
  span: Span
  type: TensorType
}

export interface Settled {
  parameters: ReadonlyMap<string, TensorType>
  steps: ReadonlyMap<string, TensorType>
  parts: TypedPart[]
  /** all expressions that were looked at, whole */
  expressions: Expression[]
}

/** The types of all that can be compiled, for the sizes of one draw; what cannot is left out in silence. */
export function settleTypes(loose: Loose, library: OperationLibrary): Settled {
  const { parameters, statics } = drawLoosely(loose)
  const parts: TypedPart[] = []
  const expressions: Expression[] = []
  const types = (input: Omit<CompileInput, 'notice'>, known: OperationLibrary = library) => {
    const sources = new Map(input.steps.map(({ name, expression }) => [name, expression]))
    const found = new Map<string, TensorType>()
    expressions.push(...sources.values())
    const result = compile(
      {
        ...input,
        notice(step, span, type) {
          const expression = sources.get(step)
          if (expression) parts.push({ expression, span, type })
          found.set(step, type)
        },
      },
      known,
    )
    for (const { step } of result.ok ? [] : result.problems) found.delete(step)
    return found
  }

  const placed = placedExpressions(loose)
  const reference = loose.draft.reference.filter(
    ({ name, source }) => source !== '' && !Object.hasOwn(parameters, name),
  )
  const all = types({ parameters, statics, steps: [...reference, ...placed.map(asStep)], independent: 'zeros' })
  const names = new Set(reference.map(({ name }) => name))
  const steps = new Map([...all].filter(([name]) => names.has(name)))
  const given = { ...parameters, ...Object.fromEntries(steps) }
  for (const field of properties(loose.draft.answers)) {
    const example = placed.find(({ expression }) => expression === field.example)
    const type = all.get(example?.key ?? '')
    const answer: Record<string, TensorType> = type ? { [field.name]: { ...type, integer: field.decimals === 0 } } : {}
    types({ parameters: { ...given, ...answer }, statics, steps: propertyParts(field).map(asStep) })
  }
  for (const figure of loose.draft.figures) {
    if (figure.kind !== 'plot') continue
    const variable = { [figure.variable]: { shape: [], integer: false } }
    const curve = [{ name: 'the curve', expression: figure.curve }]
    types({ parameters: { ...variable, ...given }, statics, steps: curve })
  }
  for (const field of loose.draft.answers) {
    if (field.kind !== 'formula') continue
    const said = [field.equals, ...[...field.accept, ...field.mistakes].map(({ expression }) => expression)]
    const written = said.map((expression, k) => ({ name: `(formula ${k})`, expression }))
    types({ ...formulaInput(field.symbols), steps: written }, withFunctions(field.symbols, library))
  }
  return { parameters: new Map(Object.entries(parameters)), steps, parts, expressions }
}

function asStep({ key, expression }: Placed): StepSource {
  return { name: key, expression }
}

/** The types of the parameters that can be drawn. */
function drawLoosely({ draft }: Loose): Pick<CompileInput, 'parameters' | 'statics'> {
  const params: Record<string, StoredTensor> = {}
  const scope: Record<string, number> = {}
  for (const { name, generator } of draft.parameters) {
    try {
      const value = drawParameter(generator, scope, randomFrom(`outline|${name}`))
      params[name] = value
      const [scalar] = value.data
      if (value.shape.length === 0 && Number.isInteger(scalar)) scope[name] = scalar as number
    } catch (error) {
      if (!(error instanceof LiteralProblem)) throw error
    }
  }
  const parameters = parameterTypes(draft, { params })
  const statics = Object.entries(scope).filter(([name]) => parameters[name]?.integer)
  return { parameters, statics: Object.fromEntries(statics) }
}
