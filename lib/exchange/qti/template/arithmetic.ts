import { type Drawn, drawn, isNumeric, known, NoCounterpart, numberOf, strength, type Value, within } from './value.ts'

interface Operator {
  /** how many it takes; null: any number */
  takes: number | null
  fold(...given: number[]): number
  /** null: the notation of question files does not know it */
  write: ((...given: Value[]) => [text: string, strength: number]) | null
  whole: 'kept' | 'always' | 'never'
}

const { sum, product, atom } = strength
const joined =
  (sign: string, own: number, right: number) =>
  (first: Value, ...rest: Value[]) =>
    [[within(first, own), ...rest.map((one) => within(one, right))].join(` ${sign} `), own] as [string, number]
const called =
  (name: string) =>
  (...given: Value[]): [string, number] => [`${name}(${given.map((one) => within(one, 0)).join(', ')})`, atom]

const halfUp = (x: number) => Math.floor(x + 0.5)
const common = (a: number, b: number): number => (b === 0 ? Math.abs(a) : common(b, a % b))

/** The operators of numbers, by their names in QTI 3 without what all begin with. */
const operators: Readonly<Record<string, Operator>> = {
  sum: { takes: null, fold: (...all) => all.reduce((a, b) => a + b, 0), write: joined('+', sum, sum), whole: 'kept' },
  subtract: { takes: 2, fold: (a, b) => a - b, write: joined('-', sum, product), whole: 'kept' },
  product: {
    takes: null,
    fold: (...all) => all.reduce((a, b) => a * b, 1),
    write: joined('*', product, product),
    whole: 'kept',
  },
  divide: { takes: 2, fold: (a, b) => a / b, write: joined('/', product, atom), whole: 'never' },
  power: {
    takes: 2,
    fold: (a, b) => a ** b,
    write: (a, b) => [`${within(a, atom)}^${within(b, atom)}`, product],
    whole: 'never',
  },
  'integer-divide': {
    takes: 2,
    fold: (a, b) => Math.floor(a / b),
    write: (a, b) => [`floor(${within(a, product)} / ${within(b, atom)})`, atom],
    whole: 'always',
  },
  'integer-modulus': { takes: 2, fold: (a, b) => a - b * Math.floor(a / b), write: called('mod'), whole: 'kept' },
  truncate: {
    takes: 1,
    fold: Math.trunc,
    write: (a) => [`sign(${within(a, 0)}) * floor(abs(${within(a, 0)}))`, product],
    whole: 'always',
  },
  round: { takes: 1, fold: halfUp, write: (a) => [`floor(${within(a, sum)} + 0.5)`, atom], whole: 'always' },
  'integer-to-float': { takes: 1, fold: (a) => a, write: (a) => [within(a, atom), atom], whole: 'kept' },
  min: { takes: null, fold: Math.min, write: called('min'), whole: 'kept' },
  max: { takes: null, fold: Math.max, write: called('max'), whole: 'kept' },
  gcd: { takes: null, fold: (...all) => all.reduce(common, 0), write: null, whole: 'always' },
  lcm: {
    takes: null,
    fold: (...all) => all.reduce((a, b) => (a === 0 || b === 0 ? 0 : Math.abs(a * b) / common(a, b)), 1),
    write: null,
    whole: 'always',
  },
}

const inverse = (name: string) => (a: Value) => [`1 / ${name}(${within(a, 0)})`, product] as [string, number]
const own = (fold: (x: number) => number, name: string): Operator => ({
  ...{ takes: 1, fold, write: called(name), whole: /^(?:floor|ceil|sign)$/.test(name) ? 'always' : 'never' },
})
const foldOnly = (fold: (...given: number[]) => number, takes = 1): Operator => ({
  ...{ takes, fold, write: null, whole: 'never' },
})

/** What `math-operator` may be called. */
const functions: Readonly<Record<string, Operator>> = {
  ...Object.fromEntries(
    (['sin', 'cos', 'tan', 'tanh', 'exp', 'floor', 'ceil'] as const).map((name) => [name, own(Math[name], name)]),
  ),
  abs: { ...own(Math.abs, 'abs'), whole: 'kept' },
  ln: own(Math.log, 'ln'),
  signum: own(Math.sign, 'sign'),
  log: { takes: 1, fold: Math.log10, write: (a) => [`ln(${within(a, 0)}) / ln(10)`, product], whole: 'never' },
  sec: { takes: 1, fold: (x) => 1 / Math.cos(x), write: inverse('cos'), whole: 'never' },
  csc: { takes: 1, fold: (x) => 1 / Math.sin(x), write: inverse('sin'), whole: 'never' },
  cot: { takes: 1, fold: (x) => 1 / Math.tan(x), write: inverse('tan'), whole: 'never' },
  'to-radians': {
    ...{ takes: 1, fold: (x) => (x * Math.PI) / 180, whole: 'never' },
    write: (a) => [`${within(a, product)} * pi / 180`, product],
  },
  'to-degrees': {
    ...{ takes: 1, fold: (x) => (x * 180) / Math.PI, whole: 'never' },
    write: (a) => [`${within(a, product)} * 180 / pi`, product],
  },
  asin: foldOnly(Math.asin),
  acos: foldOnly(Math.acos),
  atan: foldOnly(Math.atan),
  atan2: foldOnly(Math.atan2, 2),
  sinh: foldOnly(Math.sinh),
  cosh: foldOnly(Math.cosh),
}

