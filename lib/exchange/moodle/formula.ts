/** Functions that mean the same here; `null`: by a way of its own below. */
const functions: Readonly<Record<string, string | null>> = {
  abs: 'abs',
  ceil: 'ceil',
  cos: 'cos',
  exp: 'exp',
  floor: 'floor',
  log: 'ln',
  max: 'max',
  min: 'min',
  round: 'round',
  sin: 'sin',
  sqrt: 'sqrt',
  tan: 'tan',
  tanh: 'tanh',
  fmod: 'mod',
  pow: null,
  pi: null,
  log10: null,
}
const mostCharacters = 500

type Token = { kind: 'number' | 'name' | 'word' | 'sign'; text: string }

/** A formula of a calculated question in the notation of question files; null where something in it has no counterpart. */
export function translateFormula(formula: string, names: readonly string[]): string | null {
  const tokens = tokenise(formula)
  if (!tokens) return null
  const reader = { tokens, at: 0 }
  try {
    const text = sum(reader, names, 0)
    return reader.at === tokens.length ? text : null
  } catch (error) {
    if (error instanceof Untranslatable) return null
    throw error
  }
}

class Untranslatable extends Error {}

function tokenise(formula: string): Token[] | null {
  if (formula.length > mostCharacters) return null
  const tokens: Token[] = []
  const pattern = /\s*(?:(\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+)|\{([A-Za-z]\w*)\}|([A-Za-z]\w*)|(\*\*|[-+*/(),%]))/y
  for (let at = 0; formula.slice(at).trim() !== ''; at = pattern.lastIndex) {
    pattern.lastIndex = at
    const found = pattern.exec(formula)
    if (!found) return null
    const [, number, name, word, sign] = found
    if (number !== undefined) tokens.push({ kind: 'number', text: number.startsWith('.') ? `0${number}` : number })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name })
    else if (word !== undefined) tokens.push({ kind: 'word', text: word })
    else tokens.push({ kind: 'sign', text: sign ?? '' })
  }
  return tokens
}

interface Reading {
  tokens: Token[]
  at: number
}

const peek = ({ tokens, at }: Reading) => tokens[at]
const isSign = (token: Token | undefined, ...texts: string[]) => token?.kind === 'sign' && texts.includes(token.text)

function take(reading: Reading): Token {
  const token = peek(reading)
  if (!token) throw new Untranslatable()
  reading.at += 1
  return token
}

function sum(reading: Reading, names: readonly string[], depth: number): string {
  if (depth > 30) throw new Untranslatable()
  let text = product(reading, names, depth)
  while (isSign(peek(reading), '+', '-')) text = `${text} ${take(reading).text} ${product(reading, names, depth)}`
  return text
}

function product(reading: Reading, names: readonly string[], depth: number): string {
  let text = power(reading, names, depth)
  while (isSign(peek(reading), '*', '/')) text = `${text} ${take(reading).text} ${power(reading, names, depth)}`
  return text
}

function power(reading: Reading, names: readonly string[], depth: number): string {
  if (isSign(peek(reading), '-')) {
    take(reading)
    return `(-${power(reading, names, depth + 1)})`
  }
  const base = primary(reading, names, depth)
  if (!isSign(peek(reading), '**')) return base
  take(reading)
  return `(${base})^(${power(reading, names, depth + 1)})`
}

function primary(reading: Reading, names: readonly string[], depth: number): string {
  const token = take(reading)
  if (token.kind === 'number') return token.text
  if (token.kind === 'name') {
    if (!names.includes(token.text)) throw new Untranslatable()
    return token.text
  }
  if (token.kind === 'word') return call(token.text, list(reading, names, depth))
  if (token.text !== '(') throw new Untranslatable()
  const inside = sum(reading, names, depth + 1)
  if (!isSign(take(reading), ')')) throw new Untranslatable()
  return `(${inside})`
}

function list(reading: Reading, names: readonly string[], depth: number): string[] {
  if (!isSign(take(reading), '(')) throw new Untranslatable()
  const given: string[] = []
  if (isSign(peek(reading), ')')) {
    take(reading)
    return given
  }
  for (;;) {
    given.push(sum(reading, names, depth + 1))
    const next = take(reading)
    if (isSign(next, ')')) return given
    if (!isSign(next, ',')) throw new Untranslatable()
  }
}

function call(name: string, given: string[]): string {
  const [a = '', b = ''] = given
  if (name === 'pi' && given.length === 0) return 'pi'
  if (name === 'pow' && given.length === 2) return `(${a})^(${b})`
  if (name === 'log10' && given.length === 1) return `(ln(${a}) / ln(10))`
  const known = Object.hasOwn(functions, name) ? functions[name] : null
  const wanted = ['max', 'min', 'fmod'].includes(name) ? 2 : 1
  if (!known || given.length !== wanted) throw new Untranslatable()
  return `${known}(${given.join(', ')})`
}
