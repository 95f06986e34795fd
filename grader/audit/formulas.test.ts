import { expect, it } from 'vitest'
import { parsed, questionWith, readSample } from '../question/testing/read-sample.ts'
import { auditFormulas } from './formulas.ts'

const formula = (mistakes: string, accept = '[]') =>
  parsed(
    questionWith(
      'topics: [t]',
      ':answer[y]',
      `y:
    kind: formula
    points: 1
    equals: (a + b)^2
    symbols: { a: number, b: number }
    accept: ${accept}
    mistakes: ${mistakes}`,
    ),
  )

it('finds nothing wrong with a sound formula', () => {
  expect(auditFormulas(parsed(readSample('conv-size')))).toEqual([])
  expect(auditFormulas(formula('{ m: { equals: a^2 + b^2, says: No } }'))).toEqual([])
})

it('tells a mistake that is right, or accepted, or another one', () => {
  const messages = (...args: Parameters<typeof formula>) =>
    auditFormulas(formula(...args)).map(({ message }) => message)
  expect(messages('{ m: { equals: a^2 + 2 a b + b^2, says: No } }')).toEqual([
    'y: mistake m is the same as the right formula.',
  ])
  expect(messages('{ m: { equals: b + a, says: No } }', '[a + b]')).toEqual([
    'y: mistake m is the same as the accepted formula.',
  ])
  expect(messages('{ m: { equals: a + b, says: No }, k: { equals: b + a, says: No } }')).toEqual([
    'y: mistake k is the same as mistake m.',
  ])
})
