import type { PaperNode } from '../../../grader/answers/paper.ts'
import { latexName, printLatex } from '../../../grader/language/print-latex.ts'
import type { AnswerField, NamedExpression, QuestionDefinition } from '../../../grader/question/definition.ts'
import { readsOf, upstreamSteps } from '../../../grader/question/dependencies.ts'
import type { StoredTensor, Variant, VariantKey } from '../../../grader/question/variant.ts'
import type { PaperValues } from './computed-values.ts'
import { renderMath } from './math.ts'
import { tensorLatex } from './tensor-latex.ts'

interface SolutionInput {
  definition: QuestionDefinition
  variant: Variant
  key: VariantKey
  values: PaperValues
}

type RenderMarkdown = (markdown: string) => PaperNode[]

// beyond this many numbers a line with every value put in is harder to read than the line without
const readableNumbers = 48

/**
 * The worked solution of every field, printed from the reference: each step as a formula, with the student's numbers
 * put in, and its value. A step that several fields use is worked out where it is first needed.
 */
export function workedSolution(input: SolutionInput, render: RenderMarkdown): Record<string, PaperNode[]> {
  const shown = new Set<string>()
  const solution: Record<string, PaperNode[]> = {}
  for (const field of input.definition.answers) solution[field.name] = solveField(field, input, render, shown)
  return solution
}

function solveField(field: AnswerField, input: SolutionInput, render: RenderMarkdown, shown: Set<string>): PaperNode[] {
  switch (field.kind) {
    case 'number':
    case 'shape':
    case 'tensor': {
      const places = field.kind === 'shape' ? undefined : field.decimals
      return stepsFor(field.step, input.definition, shown).flatMap((step) =>
        stepLines(step, input, step.name === field.step ? places : undefined),
      )
    }
    case 'formula': {
      const names = Object.fromEntries(field.symbols.flatMap((s) => (s.latex ? [[s.name, s.latex]] : [])))
      const right = printLatex(field.equals, { names })
      return [displayed(field.target ? `${field.target} = ${right}` : right)]
    }
    case 'choice':
      return field.right.flatMap((option) => render(option.markdown))
    case 'order':
      return field.lines.flatMap((line, k) => render(`${k + 1}. ${line}`))
    case 'text':
    case 'upload':
      return field.solution
        ? render(field.solution)
        : field.rubric.map((entry) => ({ tag: 'li', children: render(entry.says) }))
    case 'layers':
      return field.solution ? render(field.solution) : []
    case 'property':
      return [...properties(field, render), ...exampleLines(field, input, shown)]
  }
}

type PropertyField = Extract<AnswerField, { kind: 'property' }>

/** What must be true of an answer, in words and as a formula. */
function properties(field: PropertyField, render: RenderMarkdown): PaperNode[] {
  const lines = field.holds.map(({ expression, says }): PaperNode => {
    return { tag: 'li', children: [...render(says), displayed(printLatex(expression))] }
  })
  return [{ tag: 'ul', children: lines }]
}

/** One right answer, and the steps that lead to it and that no field asks for. */
function exampleLines(field: PropertyField, input: SolutionInput, shown: Set<string>): PaperNode[] {
  const { reference, answers } = input.definition
  const asked = new Set(answers.flatMap((other) => ('step' in other ? [other.step] : [])))
  const reads = readsOf(field.example, new Set(reference.map(({ name }) => name)))
  const before = reads
    .filter((name) => !asked.has(name) && !shown.has(name))
    .flatMap((name) => stepsFor(name, input.definition, shown))
  const { name, source, line, column } = field
  const example = { name, source, line, column, expression: field.example }
  return [...before.flatMap((step) => stepLines(step, input, undefined)), ...stepLines(example, input, field.decimals)]
}

/** The step and what leads to it that no earlier field has shown, in the reference's order. */
function stepsFor(name: string, definition: QuestionDefinition, shown: Set<string>): NamedExpression[] {
  const needed = new Set([...upstreamSteps(definition.reference, name), name])
  const asked = new Set(definition.answers.flatMap((field) => ('step' in field ? [field.step] : [])))
  const steps = definition.reference.filter(
    (step) => needed.has(step.name) && (step.name === name || (!shown.has(step.name) && !asked.has(step.name))),
  )
  for (const step of steps) shown.add(step.name)
  return steps
}

function stepLines(step: NamedExpression, input: SolutionInput, places: number | undefined): PaperNode[] {
  const value = input.key.expected[step.name]
  if (!value) return []
  // a gradient is worked out by what it comes down to
  const expression = step.derived ?? step.expression
  const read = valuesRead({ ...step, expression }, { ...input.key.expected, ...input.variant.params })
  const target = latexName(step.name)
  const formula = printLatex(expression)
  const numbers = printLatex(expression, { values: latexValues(read, input) })
  const result = tensorLatex(value, { places: places ?? placesOf(value, input.definition.decimals) })
  const lines = [`${target} &= ${step.derived ? `${printLatex(step.expression)} = ` : ''}${formula}`]
  const count = read.reduce((sum, [, { data }]) => sum + data.length, 0)
  if (numbers !== formula && count <= readableNumbers) lines.push(`&= ${numbers}`)
  if (lines.at(-1) !== `${target} &= ${result}`) lines.push(`&${exact(value, places) ? '=' : '\\approx'} ${result}`)
  return [displayed(`\\begin{aligned}${lines.join('\\\\[2pt]')}\\end{aligned}`)]
}

type Named = [name: string, value: StoredTensor]

/** The values that a step is computed from. */
function valuesRead(step: NamedExpression, known: Readonly<Record<string, StoredTensor>>): Named[] {
  return readsOf(step.expression, new Set(Object.keys(known)))
    .filter((name) => name !== step.name)
    .map((name): Named => [name, known[name] as StoredTensor])
}

function latexValues(read: readonly Named[], input: SolutionInput): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of read) {
    const given = Object.hasOwn(input.variant.params, name)
    const latex = tensorLatex(value, given ? {} : { places: placesOf(value, input.definition.decimals) })
    values[name] = latex.startsWith('-') ? `(${latex})` : latex
  }
  return values
}

function placesOf(value: StoredTensor, decimals: number): number | undefined {
  return value.data.every(Number.isInteger) ? 0 : decimals
}

function exact(value: StoredTensor, places: number | undefined): boolean {
  return value.data.every((x) => Number(x.toFixed(places ?? 6)) === x)
}

function displayed(latex: string): PaperNode {
  return { tag: 'div', class: 'solution-line', children: [renderMath(latex, { display: true, trusted: true })] }
}
