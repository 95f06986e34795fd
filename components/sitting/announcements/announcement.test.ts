import { expect, it } from 'vitest'
import { unread } from './announcement.ts'

it('announcements are read in the order in which they were said, each once', () => {
  const all = [5, 3, 2].map((id) => ({ id, question: null, text: '', at: '' }))
  expect(unread(all, 2).map(({ id }) => id)).toEqual([3, 5])
  expect(unread(all, 5)).toEqual([])
})
