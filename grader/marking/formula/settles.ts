import type { Arithmetic, Values } from './arithmetic.ts'
import type { Same } from './judge-point.ts'
import { rankOf } from './rank.ts'

/** For how many values of its target an equation holds: one, always, also others, or it cannot be told. */
export type Settled = 'one' | 'always' | 'others' | 'unclear'

export interface Numbers<T> {
  by: Arithmetic<T>
  same: Same<T>
  size(a: T): number
  to(a: T): number
  /** values of the target below this are not asked for */
  lowest: number
}

/** Distances from the right value at which an equation is tried. */
const near = 0.625
const steps = [0.25, near, 1.75, 4, -0.25, -near, -1.75, -4]

/** Looks at an equation that holds for `truth`: whether it holds for other values of its target too. */
export function settles<T>(
  truth: Values<T>,
  sides: (value: Values<T>) => [Values<T>, Values<T>],
  numbers: Numbers<T>,
): Settled {
  const { by, same, size } = numbers
  /** left − right, entry by entry, where the target is off by so much; null where it has no value */
  const off = (shifts: readonly number[]): { gap: T[]; scale: number } | null => {
    const value = truth.data.map((entry, i) => by.add(entry, by.number(shifts[i] ?? 0)))
    const [left, right] = sides({ shape: truth.shape, data: value })
    if ([...left.data, ...right.data].some((entry) => by.state(entry) !== 'number')) return null
    const scale = Math.max(...left.data.map(size), ...right.data.map(size))
    const length = Math.max(left.data.length, right.data.length)
    const at = (data: readonly T[], i: number) => data[data.length === 1 ? 0 : i] as T
    return { gap: Array.from({ length }, (_, i) => by.subtract(at(left.data, i), at(right.data, i))), scale }
  }
  const n = truth.data.length
  const single = (i: number, by: number) => Array.from({ length: n }, (_, k) => (k === i ? by : 0))
  const columns = truth.data.map((_, i) => off(single(i, near)))
  const twice = truth.data.map((_, i) => off(single(i, -2 * near)))
  const mixed = off(truth.data.map((_, i) => near * (i + 1)))
  const weighted = (weight: (i: number) => number) =>
    columns.reduce<T[] | null>((sum, column, i) => {
      if (!column || !sum) return null
      return column.gap.map((entry, k) => by.add(sum[k] ?? by.number(0), by.multiply(by.number(weight(i)), entry)))
    }, [])
  const equal = (a: { gap: T[]; scale: number } | null, b: readonly T[] | null) =>
    a !== null && b !== null && a.gap.every((entry, k) => same(entry, b[k] as T, a.scale) === 'same')
  const linear =
    columns.every(
      (column, i) =>
        column !== null &&
        equal(
          twice[i] ?? null,
          column.gap.map((entry) => by.multiply(by.number(-2), entry)),
        ),
    ) &&
    equal(
      mixed,
      weighted((i) => i + 1),
    )
  const zero = (gap: { gap: T[]; scale: number }) =>
    gap.gap.every((entry) => same(entry, by.number(0), gap.scale) === 'same')
  if (linear) {
    if (columns.every((column) => column !== null && zero(column))) return 'always'
    const rank = rankOf(columns.map((column) => (column?.gap ?? []).map(numbers.to)))
    return rank === n ? 'one' : 'others'
  }
  return n === 1 ? alongLine(truth.data[0] as T, (shift) => off([shift]), zero, numbers) : 'unclear'
}

/** A target that is one number: the gap must have one sign above the right value and the other below. */
function alongLine<T>(
  truth: T,
  off: (shift: number) => { gap: T[]; scale: number } | null,
  zero: (gap: { gap: T[]; scale: number }) => boolean,
  { by, to, lowest }: Numbers<T>,
): Settled {
  const middle = to(truth)
  // the negative of the right value: what squaring both sides would let in
  const tried = [...steps, -2 * middle].filter((shift) => middle + shift >= lowest && Math.abs(shift) > 1e-3)
  const signs = tried.flatMap((shift) => {
    const gap = off(shift)
    if (!gap) return []
    return [{ shift, zero: zero(gap), sign: gap.gap.length === 1 ? by.compare(gap.gap[0] as T, by.number(0)) : null }]
  })
  if (signs.length > 0 && signs.every((one) => one.zero)) return 'always'
  if (signs.some((one) => one.zero)) return 'others'
  const turned = signs.map(({ shift, sign }) => (sign === null ? null : sign * Math.sign(shift)))
  return signs.length > 2 && new Set(turned).size === 1 && turned[0] !== null ? 'one' : 'unclear'
}
