import { placeAnswer } from '../markup/markers.ts'
import type { Notes } from './found.ts'
import type { ItemChoice } from './item.ts'
import { shareAlike } from './share-out.ts'

/**
 * Pairs to be matched: one choice a row, among all that stands on the right. Answers the fields and, for each, the text
 * that marks its place.
 */
export function matchingFields(
  pairs: readonly { right: string; label: string }[],
  extra: readonly string[],
  points: number,
  notes: Notes,
  name: (k: number) => string = (k) => `row_${k + 1}`,
): { fields: ItemChoice[]; places: string[] } {
  const all = [...new Set([...pairs.map(({ right }) => right), ...extra])]
  const shares = shareAlike(points, pairs.length)
  const fields = pairs.map(
    ({ right, label }, k): ItemChoice => ({
      kind: 'choice',
      name: name(k),
      label: label === '' ? null : label,
      points: shares[k] ?? points,
      many: false,
      shuffle: true,
      options: all.map((text) => ({ text, right: text === right, says: null })),
    }),
  )
  notes.add('Pairs to be matched became one choice a row, each worth its share of the points.')
  return { fields, places: fields.map((field) => placeAnswer(field.name)) }
}
