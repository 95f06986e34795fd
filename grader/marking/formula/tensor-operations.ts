import type { Arithmetic, Values } from './arithmetic.ts'

/** Computes an operation on whole tensors; `statics` are its static arguments, `shape` that of the result. */
export type TensorOperation<T> = (
  args: readonly Values<T>[],
  statics: readonly number[],
  shape: readonly number[],
) => T[]

/** The operations of the library that are not element-wise, in a given arithmetic, by name. */
export function tensorOperations<T>(by: Arithmetic<T>): ReadonlyMap<string, TensorOperation<T>> {
  const zero = by.number(0)
  const total = (entries: readonly T[]) => entries.reduce((sum, entry) => by.add(sum, entry), zero)
  const mean = (entries: readonly T[]) => by.divide(total(entries), by.number(entries.length))
  const square = (a: T) => by.multiply(a, a)
  const dot = (a: readonly T[], b: readonly T[]) => total(a.map((entry, i) => by.multiply(entry, b[i] as T)))
  const spread = (entries: readonly T[]) => {
    const middle = mean(entries)
    return total(entries.map((entry) => square(by.subtract(entry, middle))))
  }
  const largest = (entries: readonly T[]) =>
    entries.reduce((best, entry) => (by.compare(entry, best) === 1 ? entry : best))
  const softmax = (line: readonly T[]) => {
    const top = largest(line)
    const powers = line.map((entry) => by.apply('exp', by.subtract(entry, top)))
    const sum = total(powers)
    return powers.map((power) => by.divide(power, sum))
  }
  const logSoftmax = (line: readonly T[]) => {
    const top = largest(line)
    const sum = by.apply('log', total(line.map((entry) => by.apply('exp', by.subtract(entry, top)))))
    return line.map((entry) => by.subtract(by.subtract(entry, top), sum))
  }
  /** the lines along the last axis */
  const lines = ({ shape, data }: Values<T>): T[][] => {
    const length = shape.at(-1) ?? 1
    return Array.from({ length: data.length / length }, (_, i) => data.slice(i * length, (i + 1) * length))
  }
  const columns = (x: Values<T>): T[][] => {
    const rows = lines(x)
    return (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] as T))
  }
  const one =
    (reduce: (entries: readonly T[]) => T): TensorOperation<T> =>
    ([x]) => [reduce(x?.data ?? [])]
  const each =
    (reduce: (line: T[]) => T[]): TensorOperation<T> =>
    ([x]) =>
      lines(x as Values<T>).flatMap(reduce)
  return new Map<string, TensorOperation<T>>([
    ['sum', one(total)],
    ['product', one((entries) => entries.reduce((product, entry) => by.multiply(product, entry), by.number(1)))],
    ['mean', one(mean)],
    ['variance', one((entries) => by.divide(spread(entries), by.number(entries.length)))],
    ['sample_variance', one((entries) => by.divide(spread(entries), by.number(entries.length - 1)))],
    ['norm', one((entries) => by.apply('sqrt', total(entries.map(square))))],
    ['softmax', each(softmax)],
    ['log_softmax', each(logSoftmax)],
    ['sum_rows', each((line) => [total(line)])],
    ['mean_rows', each((line) => [mean(line)])],
    ['sum_columns', ([x]) => columns(x as Values<T>).map(total)],
    ['mean_columns', ([x]) => columns(x as Values<T>).map(mean)],
    ['transpose', ([x]) => (x?.shape.length === 2 ? columns(x).flat() : [...(x?.data ?? [])])],
    ['trace', ([x]) => [total((x?.data ?? []).filter((_, i) => i % ((x?.shape[1] ?? 0) + 1) === 0))]],
    ['dot', ([a, b]) => [dot(a?.data ?? [], b?.data ?? [])]],
    ['outer', ([a, b]) => (a?.data ?? []).flatMap((left) => (b?.data ?? []).map((right) => by.multiply(left, right)))],
    ['concat', (args) => args.flatMap(({ data }) => data)],
    ['stackrows', (args) => args.flatMap(({ data }) => data)],
    ['reshape', ([x]) => [...(x?.data ?? [])]],
    ['flatten', ([x]) => [...(x?.data ?? [])]],
    ['zeros', (_, statics) => filled(statics, zero)],
    ['ones', (_, statics) => filled(statics, by.number(1))],
    [
      'matmul',
      ([a, b]) => {
        const [left, right] = [a as Values<T>, b as Values<T>]
        const rows = left.shape.length === 2 ? lines(left) : left.data.map((entry) => [entry])
        const below = right.shape.length === 2 ? columns(right) : [right.data]
        return rows.flatMap((row) => below.map((column) => dot(row, column)))
      },
    ],
    [
      'element',
      ([x], indices, shape) => {
        const { data, shape: whole } = x as Values<T>
        const size = shape.reduce((product, n) => product * n, 1)
        const start = indices.reduce((at, index, axis) => at * (whole[axis] ?? 1) + index - 1, 0) * size
        return data.slice(start, start + size)
      },
    ],
    [
      'diag',
      ([x]) => {
        const { data, shape } = x as Values<T>
        const n = shape[0] ?? 0
        if (shape.length === 2) return data.filter((_, i) => i % ((shape[1] ?? 0) + 1) === 0).slice(0, n)
        return data.flatMap((entry, i) => data.map((_, j) => (i === j ? entry : zero)))
      },
    ],
  ])
}

function filled<T>(sizes: readonly number[], entry: T): T[] {
  return Array.from({ length: sizes.reduce((product, n) => product * n, 1) }, () => entry)
}
