import { expect, it } from 'vitest'
import type { Asked } from './card.ts'
import { orderedCollection } from './collection-order.ts'

it.each<[Asked, string | null]>([
  [{ collection: 'x' }, 'x'],
  [{ collection: 'x', sort: 'collection', q: '' }, 'x'],
  [{ collection: 'x', sort: 'title' }, null],
  [{ collection: 'x', q: 'sum' }, null],
  [{ collection: 'x', course: 'y' }, null],
  [{ tag: 'x' }, null],
])('what can be put in order of %j: %s', (asked, collection) => {
  expect(orderedCollection(asked)).toBe(collection)
})
