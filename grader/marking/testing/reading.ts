import type { StoredTensor } from '../../question/variant.ts'
import type { Reading } from '../reading.ts'

/** A vector with these entries. */
export const tensor = (...data: number[]): StoredTensor => ({ shape: [data.length], data })

/** What is read where these values were typed, each with two decimals; NaN is a blank cell. */
export function readingOf(values: number[], more: Partial<Reading> = {}): Reading {
  return {
    state: 'read',
    shape: [values.length],
    values,
    cells: values.map((value) => (Number.isNaN(value) ? 'empty' : 'filled')),
    decimals: values.map(() => 2),
    message: null,
    ...more,
  }
}
