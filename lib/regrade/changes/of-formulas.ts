import { printText } from '../../../grader/language/print-text.ts'
import type { AnswerField, FormulaSymbol } from '../../../grader/question/definition.ts'
import { recognisedChanges } from './of-mistakes.ts'
import { counted, listed, paired, quoted, shortened } from './said.ts'

type Formula = Extract<AnswerField, { kind: 'formula' }>
type Property = Extract<AnswerField, { kind: 'property' }>

const sourceOf = ({ source }: { source: string }) => source

const rangeOf = ({ domain: { low, high, integer } }: FormulaSymbol) =>
  `a ${integer ? 'whole ' : ''}number from ${low} to ${high}`

function symbolChange(was: FormulaSymbol, is: FormulaSymbol): string[] {
  if (JSON.stringify(was) === JSON.stringify(is)) return []
  const rangeAlone = JSON.stringify({ ...was, domain: is.domain }) === JSON.stringify(is)
  return [
    rangeAlone
      ? `the symbol ${is.name} is ${rangeOf(is)}, was ${rangeOf(was)}.`
      : `the symbol ${is.name} stands for something else.`,
  ]
}

function symbolChanges(was: Formula, is: Formula): string[] {
  const { added, gone, kept } = paired(was.symbols, is.symbols, ({ name }) => name)
  return [
    ...gone.map(({ name }) => `the symbol ${name} is gone.`),
    ...added.map(({ name }) => `the symbol ${name} is new.`),
    ...kept.flatMap(({ was: before, is: after }) => symbolChange(before, after)),
  ]
}

function formChanges({ form: was }: Formula, { form: is }: Formula): string[] {
  if (JSON.stringify(was) === JSON.stringify(is)) return []
  if (!is) return ['a right formula may look as it likes now.']
  return [
    was ? 'what a right formula must look like has changed.' : 'a right formula must look as asked now.',
    `one that does not earns ${is.earns} of the points${was ? `, was ${was.earns}` : ''}.`,
  ]
}

export function formulaChanges(was: Formula, is: Formula): string[] {
  const accepted = paired(was.accept, is.accept, sourceOf)
  return [
    ...(was.source === is.source ? [] : [`what is right is ${shortened(is.source)}, was ${shortened(was.source)}.`]),
    ...(was.target === is.target ? [] : [`it is written as the formula of ${is.target ?? 'nothing'} now.`]),
    ...accepted.gone.map(({ source }) => `${shortened(source)} is not accepted any more.`),
    ...accepted.added.map(({ source }) => `${shortened(source)} is accepted too.`),
    ...symbolChanges(was, is),
    ...formChanges(was, is),
    ...recognisedChanges(was.mistakes, is.mistakes, sourceOf),
  ]
}

export function propertyChanges(was: Property, is: Property): string[] {
  const holds = paired(was.holds, is.holds, sourceOf)
  const [before, after] = [was, is].map(({ sizes }) => listed(sizes.map(printText), 'one number'))
  return [
    ...(was.decimals === is.decimals
      ? []
      : [`it was asked for with ${counted(was.decimals, 'decimal')}, now with ${is.decimals}.`]),
    ...(before === after ? [] : [`its size is ${after}, was ${before}.`]),
    ...holds.gone.map(({ source }) => `${shortened(source)} need not hold any more.`),
    ...holds.added.map(({ source, share }) => `${shortened(source)} must hold now, for ${share} of the points.`),
    ...holds.kept.flatMap(({ was: a, is: b }) => [
      ...(a.share === b.share ? [] : [`${shortened(b.source)} earned ${a.share} of the points and earns ${b.share}.`]),
      ...(a.says === b.says ? [] : [`where ${shortened(b.source)} does not hold, ${quoted(b.says)} is said.`]),
    ]),
    ...(was.source === is.source ? [] : [`the example of a right answer is ${shortened(is.source)}.`]),
    ...recognisedChanges(was.mistakes, is.mistakes, sourceOf),
  ]
}
