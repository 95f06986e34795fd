import { expect, it } from 'vitest'
import { clockText, countsOf, found, leftOf, roomsOf, shownTo } from './running.ts'

it('students are counted by state, rooms listed once', () => {
  const states = ['open', 'open', 'break', 'not-begun'] as const
  expect(countsOf(states.map((state) => ({ state })))).toEqual({ open: 2, onBreak: 1, closed: 0, waiting: 1 })
  expect(roomsOf([{ room: 'B' }, { room: null }, { room: 'A' }, { room: 'B' }])).toEqual(['A', 'B'])
})

it('time runs from what the server said, stands in a break, and ends at nothing', () => {
  const now = '2026-07-01T09:00:00.000Z'
  const deadline = '2026-07-01T10:05:09.000Z'
  const left = (state: 'open' | 'break' | 'closed', elapsed: number) => leftOf({ state, deadline }, now, elapsed)
  expect(clockText(left('open', 0) ?? 0)).toBe('1:05:09')
  expect(clockText(left('open', 9_000) ?? 0)).toBe('1:05:00')
  expect(clockText(left('break', 9_000) ?? 0)).toBe('1:05:09')
  expect(left('open', 10_000_000)).toBe(0)
  expect(left('closed', 0)).toBeNull()
  expect(leftOf({ state: 'open', deadline: null }, now, 0)).toBeNull()
})

it('students are found by name, address or room', () => {
  const ada = { name: 'Ada', email: 'a@x.edu', room: 'Hall 1' }
  const ben = { name: 'Ben', email: 'b@x.edu', room: null }
  expect(found([ada, ben], '')).toEqual([ada, ben])
  expect(found([ada, ben], ' hall')).toEqual([ada])
  expect(found([ada, ben], 'B@X')).toEqual([ben])
})

it('an announcement is shown to those who sit the exam; who has begun later or handed in is not waited for', () => {
  const at = (name: string, state: 'open' | 'break' | 'closed' | 'not-begun', shownUpTo: number) => ({
    name,
    state,
    shownUpTo,
  })
  const sitters = [at('Ada', 'open', 7), at('Ben', 'break', 6), at('Chen', 'closed', 0), at('Dora', 'not-begun', 0)]
  expect(shownTo(sitters, 7)).toEqual({ shown: 1, sitting: 2, missing: ['Ben'] })
  expect(shownTo(sitters, 6)).toEqual({ shown: 2, sitting: 2, missing: [] })
  expect(shownTo([], 1)).toEqual({ shown: 0, sitting: 0, missing: [] })
})
