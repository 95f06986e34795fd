import { Fault } from './fault.ts'
import { reserved, type Token } from './token.ts'
import type { Meaning, Vocabulary } from './vocabulary.ts'

/**
 * Replaces every run of letters by the declared names it is made of: the longest name first, going back where the
 * rest cannot be divided (`QKh`, `2FP`). A function may only stand last, where its argument follows.
 */
export function divideRuns(tokens: readonly Token[], vocabulary: Vocabulary): Token[] {
  return tokens.flatMap((token, i) => {
    if (token.kind !== 'run') return [token]
    const next = tokens[i + 1]
    const called = next?.kind === 'symbol' && ['(', '{', '[', '^'].includes(next.text)
    return divide(token, vocabulary, called)
  })
}

/** Operators by their names, where nothing else is called that. */
const spelled: Record<string, string> = { odot: '.*', cdot: '*', times: '*', div: '//' }

function divide(token: Token, vocabulary: Vocabulary, called = false): Token[] {
  const known = vocabulary.meaning(token.text)
  // `mm` is m², where an m is declared and nothing is called: only a function's own name goes before
  const apart = !called && vocabulary.isSpelling(token.text) ? letterByLetter(token.text, vocabulary) : null
  const whole = apart ? undefined : known
  if (whole) return [{ ...token, kind: 'name', text: whole.name, role: whole.role }]
  if (reserved.has(token.text)) return [{ ...token, kind: 'name' }]
  const operator = Object.hasOwn(spelled, token.text) ? spelled[token.text] : undefined
  if (operator !== undefined) return [{ ...token, kind: 'symbol', text: operator }]
  const pieces =
    apart ??
    split(token.units ?? [token.text], vocabulary) ??
    squashed(token.text, vocabulary) ??
    // letters that were set together: `\mathrm{lrx}`
    (/^[A-Za-z]+$/.test(token.text) ? split([...token.text], vocabulary) : null)
  const element = pieces ? null : splitElement(token, vocabulary)
  if (element) return element
  if (!pieces) {
    const shown = token.text.length > 30 ? `${token.text.slice(0, 30)}…` : token.text
    throw new Fault('parse', `The name “${shown}” is not declared here. ${vocabulary.hint()}`, token)
  }
  let start = token.start
  return pieces.map(({ meaning, length }, i) => {
    const end = i === pieces.length - 1 ? token.end : Math.min(token.end, start + length)
    const piece: Token = {
      kind: 'name',
      text: meaning.name,
      role: meaning.role,
      start,
      end,
      space: i === 0 && token.space,
    }
    start = end
    return piece
  })
}

interface Piece {
  meaning: Meaning
  length: number
}

/** A run whose every letter is a declared value. */
function letterByLetter(text: string, vocabulary: Vocabulary): Piece[] | null {
  const pieces = [...text].map((letter) => ({ meaning: vocabulary.meaning(letter), length: 1 }))
  return pieces.every((piece): piece is Piece => piece.meaning?.role === 'value') ? pieces : null
}

function split(units: readonly string[], vocabulary: Vocabulary): Piece[] | null {
  const failed = new Set<number>()
  const from = (start: number): Piece[] | null => {
    if (start === units.length) return []
    if (failed.has(start)) return null
    for (let end = Math.min(units.length, start + vocabulary.longest); end > start; end--) {
      const spelling = units.slice(start, end).join('')
      const meaning = vocabulary.meaning(spelling)
      if (!meaning || (meaning.role === 'function' && end < units.length)) continue
      const rest = from(end)
      if (rest) return [{ meaning, length: spelling.length }, ...rest]
    }
    failed.add(start)
    return null
  }
  return units.length > 60 ? null : from(0)
}

/** `x_2` for an entry of a declared vector x, `A_{1,2}` of a matrix. */
function splitElement(token: Token, vocabulary: Vocabulary): Token[] | null {
  const match = /^(.*)_(?:(\d+)|\{(\d+),(\d+)\})$/.exec(token.text)
  const [, base = '', ...indices] = match ?? []
  const units = token.units ?? []
  if (!match || token.text.length > 40) return null
  const stem = { ...token, text: base, units: [...units.slice(0, -1), units.at(-1)?.replace(/_[^_]*$/, '') ?? ''] }
  const pieces = split(stem.units, vocabulary)
  const last = pieces?.at(-1)?.meaning
  if (!pieces || !last || !vocabulary.isTensor(last.name)) return null
  const place = { start: token.end - 1, end: token.end, space: false }
  const numbers = indices.filter((index) => index !== undefined)
  const between = numbers.flatMap((text, i): Token[] => {
    const number: Token = { kind: 'number', text, ...place }
    return i === 0 ? [number] : [{ kind: 'symbol', text: ',', ...place }, number]
  })
  return [
    ...divide(stem, vocabulary),
    { kind: 'symbol', text: '[', ...place },
    ...between,
    { kind: 'symbol', text: ']', ...place },
  ]
}

/** `Wo` for a declared `W_o`, where nothing else fits. */
function squashed(text: string, vocabulary: Vocabulary): Piece[] | null {
  const plain = (name: string) => name.replace(/[_{}()\s]/g, '')
  const matches = vocabulary.allowed.symbols.filter((name) => plain(name) === plain(text))
  const meaning = matches.length === 1 ? vocabulary.meaning(matches[0] ?? '') : undefined
  return meaning ? [{ meaning, length: text.length }] : null
}
