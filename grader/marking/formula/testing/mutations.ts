import { readFileSync } from 'node:fs'
import type { Notation } from '../../../language/parse-formula.ts'
import type { FormulaSymbol } from '../../../question/definition.ts'
import { seeded } from '../seeded.ts'
import { symbolOf } from './field.ts'

/** Symbols under which most of the pieces mean something. */
export const mutationSymbols: FormulaSymbol[] = [
  ...[
    'a',
    'c',
    'd',
    'p',
    'm',
    'r',
    's',
    't',
    'u',
    'w',
    'B',
    'C',
    'D',
    'F',
    'H',
    'P',
    'S',
    'W',
    'theta',
    'eta',
    'mu',
  ].map((name) => symbolOf(name)),
  ...['x', 'y', 'z', 'n', 'W_o', 's_{t-1}', "H'", 'hat(y)', 'bias', 'alpha'].map((name) => symbolOf(name)),
  ...['A', 'K', 'Q'].map((name) => symbolOf(name, { shape: ['n', 'n'] })),
  ...['v', 'h', 'b'].map((name) => symbolOf(name, { shape: ['n'] })),
  symbolOf('f', { function: null }),
  symbolOf('sigma', { function: 'sigmoid' }),
]

const pieces: Record<Notation, readonly string[]> = {
  text: [
    ...'()[]{}|+-*/^_,;.=<>%\'"!?@ \\0123456789xyAKv',
    '**',
    '//',
    '.*',
    '.T',
    '^T',
    '⌊',
    '⌋',
    '√',
    '²',
    '⁻',
    '½',
    '‖',
    '⟨',
    '⟩',
    'np.',
    'max(',
    'cases(',
    ' if ',
    'e^',
    '1e',
    '_{',
    'ŷ',
    '\u0302',
    '\ud800',
    '😀',
    '\u0000',
  ],
  latex: [
    ..."()[]{}|+-*/^_,;.=<>%'&$~ \\0123456789xyAKv",
    '\\frac',
    '\\sqrt[',
    '\\left',
    '\\right',
    '\\left(',
    '\\right.',
    '\\begin{cases}',
    '\\end{cases}',
    '\\begin{array}',
    '\\\\',
    '\\text{',
    '\\mathbf{1}_',
    '\\hat{',
    '\\over',
    '\\lVert',
    '\\langle',
    '\\%',
    '{,}',
    '^\\top',
    '\\operatorname{',
    '\\placeholder{}',
    '²',
    '😀',
    '\ud800',
  ],
}

const sources = (['notations', 'formulas', 'formulas-sympy'] as const).flatMap((name) => {
  const cases: Record<Notation, string[]>[] = JSON.parse(
    readFileSync(new URL(`../cases/${name}.json`, import.meta.url), 'utf8'),
  )
  return cases.flatMap(({ text, latex }) => [
    ...text.map((source) => ({ source, notation: 'text' as const })),
    ...latex.map((source) => ({ source, notation: 'latex' as const })),
  ])
})

/** Formulas that people write, damaged in one to three places, the same every time. */
export function* mutations(count: number, seed: string): Generator<{ source: string; notation: Notation }> {
  const random = seeded(seed)
  const below = (size: number) => Math.floor(random() * size)
  for (let i = 0; i < count; i++) {
    const { source: whole, notation } = sources[below(sources.length)] ?? { source: '', notation: 'text' }
    let source = whole.slice(0, 400)
    for (let changes = 1 + below(3); changes > 0; changes--) {
      const [at, length] = [below(source.length + 1), below(5)]
      const piece = pieces[notation][below(pieces[notation].length)] ?? ''
      const kind = below(4)
      if (kind === 0) source = source.slice(0, at) + source.slice(at + length)
      else if (kind === 1) source = source.slice(0, at) + piece + source.slice(at)
      else if (kind === 2) source = source.slice(0, at) + piece + source.slice(at + length)
      else source = source.slice(0, at) + source.slice(below(source.length + 1)).slice(0, 40) + source.slice(at)
    }
    yield { source, notation }
  }
}
