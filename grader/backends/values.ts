import { sizeOf, type TensorType } from '../language/types.ts'
import type { BatchTensor } from './executor.ts'

/**
 * The values of a name for a batch, checked against its type: rows × size entries, or size entries that serve every
 * row. Throws an Error that names what is wrong: a batch is made by the grader, so a misfit is a bug.
 */
export function rowsOfValues(name: string, value: BatchTensor | undefined, type: TensorType, rows: number): number {
  if (!value) throw new Error(`The batch has no values for ${name}.`)
  const size = sizeOf(type.shape)
  if (value.data.length === rows * size) return rows
  if (value.data.length === size) return 1
  throw new Error(`${name} has ${value.data.length} entries, but ${rows} rows of ${size} were expected.`)
}