/** The operator of that name; null where there is none. */
export const operatorNamed = (name: string) => (Object.hasOwn(operators, name) ? (operators[name] ?? null) : null)

export function functionNamed(name: string): Operator | null {
  const plain = name.replace(/^to([DR])/, (_, letter: string) => `to-${letter.toLowerCase()}`)
  return Object.hasOwn(functions, plain) ? (functions[plain] ?? null) : null
}

const overVectors = ['sum', 'product', 'min', 'max']

/** Applies an operator: to numbers that are known, or in writing. */
export function applied(name: string, operator: Operator, given: readonly Value[]): Value {
  const numbers = given.flatMap((one) => (one.kind === 'known' ? one.values : []))
  const base = operator.whole === 'always' || (operator.whole === 'kept' && given.every(isWhole)) ? 'integer' : 'float'
  if (given.every(({ kind }) => kind === 'known')) {
    const plain = numbers.filter((one) => typeof one === 'number')
    const count = operator.takes ?? Math.max(1, plain.length)
    const value = plain.length === numbers.length && plain.length === count ? operator.fold(...plain) : Number.NaN
    if (Number.isFinite(value)) return known(base, value)
    throw new NoCounterpart(`the operator ${name} has no value`)
  }
  const [only] = given
  if (given.length === 1 && only?.kind === 'drawn' && only.vector && overVectors.includes(name))
    return drawn(base, `${name}(${only.text})`)
  if (!operator.write || (operator.takes !== null && given.length !== operator.takes))
    throw new NoCounterpart(`the operator ${name} is not known here`)
  if (!given.every(isNumeric)) throw new NoCounterpart(`the operator ${name} is not known of such values`)
  if (only && given.length === 1 && overVectors.includes(name)) return only
  const [text, how] = operator.write(...given)
  return { ...drawn(base, text, how), decimals: decimalsAfter(name, base, given) }
}

const isWhole = (value: Value) => value.base === 'integer'

/** A whole number over a power of ten has so many decimals. */
function decimalsAfter(name: string, base: Drawn['base'], [first, second]: readonly Value[]): number | null {
  if (base === 'integer') return 0
  const [above, below] = [first?.kind === 'drawn' ? first.decimals : null, second ? numberOf(second) : null]
  const places = below === null ? Number.NaN : Math.log10(below)
  if (name === 'divide' && above !== null && Number.isInteger(places) && above + places >= 0) return above + places
  return name === 'integer-to-float' ? above : null
}

const statistics: Readonly<Record<string, string>> = {
  mean: 'mean(#)',
  'pop-variance': 'variance(#)',
  'pop-sd': 'sqrt(variance(#))',
  'sample-variance': 'sample_variance(#)',
  'sample-sd': 'sqrt(sample_variance(#))',
}

/** A statistic of a list of numbers. */
export function statisticOf(name: string, list: Value): Value {
  const plain = name.replace(
    /([a-z])(SD|Variance)$/,
    (_, first: string, rest: string) => `${first}-${rest.toLowerCase()}`,
  )
  const form = Object.hasOwn(statistics, plain) ? statistics[plain] : undefined
  if (!form) throw new NoCounterpart(`the statistic ${name.slice(0, 40)} is not known here`)
  if (list.kind === 'drawn') return drawn('float', form.replace('#', list.text))
  const numbers = list.values.filter((one) => typeof one === 'number')
  const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length
  const squares = numbers.reduce((all, one) => all + (one - mean) ** 2, 0)
  const variance = squares / (plain.startsWith('pop') ? numbers.length : numbers.length - 1)
  const value = plain === 'mean' ? mean : plain.endsWith('sd') ? Math.sqrt(variance) : variance
  if (!Number.isFinite(value)) throw new NoCounterpart(`the statistic ${plain} has no value`)
  return known('float', value)
}
