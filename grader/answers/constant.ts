const functions: Record<string, (x: number) => number> = {
  sqrt: Math.sqrt,
  ln: Math.log,
  log: Math.log,
  exp: Math.exp,
}
const constants: Record<string, number> = { pi: Math.PI, π: Math.PI, e: Math.E }

/** Why an expression of constants could not be read; the message is a whole sentence. */
export class UnreadableConstant extends Error {}

const token = /\s*(?:(\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([a-zA-Zπ]+)|(\*\*|[-+*/^()√]))/y

type Token = { kind: 'number'; value: number } | { kind: 'name' | 'sign'; text: string }

function tokens(source: string): Token[] {
  const found: Token[] = []
  token.lastIndex = 0
  while (/\S/.test(source.slice(token.lastIndex))) {
    const at = token.lastIndex
    const match = token.exec(source)
    if (!match) throw new UnreadableConstant(`I cannot read “${source.slice(at).trim().slice(0, 20)}”.`)
    const [all, number, name, sign] = match
    if (number !== undefined) {
      if (/,\d{3}$/.test(number))
        throw new UnreadableConstant(`“${number}” can be read in two ways; use a decimal point.`)
      found.push({ kind: 'number', value: Number(number.replace(',', '.')) })
    } else if (name !== undefined) {
      // `1e` and `0x10` are broken numerals, never 1·e or 0·x·10
      if (found.at(-1)?.kind === 'number' && name !== 'pi' && name !== 'π' && !functions[name] && all === name) {
        throw new UnreadableConstant(`I cannot read “${name}” right after a number.`)
      }
      // `1.5 e-3` is a broken numeral or Euler's number times 1.5, less 3: nobody can tell
      if (found.at(-1)?.kind === 'number' && name === 'e' && /^\s*[-+\d]/.test(source.slice(token.lastIndex))) {
        throw new UnreadableConstant('Write “e” without a space for a power of ten, or * for a product with e.')
      }
      found.push({ kind: 'name', text: name })
    } else {
      found.push({ kind: 'sign', text: sign === '**' ? '^' : (sign ?? '') })
    }
  }
  return found
}

/**
 * The value of an expression of numbers, `pi`, `e`, sqrt, ln (log), exp and + − · / ^: `2^10`, `sqrt(2)/2`, `ln 2`.
 * Names may follow a number (`2 pi`); two numbers side by side are an error. Throws UnreadableConstant.
 */
export function readConstant(source: string): number {
  const all = tokens(source)
  let at = 0
  let depth = 0
  const sign = (...texts: string[]) => {
    const next = all[at]
    return next?.kind === 'sign' && texts.includes(next.text) ? next.text : null
  }
  const sum = (): number => {
    if (++depth > 40) throw new UnreadableConstant('This is nested too deeply to be a number.')
    let value = product()
    for (let operator = sign('+', '-'); operator; operator = sign('+', '-')) {
      at++
      value = operator === '+' ? value + product() : value - product()
    }
    depth--
    return value
  }
  const product = (): number => {
    let value = signed()
    for (;;) {
      const next = all[at]
      const operator = sign('*', '/')
      if (operator) {
        at++
        const right = signed()
        if (operator === '/' && right === 0) throw new UnreadableConstant('This divides by zero.')
        value = operator === '*' ? value * right : value / right
      } else if (next?.kind === 'name' || sign('√')) value *= power()
      else if (next?.kind === 'number') throw new UnreadableConstant('Two numbers stand side by side; one is expected.')
      else if (sign('(')) throw new UnreadableConstant('Write * before the bracket to multiply.')
      else return value
    }
  }
  const signed = (): number => {
    const operator = sign('+', '-')
    if (!operator) return power()
    at++
    return operator === '-' ? -power() : power()
  }
  const power = (): number => {
    const base = atom()
    if (!sign('^')) return base
    at++
    return base ** signed()
  }
  const atom = (): number => {
    const next = all[at++]
    if (!next) throw new UnreadableConstant('The number ends too early.')
    if (next.kind === 'number') return next.value
    if (next.kind === 'sign') {
      if (next.text === '√') return Math.sqrt(atom())
      if (next.text !== '(') throw new UnreadableConstant(`I did not expect “${next.text}” here.`)
      const value = sum()
      if (!sign(')')) throw new UnreadableConstant('A bracket is not closed.')
      at++
      return value
    }
    const constant = constants[next.text]
    if (constant !== undefined && Object.hasOwn(constants, next.text)) return constant
    if (!Object.hasOwn(functions, next.text))
      throw new UnreadableConstant(`I do not know “${next.text.slice(0, 20)}”; a number is expected.`)
    const apply = functions[next.text]
    return apply ? apply(power()) : Number.NaN
  }
  const value = sum()
  if (at < all.length) throw new UnreadableConstant('There is a bracket too many.')
  return value
}
