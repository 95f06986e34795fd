import type { Arithmetic } from './arithmetic.ts'

/** Entry by entry: what an operation of the library does to numbers. Truth values are 0 and 1. */
export type Entrywise<T> = (...entries: T[]) => T

/** The element-wise operations in a given arithmetic, by name. */
export function entrywiseOperations<T>(by: Arithmetic<T>): ReadonlyMap<string, Entrywise<T>> {
  const [zero, one, half] = [by.number(0), by.number(1), by.number(0.5)]
  const truth = (value: boolean | null) => (value === null ? by.unknown : value ? one : zero)
  const negate = (a: T) => by.subtract(zero, a)
  const pick = (a: T, b: T, sign: 1 | -1): T => {
    if (by.state(a) !== 'number') return a
    if (by.state(b) !== 'number') return b
    const order = by.compare(a, b)
    return order === null ? by.either(a, b) : order === sign ? b : a
  }
  const max = (...entries: T[]) => entries.reduce((a, b) => pick(a, b, -1))
  const min = (...entries: T[]) => entries.reduce((a, b) => pick(a, b, 1))
  const decide = (a: T, when: Record<'-1' | '0' | '1', T>): T => {
    if (by.state(a) !== 'number') return a
    const order = by.compare(a, zero)
    return order === null ? by.unknown : when[`${order}`]
  }
  const abs = (a: T): T => {
    if (by.state(a) !== 'number') return a
    const order = by.compare(a, zero)
    return order === null ? by.either(a, negate(a)) : order < 0 ? negate(a) : a
  }
  const compared = (test: (order: -1 | 0 | 1) => boolean) => (a: T, b: T) => {
    if (by.state(a) !== 'number') return a
    if (by.state(b) !== 'number') return b
    const order = by.compare(a, b)
    return truth(order === null ? null : test(order))
  }
  const isTrue = (a: T): boolean | null => {
    const order = by.compare(a, zero)
    return order === null ? null : order !== 0
  }
  const nearest = (a: T) =>
    decide(a, { '-1': negate(by.floor(by.add(negate(a), half))), '0': zero, '1': by.floor(by.add(a, half)) })
  const scaled = (name: string) => (a: T) => by.multiply(a, by.apply(name, a))
  const geluTanh = (a: T): T => {
    const inner = by.add(a, by.multiply(by.number(0.044715), by.power(a, by.number(3))))
    const root = by.apply('sqrt', by.divide(by.number(2), by.number(Math.PI)))
    return by.multiply(by.multiply(half, a), by.add(one, by.apply('tanh', by.multiply(root, inner))))
  }
  return new Map<string, Entrywise<T>>(
    Object.entries<(...entries: [T, T, T]) => T>({
      add: by.add,
      subtract: by.subtract,
      multiply: by.multiply,
      divide: by.divide,
      power: by.power,
      'no value': () => by.outside,
      negate,
      abs,
      relu: (a) => max(zero, a),
      sign: (a) => decide(a, { '-1': by.number(-1), '0': zero, '1': one }),
      step: (a) => decide(a, { '-1': zero, '0': zero, '1': one }),
      floor: by.floor,
      ceil: (a) => negate(by.floor(negate(a))),
      round: nearest,
      mod: (a, b) => by.subtract(a, by.multiply(b, by.floor(by.divide(a, b)))),
      less: compared((order) => order < 0),
      less_equal: compared((order) => order <= 0),
      equal: compared((order) => order === 0),
      not_equal: compared((order) => order !== 0),
      and: (a, b) => truth(isTrue(a) === false || isTrue(b) === false ? false : isTrue(a) && isTrue(b)),
      or: (a, b) => truth(isTrue(a) || isTrue(b) ? true : isTrue(a) === null || isTrue(b) === null ? null : false),
      not: (a) => truth(isTrue(a) === null ? null : !isTrue(a)),
      select: (when, a, b) =>
        by.state(when) !== 'number' ? when : isTrue(when) === null ? by.unknown : isTrue(when) ? a : b,
      gelu: scaled('Phi'),
      silu: scaled('sigmoid'),
      gelu_tanh: geluTanh,
    }) as [string, Entrywise<T>][],
  )
    .set('max', max)
    .set('min', min)
}
