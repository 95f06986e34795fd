import type { Notes } from '../item/found.ts'
import type { ItemNumber, ItemParameter } from '../item/item.ts'
import { settleChoice } from '../item/settle-choice.ts'
import { readNumber } from '../item/tolerance.ts'
import { decodeEntities } from '../markup/entities.ts'
import { placeValue } from '../markup/markers.ts'
import { childNamed, childrenNamed, type Element } from '../markup/tree.ts'
import { translateFormula } from './formula.ts'
import { answersOf, flagOf, plainOf, textMarkdown } from './moodle-text.ts'
import type { TypeReader } from './question-types.ts'

/** A formula over numbers that are drawn: parameters and a step, as the house has them. */
export const readCalculated: TypeReader = (question, points, notes) => {
  const parameters = parametersOf(question, notes)
  if (typeof parameters === 'string') return parameters
  const names = parameters.map(({ name }) => name)
  const [first, ...others] = answersOf(question).toSorted((a, b) => b.share - a.share)
  const value = first ? translateFormula(first.text, names) : null
  const unknown = [...(first?.text ?? '').matchAll(/\{([A-Za-z]\w*)\}/g)].find(([, name = '']) => !names.includes(name))
  if (unknown) return `Its formula uses ${unknown[0].slice(0, 40)}, and no range of values came with it.`
  if (!first || value === null)
    return `Its formula has no counterpart here: ${first?.text.slice(0, 100) ?? 'there is none'}.`
  if (others.length > 0) notes.add('The other formulas, which earned less there, were not carried.')
  const field = fieldOf(value, first.element, points, notes)
  const body = textMarkdown(childNamed(question, 'questiontext'), notes, printing(names))
  if (childrenNamed(childNamed(question, 'units'), 'unit').length > 0)
    notes.add('Units were not carried: the number alone is asked for. Say the unit in the text.')
  return { body, fields: [field], parameters }
}

/** A choice among options in which numbers are drawn and worked out. */
export const readCalculatedChoice: TypeReader = (question, points, notes) => {
  const parameters = parametersOf(question, notes)
  if (typeof parameters === 'string') return parameters
  const names = parameters.map(({ name }) => name)
  let lost: string | null = null
  const answers = answersOf(question)
  const weighed = answers.map(({ element, share, feedback }) => {
    const print = printing(names, decimalsOf(element), (formula) => {
      lost ??= formula
    })
    return { text: textMarkdown(element, notes, print), share, says: textMarkdown(feedback, notes, print) || null }
  })
  if (lost !== null) return `A formula of its options has no counterpart here: ${String(lost).slice(0, 100)}.`
  if (weighed.length === 0) return 'It has no options.'
  const settled = settleChoice(weighed, !flagOf(question, 'single', true), notes.add)
  const shuffle = flagOf(question, 'shuffleanswers', true)
  const field = { kind: 'choice' as const, name: 'answer', label: null, points, shuffle, ...settled }
  return {
    body: textMarkdown(childNamed(question, 'questiontext'), notes, printing(names)),
    fields: [field],
    parameters,
  }
}

/** Drawn values and formulas of a text, `{a}` and `{={a}*2}`, as what is printed; `decimals`: rounded to so many. */
const printing =
  (names: readonly string[], decimals: number | null = null, lost: (formula: string) => void = () => {}) =>
  (source: string): string =>
    source
      .replace(/\{=((?:[^{}]|\{[A-Za-z]\w*\})+)\}/g, (whole, formula) => {
        const printed = translateFormula(decodeEntities(formula), names)
        if (printed === null) lost(formula)
        return printed === null ? whole : placeValue(decimals === null ? printed : rounded(printed, decimals))
      })
      .replace(/\{([A-Za-z]\w*)\}/g, (whole, name) => (names.includes(name) ? placeValue(name) : whole))

const rounded = (formula: string, decimals: number) =>
  decimals === 0 ? `round(${formula})` : `round(${10 ** decimals} * (${formula})) / ${10 ** decimals}`

const decimalsOf = (answer: Element) =>
  Math.min(9, Math.max(0, Math.round(Number(plainOf(answer, 'correctanswerlength') || 2)) || 0))

const ofRelative = 1
const ofNominal = 2
const figures = 2

function fieldOf(value: string, answer: Element, points: number, notes: Notes): ItemNumber {
  const tolerance = Math.abs(Number(plainOf(answer, 'tolerance')) || 0)
  const type = Number(plainOf(answer, 'tolerancetype') || ofRelative)
  const decimals = decimalsOf(answer)
  if (Number(plainOf(answer, 'correctanswerformat')) === figures)
    notes.add(`${decimals} significant figures became ${decimals} decimals.`)
  const common = { kind: 'number' as const, name: 'answer', label: null, points, value, decimals, wider: [], slips: [] }
  if (type === ofNominal && tolerance > 0) return { ...common, tolerance }
  const kind = type === ofRelative ? 'relative' : 'geometric'
  notes.add(
    `The ${kind} tolerance ${tolerance} became the band of rounding to ${decimals} decimals (whole numbers are exact).`,
  )
  return { ...common, tolerance: null }
}

function parametersOf(question: Element, notes: Notes): ItemParameter[] | string {
  const sets = childrenNamed(childNamed(question, 'dataset_definitions'), 'dataset_definition')
  if (sets.length === 0) return 'It has no numbers to be drawn.'
  const made: ItemParameter[] = []
  for (const set of sets) {
    const name = plainOf(set, 'name')
    const [low, high] = [readNumber(plainOf(set, 'minimum')), readNumber(plainOf(set, 'maximum'))]
    if (!/^[A-Za-z]\w{0,30}$/.test(name) || low === null || high === null)
      return `The range of ${name.slice(0, 40) || 'a number'} cannot be read.`
    if (plainOf(set, 'distribution').includes('log'))
      notes.add(`${name} was drawn log-uniformly there; here every value is alike.`)
    const places = Math.min(9, Math.max(0, Math.round(Number(plainOf(set, 'decimals')) || 0)))
    made.push({ name, generator: places === 0 ? `integer(${low}, ${high})` : `decimal(${low}, ${high}, ${places})` })
  }
  notes.add('The lists of drawn values were not carried: values are drawn anew from their ranges.')
  return made
}
