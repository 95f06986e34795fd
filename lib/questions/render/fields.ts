import type { Field, FieldSymbol } from '../../../grader/answers/field.ts'
import type { PaperNode } from '../../../grader/answers/paper.ts'
import type { FormDemands } from '../../../grader/language/form/form.ts'
import { latexName } from '../../../grader/language/print-latex.ts'
import { formulaFunctions } from '../../../grader/language/vocabulary.ts'
import type { AnswerField, FormulaSymbol } from '../../../grader/question/definition.ts'
import type { StoredTensor, Variant } from '../../../grader/question/variant.ts'
import { shownId } from '../../../grader/question/variant.ts'
import { shownLabel } from './label.ts'
import { renderMath } from './math.ts'

/** Renders an option's or a line's Markdown with this variant's values. */
export type OptionRenderer = (markdown: string) => PaperNode[]

/**
 * A field as the student may see it. Built key by key from what is public, never by taking secrets away: options and
 * lines come in the variant's order under ids that say nothing.
 */
export function publicField(
  field: AnswerField,
  variant: Variant,
  expected: Readonly<Record<string, StoredTensor>>,
  render: OptionRenderer,
): Field {
  const base = { name: field.name, ...shownLabel(field), points: field.points }
  switch (field.kind) {
    case 'number':
      return { ...base, kind: 'number', decimals: field.decimals }
    case 'shape':
      return { ...base, kind: 'shape', length: field.axes.length || null, axes: field.axes }
    case 'tensor':
      // where the student chooses the grid's shape, the right one is part of the answer
      return {
        ...base,
        kind: 'tensor',
        shape: field.resizable ? startingShape(shapeOf(expected, field.step)) : shapeOf(expected, field.step),
        resizable: field.resizable,
        decimals: field.decimals,
      }
    case 'property': {
      // a grid or a number like any other: what must hold is no business of the browser's
      const shape = shapeOf(expected, field.name)
      const { decimals } = field
      return shape.length === 0
        ? { ...base, kind: 'number', decimals }
        : { ...base, kind: 'tensor', shape, resizable: false, decimals }
    }
    case 'formula':
      return {
        ...base,
        kind: 'formula',
        symbols: field.symbols.map(publicSymbol),
        functions: [...formulaFunctions],
        target: field.target,
        ...(field.target === null ? {} : { targetNodes: [renderMath(`${field.target} =`)] }),
        ...(field.form ? { form: publicForm(field.form) } : {}),
      }
    case 'choice': {
      const written = [...field.right, ...field.others].map((option) => option.markdown)
      return { ...base, kind: 'choice', many: field.many, options: shown(written, variant, field.name, render) }
    }
    case 'order':
      return {
        ...base,
        kind: 'order',
        lines: shown([...field.lines, ...field.distractors], variant, field.name, render),
      }
    case 'text':
      return { ...base, kind: 'text', maximumLength: field.maximumLength, upload: field.upload }
    case 'upload':
      return { ...base, kind: 'upload' }
    case 'layers':
      return {
        ...base,
        kind: 'layers',
        input: field.input,
        output: field.output,
        parameterBudget: field.parameterBudget,
      }
  }
}

function shown(
  written: readonly string[],
  variant: Variant,
  name: string,
  render: OptionRenderer,
): { id: string; nodes: PaperNode[] }[] {
  const order = variant.arrangement[name] ?? written.map((_, k) => k)
  return order.map((at, k) => ({ id: shownId(k), nodes: render(written[at] ?? '') }))
}

/** What must be used may give the answer away; what may not be is what the page warns of. */
function publicForm({ allow, forbid, simplified }: FormDemands) {
  return { allow: [...allow], forbid: [...forbid], simplified }
}

function publicSymbol(symbol: FormulaSymbol): FieldSymbol {
  return {
    name: symbol.name,
    latex: symbol.latex ?? latexName(symbol.name),
    aliases: symbol.aliases,
    shape: symbol.shape,
    ...(symbol.function === undefined ? {} : { function: true }),
  }
}

function shapeOf(expected: Readonly<Record<string, StoredTensor>>, step: string): number[] {
  const value = expected[step]
  if (!value) throw new Error(`step ${step} has no expected value`)
  return value.shape
}

/** A grid to begin with that tells nothing but the rank. */
function startingShape(shape: readonly number[]): number[] {
  return shape.map(() => 2)
}
