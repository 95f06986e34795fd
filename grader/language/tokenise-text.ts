import { Fault } from './fault.ts'
import { greekName } from './greek.ts'
import { limits } from './limits.ts'
import { accents, joinName, splitName } from './names.ts'
import type { Token } from './token.ts'

/** Spellings of operators and brackets, longest first. */
const symbols: readonly (readonly [string, string])[] = [
  ['**', '^'],
  ['//', '//'],
  ['<=', '<='],
  ['>=', '>='],
  ['==', '='],
  ['!=', '!='],
  ['<>', '!='],
  ['&&', 'and'],
  ['||', '‖'],
  ['.*', '.*'],
  ['./', './'],
  ['.^', '.^'],
  ['+', '+'],
  ['-', '-'],
  ['*', '*'],
  ['/', '/'],
  ['^', '^'],
  ['(', '('],
  [')', ')'],
  ['[', '['],
  [']', ']'],
  ['{', '{'],
  ['}', '}'],
  [',', ','],
  [';', ';'],
  ['<', '<'],
  ['>', '>'],
  ['=', '='],
  ['|', '|'],
  ['%', '%'],
  ['−', '-'],
  ['–', '-'],
  ['·', '*'],
  ['⋅', '*'],
  ['×', '*'],
  ['∗', '*'],
  ['÷', '/'],
  ['∕', '/'],
  ['⊙', '.*'],
  ['∘', '.*'],
  ['⊘', './'],
  ['≤', '<='],
  ['⩽', '<='],
  ['≥', '>='],
  ['⩾', '>='],
  ['≠', '!='],
  ['⌊', '⌊'],
  ['⌋', '⌋'],
  ['⌈', '⌈'],
  ['⌉', '⌉'],
  ['‖', '‖'],
  ['∥', '‖'],
  ['∣', '|'],
  ['⟨', '⟨'],
  ['⟩', '⟩'],
  ['@', '*'],
  ['√', '√'],
  ['∧', 'and'],
  ['∨', 'or'],
  ['¬', 'not'],
  ['⊤', '.T'],
  ['ᵀ', '.T'],
]
const fractions: Record<string, [string, string]> = {
  '½': ['1', '2'],
  '⅓': ['1', '3'],
  '⅔': ['2', '3'],
  '¼': ['1', '4'],
  '¾': ['3', '4'],
  '⅕': ['1', '5'],
  '⅛': ['1', '8'],
}
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const subscripts = '₀₁₂₃₄₅₆₇₈₉'
const number = /(?:\d+(?:\.\d+|\.(?![*/^]))?|\.\d+)(?:[eE][+-]?\d+)?/y
/** `1_000` and `1'000` are one thousand; `0,5` may be a half where no list can stand. */
const grouped = /\d{1,3}(?:(?:_\d{3})+|(?:['’]\d{3})+)(?![\d_'’])/y
const decimalComma = /\d+,\d+(?![\d,.])/y
/** Where functions come from in programs: `np.tanh(x)` is tanh(x). */
const prefix =
  /(?:np|jnp|numpy|scipy|sympy|math|torch|tf|keras|nn|F|functional|special|linalg)(?:\.(?:np|nn|math|functional|special|linalg|keras))*\.(?=[A-Za-z_][A-Za-z0-9_]*\s*\(|pi\b|e\b)/y
/** `5%` before anything that cannot be divided by: one number after another sign is a remainder, `7%3`. */
const percentSign = /%(?=\s*(?:$|[)\]*/·×⋅,;]|[+-]\s|\s+[\p{L}(]))/uy
const method = /\.dot(?=\s*\()|\.(?:transpose|t)\(\s*\)/y
/** `‖x‖_2` is the norm itself. */
const euclidean = /_2(?!\d)|_\{\s*2\s*\}/y
/** An accented letter as one character or with a combining one. */
const marked = /\p{L}\p{M}?/uy
const marks: Record<string, string> = {
  '\u0302': 'hat',
  '\u0303': 'tilde',
  '\u0304': 'bar',
  '\u0307': 'dot',
  '\u20d7': 'vec',
}
const accented = new RegExp(
  `(?:${accents.join('|')})(?:\\(\\s*\\\\?\\p{L}[\\p{L}\\p{Nd}_']*\\s*\\)|\\s+\\\\?\\p{L}(?![\\p{L}(]))`,
  'uy',
)
const word = /\\?[A-Za-z][A-Za-z0-9]*/y
const suffix = /_\([^(){}]{1,20}\)|_\{(?:[^{}]|\{[^{}]*\})*\}|_\\?[A-Za-z0-9]+|_\p{L}|[₀-₉]+|['′’]/uy
const transpose =
  /\^\s*(?:[⊤ᵀ]|[({]\s*(?:T|\\top|⊤)\s*[})]|\\top(?![A-Za-z])|T(?![\p{L}\p{Nd}_'({]))|\.T(?![\p{L}\p{Nd}_'])/uy

/**
 * Cuts text notation into tokens. With `runs`, plain words become runs (to be divided into declared names); without,
 * every word is one name.
 */
export function tokeniseText(source: string, runs: boolean): Token[] {
  if (source.length > limits.characters) {
    throw new Fault('limit', `This is longer than ${limits.characters} characters.`, { start: 0, end: source.length })
  }
  const tokens: Token[] = []
  let at = 0
  let space = false
  /** how many round and square brackets are open */
  let open = 0
  const push = (token: Omit<Token, 'start' | 'end' | 'space'>, length: number) => {
    tokens.push({ ...token, start: at, end: at + length, space })
    at += length
    space = false
  }
  const match = (pattern: RegExp, from = at): string | null => {
    pattern.lastIndex = from
    return pattern.exec(source)?.[0] ?? null
  }
  while (at < source.length) {
    const character = String.fromCodePoint(source.codePointAt(at) ?? 0)
    if (/\s/u.test(character) || character === '\u200b') {
      at += character.length
      space = true
      continue
    }
    const thousands = match(grouped)
    const decimal = runs && open === 0 ? match(decimalComma) : null
    if (decimal && /^[1-9]\d{0,2},\d{3}$/.test(decimal)) {
      const message = `${decimal} may mean ${decimal.replace(',', '')} or ${decimal.replace(',', '.')}: write one of them.`
      throw new Fault('parse', message, { start: at, end: at + decimal.length })
    }
    const digits = thousands ?? decimal ?? match(number)
    if (digits) {
      push(numberToken(thousands ? digits.replace(/[_'’]/g, '') : digits.replace(',', '.'), at), digits.length)
      continue
    }
    const percent = runs && tokens.at(-1)?.kind === 'number' && tokens.at(-1)?.end === at ? match(percentSign) : null
    if (percent) {
      pushPercent(tokens, at)
      at += 1
      continue
    }
    const from = runs ? match(prefix) : null
    if (from) {
      at += from.length
      continue
    }
    const called = runs ? match(method) : null
    if (called) {
      push({ kind: 'symbol', text: called === '.dot' ? '.dot' : '.T' }, called.length)
      continue
    }
    const fraction = fractions[character]
    if (fraction) {
      const [above, below] = fraction
      const parts = ['{', above, '/', below, '}'] as const
      for (const part of parts) {
        tokens.push({ kind: /\d/.test(part) ? 'number' : 'symbol', text: part, start: at, end: at + 1, space: false })
      }
      at += 1
      space = false
      continue
    }
    const transposed = match(transpose)
    if (transposed) {
      push(
        { kind: 'symbol', text: '.T', letter: /T\s*\}?$/.test(transposed) && !transposed.startsWith('.') },
        transposed.length,
      )
      continue
    }
    const power = /^[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/u.exec(source.slice(at, at + 50))?.[0]
    if (power) {
      pushPower(tokens, power, at)
      at += power.length
      space = false
      continue
    }
    const symbol = symbolAt(source, at)
    if (symbol) {
      push({ kind: /^[a-z]/.test(symbol[1]) ? 'name' : 'symbol', text: symbol[1] }, symbol[0].length)
      if (symbol[1] === '(' || symbol[1] === '[') open += 1
      if (symbol[1] === ')' || symbol[1] === ']') open -= 1
      if (symbol[1] === '‖') at += match(euclidean)?.length ?? 0
      continue
    }
    const letter = match(marked) ?? ''
    const [base = '', mark = ''] = letter.normalize('NFD')
    const accent = Object.hasOwn(marks, mark) ? `${marks[mark]}(${base})` : null
    const head = accent ?? match(accented) ?? match(word) ?? (greekName(character) ? character : null)
    if (!head || head === '\\') {
      throw new Fault('parse', `The character “${character}” has no meaning here.`, {
        start: at,
        end: at + character.length,
      })
    }
    let length = accent ? letter.length : head.length
    for (let piece = match(suffix, at + length); piece; piece = match(suffix, at + length)) length += piece.length
    if (source[at + length] === '_') {
      throw new Fault('parse', 'A subscript is missing or not closed.', { start: at, end: at + length + 1 })
    }
    push(nameToken(head + source.slice(at + (accent ? letter.length : head.length), at + length), head, runs), length)
  }
  tokens.push({ kind: 'end', text: '', start: source.length, end: source.length, space })
  return tokens
}

/** The operator or bracket that stands at a position: its spelling there and its one spelling. */
export function symbolAt(source: string, at: number): readonly [string, string] | undefined {
  return symbols.find(([spelling]) => source.startsWith(spelling, at))
}

export function numberToken(text: string, start: number): Omit<Token, 'start' | 'end' | 'space'> {
  const digits = text.replace(/[eE].*$/, '').replace('.', '')
  const exponent = /[eE][+-]?(\d+)$/.exec(text)?.[1] ?? ''
  const span = { start, end: start + text.length }
  if (digits.length > limits.digits) {
    throw new Fault('limit', `A number may have at most ${limits.digits} digits.`, span)
  }
  if (exponent.length > 4 || Number(exponent) > 300) {
    throw new Fault('limit', `The number ${text.slice(0, 20)} is too large or too small.`, span)
  }
  return { kind: 'number', text }
}

/** `5% x` is 5/100 x. */
function pushPercent(tokens: Token[], at: number): void {
  const span = { start: at, end: at + 1, space: false }
  const value = tokens.pop()
  if (!value) return
  tokens.push({ kind: 'symbol', text: '{', ...span, space: value.space }, { ...value, space: false })
  tokens.push({ kind: 'symbol', text: '/', ...span }, { kind: 'number', text: '100', ...span })
  tokens.push({ kind: 'symbol', text: '}', ...span })
}

export function pushPower(tokens: Token[], power: string, at: number): void {
  const span = { start: at, end: at + power.length, space: false }
  const digits = [...power].map((c) => (c === '⁻' ? '-' : String(superscripts.indexOf(c)))).join('')
  if (!/^-?\d+$/.test(digits)) throw new Fault('parse', 'This exponent cannot be read.', span)
  tokens.push({ kind: 'symbol', text: '^', ...span }, { kind: 'symbol', text: '{', ...span })
  if (digits.startsWith('-')) tokens.push({ kind: 'symbol', text: '-', ...span })
  tokens.push({ ...numberToken(digits.replace('-', ''), at), ...span }, { kind: 'symbol', text: '}', ...span })
}

function nameToken(source: string, head: string, runs: boolean): Omit<Token, 'start' | 'end' | 'space'> {
  const plain = source
    .replace(/_\(([^(){}]*)\)/g, '_{$1}')
    .replace(/[₀-₉]+/g, (digits) => `_${[...digits].map((c) => subscripts.indexOf(c)).join('')}`)
  const parts = splitName(plain.replace(/\(\s+|\s+\)/g, (edge) => edge.trim())) ?? {
    accent: null,
    base: plain,
    subscripts: [],
    primes: 0,
  }
  const text = joinName(parts)
  if (!runs || parts.accent || !/^[A-Za-z]/.test(head)) {
    return runs ? { kind: 'run', text, units: [text] } : { kind: 'name', text }
  }
  const units: string[] = parts.base.match(/[A-Za-z]\d*/g) ?? [parts.base]
  units[units.length - 1] += text.slice(parts.base.length)
  return { kind: 'run', text, units }
}
