import { type Random, randomFrom } from '../../question/random.ts'

/** Pieces that mean something somewhere in a question file, or nothing anywhere. */
const scraps = [
  ...[
    ':',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '|',
    '>',
    '- ',
    '\t',
    '\n',
    '\r\n',
    '---\n',
    '{{',
    '}}',
    ',',
    '#',
    '$$',
    '`',
    '```\n',
  ],
  ...[
    '&a ',
    '*a',
    '!t ',
    '<<: ',
    '? ',
    '%',
    '@',
    '\\',
    '\u0000',
    '\uFEFF',
    '\u2028',
    '𝕏',
    'é',
    'ﬀ',
    '\uD800',
    '٣',
    '−',
    '×',
    '⊙',
    'σ',
  ],
  ...[
    '^T',
    '.*',
    './',
    '.^',
    '!=',
    '<=',
    ' and ',
    ' or ',
    'not ',
    '(',
    ')',
    ';',
    'x[0]',
    'x[99]',
    "H'",
    's_{t-1}',
    '\\frac{',
    '_',
    '^',
  ],
  ...[
    '0',
    '-1',
    '1e308',
    '1e-320',
    '99999999999999999999',
    '0.1',
    'NaN',
    'Infinity',
    '2^53',
    '1/0',
    'true',
    'null',
    '~',
    '0x1F',
    '1_0',
  ],
  ...[
    ':answer[',
    ':answer[y]',
    ':figure[map]',
    'gradient(',
    'cases(',
    'if(',
    'zeros(999, 999)',
    'softmax(',
    'matmul(',
    'sum(',
    'conv2d(',
  ],
  ...[
    'decimals([',
    'pick()',
    'bits([2], 2)',
    'integer(9, 1)',
    'distinct([9], 1, 2)',
    'kind: formula',
    'kind: property',
    'slips: auto',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'steps: {',
    'points: 0',
    'decimals: 99',
    'says: ',
    'earns: 2',
    'kind: choice',
    'T',
    'e',
    'pi',
  ],
]

type Change = (file: string, random: Random, others: readonly string[]) => string

const between = (file: string, random: Random, most: number): [number, number] => {
  const from = random.below(file.length + 1)
  return [from, Math.min(file.length, from + random.below(most + 1))]
}
const put = (file: string, at: number, text: string, upTo = at) => file.slice(0, at) + text + file.slice(upTo)
const one = <T>(all: readonly T[], random: Random): T => all[random.below(all.length)] as T

/** A place where a word of the file begins, and where it ends. */
function word(file: string, random: Random): [number, number] {
  const words = [...file.matchAll(/[\p{L}_][\p{L}\p{N}_']*|-?\d+(?:\.\d+)?/gu)]
  const found = words.length > 0 ? one(words, random) : null
  return found ? [found.index, found.index + found[0].length] : [0, 0]
}

const changes: readonly Change[] = [
  (file, random) => put(file, random.below(file.length + 1), one(scraps, random)),
  (file, random) => {
    const [from, to] = between(file, random, 60)
    return put(file, from, '', to)
  },
  (file, random) => {
    const [from, to] = between(file, random, 200)
    return put(file, random.below(file.length + 1), file.slice(from, to))
  },
  (file, random, others) => {
    const other = one(others, random)
    const [from, to] = between(other, random, 400)
    return put(file, random.below(file.length + 1), other.slice(from, to))
  },
  (file, random) => {
    const [from, to] = word(file, random)
    return put(file, from, one(scraps, random), to)
  },
  (file, random, others) => {
    const [from, to] = word(file, random)
    const other = one([file, ...others], random)
    return put(file, from, other.slice(...word(other, random)), to)
  },
  (file, random) => {
    const lines = file.split('\n')
    const [a, b] = [random.below(lines.length), random.below(lines.length)]
    return lines.map((line, k) => (k === a ? lines[b] : k === b ? lines[a] : line)).join('\n')
  },
  (file, random) => {
    const lines = file.split('\n')
    const at = random.below(lines.length)
    const moved = random.below(2) === 0 ? `  ${lines[at]}` : (lines[at] ?? '').replace(/^ {1,2}/, '')
    return lines.map((line, k) => (k === at ? moved : line)).join('\n')
  },
  (file, random) => file.slice(0, random.below(file.length + 1)),
  (file, random) => {
    const code = random.below(0x11_0000)
    return put(file, random.below(file.length + 1), String.fromCodePoint(code))
  },
]

/** The file with one to four things done to it that hands, editors and ill will do. The name says all. */
export function mutateFile(file: string, others: readonly string[], name: string): string {
  const random = randomFrom(name)
  const count = 1 + random.below(4)
  return Array.from({ length: count }).reduce<string>((now) => one(changes, random)(now, random, others), file)
}
