import { layoutOf } from '../../fields/tensor/layout.ts'
import type { Translate } from '../../messages/catalogue.ts'

/** Where a row-major entry stands, in words; counted from 1. */
export function placeOf(shape: readonly number[], position: number, t: Translate): string {
  const { rows, columns, slices, along } = layoutOf(shape)
  if (along !== 'none' || shape.length === 0) return t('fields.entry', { n: position + 1 })
  const inside = position % (rows * columns)
  const place = t('fields.cell', { row: Math.floor(inside / columns) + 1, column: (inside % columns) + 1 })
  const slice = slices[Math.floor(position / (rows * columns))] ?? []
  return slice.length === 0 ? place : t('fields.cellOfSlice', { slice: slice.join(', '), place })
}
