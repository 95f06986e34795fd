import type { Expression } from '../language/ast.ts'
import { compile } from '../language/compile.ts'
import { callsIn } from '../language/names-in.ts'
import type { Plan, StepSource } from '../language/plan.ts'
import type { OperationLibrary, TensorType } from '../language/types.ts'
import { figureExpressions, type PlacedTemplate } from './check-body.ts'
import type { Figure, NamedExpression, Place, QuestionDefinition } from './definition.ts'
import { upstreamSteps } from './dependencies.ts'
import { DrawProblem, drawVariant } from './draw-variant.ts'
import { programOf } from './program.ts'
import type { Reader } from './reader.ts'
import type { Variant } from './variant.ts'

/**
 * Compiles the reference, everything printed, the constraints and every alternative for one drawn variant, so that names,
 * shapes and static arguments are settled before anything runs. Returns the reference as
 * compiled and the types of its steps; kinds of fields need not be settled yet.
 */
export function checkShapes(
  reader: Reader,
  definition: QuestionDefinition,
  templates: readonly PlacedTemplate[],
  library: OperationLibrary,
): { types: Map<string, TensorType>; plan: Plan } | null {
  const variant = drawFirst(reader, definition)
  if (!variant) return null
  const plan = check(reader, definition.reference, 'reference', library, programOf(definition, variant))
  if (!plan) return null
  const extra: (StepSource & Place)[] = [
    ...definition.where,
    ...templates.map((t, k) => ({ ...t, name: `${t.name} ${k}` })),
  ]
  for (const { expression, ...place } of [...templates, ...definition.figures.flatMap(drawnOf)]) {
    // papers are printed from values: there is no program any more
    if (callsIn(expression).has('gradient'))
      reader.problem(place, 'A gradient can not be printed as such: make it a step of the reference and print that.')
  }
  check(reader, extra, 'extra', library, programOf(definition, variant, undefined, extra))
  for (const figure of definition.figures) checkFigure(reader, definition, variant, figure, library)
  checkAlternatives(reader, definition, variant, library)
  return { types: new Map(plan.steps.map(({ name, type }) => [name, type])), plan }
}

function drawFirst(reader: Reader, definition: QuestionDefinition): Variant | null {
  try {
    return drawVariant(definition, 'first')
  } catch (error) {
    if (!(error instanceof DrawProblem)) throw error
    const parameter = definition.parameters.find(({ name }) => name === error.parameter)
    return reader.problem(parameter ?? { line: 1, column: 1 }, error.message)
  }
}

/** Compiles and reports each problem at its place in the expression, as far as the place is known. */
function check(
  reader: Reader,
  steps: readonly (StepSource & Place)[],
  what: string,
  library: OperationLibrary,
  input: Parameters<typeof compile>[0],
): Plan | null {
  const result = compile(input, library)
  if (result.ok) return result.plan
  for (const { step, problem } of result.problems) {
    const source = steps.find(({ name }) => name === step)
    const offset = source && reader.offset(source.expression, problem.span)
    const name = what === 'extra' ? step.replace(/ \d+$/, '') : step
    reader.problem(offset ?? source ?? steps[0] ?? 0, `${name}: ${problem.message}`)
  }
  return null
}

function drawnOf(figure: Figure): (Place & { expression: Expression })[] {
  return figureExpressions(figure).map((expression) => ({ line: figure.line, column: figure.column, expression }))
}

function checkFigure(
  reader: Reader,
  definition: QuestionDefinition,
  variant: Variant,
  figure: Figure,
  library: OperationLibrary,
) {
  if (figure.kind === 'image') return
  const step = (name: string, expression: Expression) => ({
    ...figure,
    name: `${name} of figure ${figure.name}`,
    expression,
  })
  const shared =
    figure.kind === 'plot' ? [step('from', figure.from), step('to', figure.to)] : [step('value', figure.value)]
  if (figure.kind === 'grid' && figure.window) shared.push(step('window', figure.window))
  const plan = check(reader, shared, 'figure', library, programOf(definition, variant, undefined, shared))
  const value = plan?.steps.find(({ name }) => name.startsWith('value of figure'))
  if (value && value.type.shape.length !== 2) reader.problem(figure, `figure ${figure.name}: a grid draws a matrix.`)
  if (figure.kind !== 'plot') return
  const curve = [step('curve', figure.curve)]
  const input = programOf(definition, variant, undefined, curve)
  if (Object.hasOwn(input.parameters, figure.variable) || input.steps.some(({ name }) => name === figure.variable)) {
    reader.problem(figure, `figure ${figure.name}: its variable “${figure.variable}” is already a parameter or step.`)
    return
  }
  const variable: TensorType = { shape: [], integer: false }
  check(reader, curve, 'figure', library, {
    ...input,
    parameters: { ...input.parameters, [figure.variable]: variable },
  })
}

function checkAlternatives(
  reader: Reader,
  definition: QuestionDefinition,
  variant: Variant,
  library: OperationLibrary,
): void {
  for (const alternative of definition.alternatives) {
    const replaced = new Map(alternative.steps.map((step) => [step.name, step]))
    const program: NamedExpression[] = definition.reference.map((step) => replaced.get(step.name) ?? step)
    const result = compile(programOf(definition, variant, alternative), library)
    for (const { step, problem } of result.ok ? [] : result.problems) {
      const source = replaced.get(step)
      const offset = source && reader.offset(source.expression, problem.span)
      const hint = source ? '' : ' Replace this step as well.'
      reader.problem(offset ?? alternative, `${alternative.kind} ${alternative.id}, ${step}: ${problem.message}${hint}`)
    }
    const asked = definition.answers.flatMap((field) => ('step' in field ? [field.step] : []))
    const touches = asked.some((step) => [step, ...upstreamSteps(program, step)].some((name) => replaced.has(name)))
    if (!touches)
      reader.problem(alternative, `${alternative.kind} ${alternative.id} changes no step that is asked for.`)
  }
}
