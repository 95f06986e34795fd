import type { RawAnswer } from '../../answers/raw-answer.ts'
import { printLatex } from '../../language/print-latex.ts'
import type { AnswerField } from '../../question/definition.ts'
import type { Random } from '../../question/random.ts'
import { oneOf } from './written-values.ts'

type FormulaField = Extract<AnswerField, { kind: 'formula' }>

const gibberish = ['', '1 +', ')(', 'x = = y', '\\frac{1}', 'softmax', '0/0', '…', 'a'.repeat(300)]

/** One sign, digit or letter of a formula put wrong. */
function nearly(source: string, names: readonly string[], random: Random): string {
  const at = random.below(Math.max(1, source.length))
  const letter = source[at] ?? ''
  const other = /\d/.test(letter)
    ? oneOf(['0', '1', '2', '3', '10'], random)
    : /[A-Za-z]/.test(letter)
      ? oneOf(names, random)
      : oneOf(['+', '-', '*', '/', '^', ' ', '(', ')'], random)
  return source.slice(0, at) + other + source.slice(at + 1)
}

/** The same value written otherwise, or one that is off by very little. */
function around(source: string, name: string, random: Random): string {
  const ways = [
    `(${source}) + 0`,
    `1 * (${source})`,
    `2 (${source}) - (${source})`,
    `(${source}) * ${name} / ${name}`,
    `(${source}) + 1e-12`,
    `(${source}) + 1e-6`,
    `(${source}) * 1.0000001`,
    `-(-(${source}))`,
  ]
  return oneOf(ways, random)
}

/** What might be typed into a formula field: the reference, something near it, a known mistake, nothing sensible. */
export function writtenFormula(field: FormulaField, random: Random): RawAnswer | null {
  const names = [...field.symbols.filter((symbol) => symbol.function === undefined).map(({ name }) => name), '1']
  const known = [...field.accept, ...field.mistakes].map(({ source }) => source)
  const text = (source: string): RawAnswer => ({ kind: 'formula', notation: 'text', source })
  const [one, two] = [oneOf(names, random), oneOf(names, random)]
  switch (random.below(10)) {
    case 0:
      return null
    case 1:
      return text(field.source)
    case 2:
      return { kind: 'formula', notation: 'latex', source: printLatex(field.equals) }
    case 3:
      return text(known.length > 0 ? oneOf(known, random) : field.source)
    case 4:
      return text(around(field.source, one, random))
    case 5:
      return text(`${one} ${oneOf(['+', '-', '*', '/'], random)} ${two}`)
    case 6:
      return text(oneOf(gibberish, random))
    case 7:
      return { kind: 'number', text: '1' }
    default:
      return text(nearly(field.source, names, random))
  }
}
