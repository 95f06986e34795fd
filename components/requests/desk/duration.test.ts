import { describe, expect, it } from 'vitest'
import { messagesIn } from '../../messages/catalogue.ts'
import { durationInWords, signedPoints } from './duration.ts'

const t = messagesIn('en')

describe('how long something took', () => {
  it.each([
    [20, 'under a minute'],
    [60, '1 minute'],
    [7_199, '119 minutes'],
    [7_200, '2 hours'],
    [200_000, '2 days'],
  ])('%i seconds: %s', (seconds, words) => {
    expect(durationInWords(seconds, t)).toBe(words)
  })
})

describe('points that moved', () => {
  it('have a sign, nothing has none', () => {
    expect([1.5, -0.25, 0].map((points) => signedPoints(points, 'en'))).toEqual(['+1.5', '−0.25', '0'])
  })
})
