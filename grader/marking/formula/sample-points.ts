import { sizeOf } from '../../language/types.ts'
import type { DeclaredValue } from './formula-symbols.ts'

/** Values of all symbols; `special` points look for coincidences (t = T) and may hit holes of a formula by chance. */
export interface Point {
  values: ReadonlyMap<string, { shape: readonly number[]; data: readonly number[] }>
  special: boolean
}

/** Points for all symbols: drawn ones without end, and before them the special ones. */
export function* samplePoints(
  symbols: readonly DeclaredValue[],
  sizes: ReadonlyMap<string, number>,
  constants: readonly number[],
  random: () => number,
): Generator<Point> {
  const shapes = symbols.map(({ shape }) =>
    shape.map((dimension) => (typeof dimension === 'number' ? dimension : (sizes.get(dimension) ?? 1))),
  )
  const drawn = (forced: ReadonlyMap<string, number>, special: boolean): Point => ({
    special,
    values: new Map(
      symbols.map(({ name, domain }, i) => {
        const shape = shapes[i] ?? []
        const data = Array.from({ length: sizeOf(shape) }, () => forced.get(name) ?? draw(domain, random))
        return [name, { shape, data }]
      }),
    ),
  })
  for (let i = 0; i < 4; i++) yield drawn(new Map(), false)
  for (const forced of specialValues(symbols, constants, random)) yield drawn(forced, true)
  for (;;) yield drawn(new Map(), false)
}

/** All scalars equal, pairs of them equal, all at an end of their range, one at a constant of the formulas. */
function* specialValues(
  symbols: readonly DeclaredValue[],
  constants: readonly number[],
  random: () => number,
): Generator<Map<string, number>> {
  const scalars = symbols.filter(({ shape }) => shape.length === 0)
  const within = ({ domain }: DeclaredValue, value: number) =>
    value >= domain.low && value <= domain.high && (!domain.integer || Number.isInteger(value))
  const groups = [...pairs(scalars).slice(0, 10), ...(scalars.length > 2 ? [scalars] : [])]
  for (const group of groups) {
    const low = Math.max(...group.map(({ domain }) => domain.low))
    const high = Math.min(...group.map(({ domain }) => domain.high))
    if (low > high) continue
    const value = draw({ low, high, integer: group.some(({ domain }) => domain.integer) }, random)
    yield new Map(group.map(({ name }) => [name, value]))
  }
  for (const end of ['low', 'high'] as const) {
    if (scalars.length > 0)
      yield new Map(scalars.filter(({ domain }) => domain.integer).map(({ name, domain }) => [name, domain[end]]))
  }
  const marked = scalars.flatMap((symbol) =>
    constants.filter((constant) => within(symbol, constant)).map((constant) => new Map([[symbol.name, constant]])),
  )
  yield* marked.slice(0, 16)
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
