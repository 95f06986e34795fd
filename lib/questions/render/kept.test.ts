import { expect, test } from 'vitest'
import { kept } from './kept.ts'

test('the same text is made once', () => {
  const made: string[] = []
  const make = kept((text) => {
    made.push(text)
    return { text }
  })
  expect(make('a')).toBe(make('a'))
  expect(make('b')).toEqual({ text: 'b' })
  expect(made).toEqual(['a', 'b'])
})

test('it does not grow without end', () => {
  let count = 0
  const make = kept((text) => ({ text, count: ++count }))
  for (let k = 0; k < 10_000; k++) make(`text ${k}`)
  const before = count
  make('text 0')
  expect(count).toBe(before + 1)
})
