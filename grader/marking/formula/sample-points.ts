import { sizeOf } from '../../language/types.ts'
import type { DeclaredValue } from './formula-symbols.ts'
import { Point } from './point.ts'

/** Points for all symbols: drawn ones without end, and after the first few of them the special ones. */
export function* samplePoints(
  symbols: readonly DeclaredValue[],
  sizes: ReadonlyMap<string, number>,
  constants: readonly number[],
  random: () => number,
): Generator<Point> {
  for (let i = 0; i < 4; i++) yield drawPoint(symbols, sizes, random)
  for (const forced of specialValues(symbols, constants, random)) yield drawPoint(symbols, sizes, random, forced)
  for (;;) yield drawPoint(symbols, sizes, random)
}

/** Points at which one scalar is one of these numbers: where a formula that names them may bend. */
export function* pointsAt(
  symbols: readonly DeclaredValue[],
  sizes: ReadonlyMap<string, number>,
  constants: readonly number[],
  random: () => number,
): Generator<Point> {
  for (const forced of marked(symbols, constants)) yield drawPoint(symbols, sizes, random, forced)
}

/** `forced` makes it a special point. */
function drawPoint(
  symbols: readonly DeclaredValue[],
  sizes: ReadonlyMap<string, number>,
  random: () => number,
  forced?: ReadonlyMap<string, number>,
): Point {
  const values = symbols.map(({ name, shape: declared, domain }) => {
    const shape = sizedShape(declared, sizes)
    const data = Array.from({ length: sizeOf(shape) }, () => forced?.get(name) ?? draw(domain, random))
    return [name, { shape, data }] as const
  })
  return new Point(new Map(values), forced !== undefined)
}

/** A declared shape with sizes for its letters. */
export function sizedShape(shape: readonly (number | string)[], sizes: ReadonlyMap<string, number>): number[] {
  return shape.map((dimension) => (typeof dimension === 'number' ? dimension : (sizes.get(dimension) ?? 1)))
}

/** All scalars equal, pairs of them equal, all or one at an end of their ranges, one at a constant of the formulas. */
function* specialValues(
  symbols: readonly DeclaredValue[],
  constants: readonly number[],
  random: () => number,
): Generator<Map<string, number>> {
  const scalars = symbols.filter(({ shape }) => shape.length === 0)
  const groups = [...pairs(scalars).slice(0, 10), ...(scalars.length > 2 ? [scalars] : [])]
  for (const group of groups) {
    const low = Math.max(...group.map(({ domain }) => domain.low))
    const high = Math.min(...group.map(({ domain }) => domain.high))
    if (low > high) continue
    const value = draw({ low, high, integer: group.some(({ domain }) => domain.integer) }, random)
    yield new Map(group.map(({ name }) => [name, value]))
  }
  yield* corners(scalars.filter(({ domain }) => domain.integer).slice(0, 4))
  for (const end of ['low', 'high'] as const) {
    for (const { name, domain } of scalars.slice(0, 6)) yield new Map([[name, domain[end]]])
  }
  yield* marked(symbols, constants)
}

/** Every choice of ends: where sizes are smallest and largest together, a rounded quotient may be clipped. */
function corners(symbols: readonly DeclaredValue[]): Map<string, number>[] {
  const [first, ...rest] = symbols
  if (!first || symbols.length < 2) return []
  const others = rest.length > 1 ? corners(rest) : rest.flatMap(({ name, domain }) => ends(name, domain))
  return ends(first.name, first.domain).flatMap((one) => others.map((other) => new Map([...one, ...other])))
}

function ends(name: string, { low, high }: DeclaredValue['domain']): Map<string, number>[] {
  return [new Map([[name, low]]), new Map([[name, high]])]
}

/** A bend at a constant shows on either side of it. */
function marked(symbols: readonly DeclaredValue[], constants: readonly number[]): Map<string, number>[] {
  const around = ({ low, high, integer }: DeclaredValue['domain'], constant: number) => {
    const step = integer ? 1 : 2 ** Math.floor(Math.log2(Math.max(high - low, 1e-9) / 500))
    return [constant, constant - step, constant + step]
  }
  const within = ({ domain }: DeclaredValue, value: number) =>
    value >= domain.low && value <= domain.high && (!domain.integer || Number.isInteger(value))
  return symbols
    .filter(({ shape }) => shape.length === 0)
    .flatMap((symbol) =>
      constants
        .flatMap((constant) => around(symbol.domain, constant))
        .filter((value) => within(symbol, value))
        .map((value) => new Map([[symbol.name, value]])),
    )
    .slice(0, 24)
}

function pairs<T>(items: readonly T[]): T[][] {
  return items.flatMap((first, i) => items.slice(i + 1).map((second) => [first, second]))
}

/** A value of the range; fractions are multiples of a power of two, exact in float64 and short as rationals. */
function draw({ low, high, integer }: DeclaredValue['domain'], random: () => number): number {
  const step = integer ? 1 : 2 ** Math.floor(Math.log2(Math.max(high - low, 1e-9) / 500))
  const first = Math.ceil(low / step)
  const last = Math.floor(high / step)
  return (first + Math.floor(random() * (last - first + 1))) * step
}
