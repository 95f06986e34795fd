import { expect, it } from 'vitest'
import { Recent } from './recent.ts'

it('makes what is asked for again once, and forgets what was asked for longest ago', () => {
  const made: string[] = []
  const recent = new Recent<string>(2)
  const ask = (key: string) =>
    recent.get(key, () => {
      made.push(key)
      return `of ${key}`
    })
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(ask(key)).toBe(`of ${key}`)
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})
